/** A published figure: what it is called, what is counted, and what it is now. */
export interface Figure {
  key: string
  name: string
  nameEn: string
  group: string
  groupEn: string
  unit: string
  unitEn: string
  /** 口径 */
  definition: string
  definitionEn: string
  /** null where there is nothing to tell; `text` says why */
  value: number | null
  state: FigureState
  /** the value as it is shown */
  text: string
  textEn: string
}

/** counted · none_yet: nothing to measure · suppressed: too few persons · not_collected: nobody collects it yet */
export type FigureState = 'counted' | 'none_yet' | 'suppressed' | 'not_collected'

// Fewer than three persons could be recognised behind a figure (个人信息保护法; capabilities, privacy).
const fewestPersons = 3

/** A count of things: 0 is an answer. */
export function countOf(value: number): Pick<Figure, 'value' | 'state' | 'text' | 'textEn'> {
  return { value, state: 'counted', text: String(value), textEn: String(value) }
}

/** A count of persons; null = nobody collected it. A small one is not shown. */
export function personsOf(value: number | null): Pick<Figure, 'value' | 'state' | 'text' | 'textEn'> {
  if (value === null) return notCollected
  if (value > 0 && value < fewestPersons)
    return { value: null, state: 'suppressed', text: `少于${fewestPersons}`, textEn: `fewer than ${fewestPersons}` }
  return countOf(value)
}

/** A measure that needs cases: without any there is none. */
export function measureOf(value: number | null, digits: number): Pick<Figure, 'value' | 'state' | 'text' | 'textEn'> {
  if (value === null) return { value: null, state: 'none_yet', text: '暂无数据', textEn: 'no data yet' }
  const rounded = Number(value.toFixed(digits))
  return { value: rounded, state: 'counted', text: String(rounded), textEn: String(rounded) }
}

export const notCollected = {
  value: null,
  state: 'not_collected',
  text: '尚未开展采集',
  textEn: 'not collected yet',
} as const satisfies Pick<Figure, 'value' | 'state' | 'text' | 'textEn'>
