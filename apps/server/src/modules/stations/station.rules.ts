import { parentRegion, regionLevel } from '@xianghui/kit/region-code'

export const stationStates = ['draft', 'applied', 'approved', 'in_service', 'rectifying', 'refused', 'closed'] as const
export type StationState = (typeof stationStates)[number]

export const stationLevels = ['township', 'village'] as const
export type StationLevel = (typeof stationLevels)[number]

export const stationActs = [
  'edit',
  'submit',
  'withdraw',
  'approve',
  'accept',
  'return',
  'appraise',
  'order_rectification',
  'confirm_rectified',
  'close',
] as const
export type StationAct = (typeof stationActs)[number]

/**
 * The life of a station as data (plan 四, capabilities C15): apply → approve → accept → in service → appraise each year
 * → rectify → close. A state that an act does not list refuses it. `appraise` moves to rectifying on a bad result.
 */
export const lifeCycle: Readonly<Record<StationAct, Readonly<Partial<Record<StationState, StationState>>>>> = {
  edit: { draft: 'draft', refused: 'refused', in_service: 'in_service', rectifying: 'rectifying' },
  submit: { draft: 'applied', refused: 'applied' },
  withdraw: { applied: 'draft', approved: 'draft' },
  approve: { applied: 'approved' },
  accept: { approved: 'in_service' },
  return: { applied: 'refused', approved: 'refused' },
  appraise: { in_service: 'in_service' },
  order_rectification: { in_service: 'rectifying' },
  confirm_rectified: { rectifying: 'in_service' },
  close: { draft: 'closed', refused: 'closed', in_service: 'closed', rectifying: 'closed' },
}

/** What each act asks of the actor; the station's scope is checked beside it. */
export const actPermission: Readonly<Record<StationAct, string>> = {
  edit: 'station.write',
  submit: 'station.write',
  withdraw: 'station.write',
  approve: 'station.approve',
  accept: 'station.accept',
  return: 'station.approve',
  appraise: 'station.accept',
  order_rectification: 'station.accept',
  confirm_rectified: 'station.accept',
  close: 'station.approve',
}

export const stateNames: Readonly<Record<StationState, { zh: string; en: string }>> = {
  draft: { zh: '草稿', en: 'draft' },
  applied: { zh: '待审批', en: 'waiting for approval' },
  approved: { zh: '待验收', en: 'waiting for acceptance' },
  in_service: { zh: '运营中', en: 'in service' },
  rectifying: { zh: '整改中', en: 'under rectification' },
  refused: { zh: '已退回', en: 'returned' },
  closed: { zh: '已关闭', en: 'closed' },
}

export const actNames: Readonly<Record<StationAct, { zh: string; en: string }>> = {
  edit: { zh: '修改资料', en: 'edit' },
  submit: { zh: '提交申请', en: 'submit' },
  withdraw: { zh: '撤回申请', en: 'withdraw' },
  approve: { zh: '审批', en: 'approve' },
  accept: { zh: '验收', en: 'accept' },
  return: { zh: '退回', en: 'return' },
  appraise: { zh: '考评', en: 'appraise' },
  order_rectification: { zh: '责令整改', en: 'order rectification' },
  confirm_rectified: { zh: '确认整改完成', en: 'confirm rectification' },
  close: { zh: '关闭', en: 'close' },
}

/** The state after the act, or undefined when the act is not open in this state. */
export function nextState(state: StationState, act: StationAct): StationState | undefined {
  return lifeCycle[act][state]
}

/** Acts open in this state, for the buttons of the drawer. */
export function actsIn(state: StationState): StationAct[] {
  return stationActs.filter((act) => nextState(state, act) !== undefined)
}

/** Visitors see stations that serve; one under rectification still serves. */
export const isPublicState = (state: StationState): boolean => state === 'in_service' || state === 'rectifying'

export const appraisalResults = ['excellent', 'pass', 'rectify', 'fail'] as const
export type AppraisalResult = (typeof appraisalResults)[number]

/** A station that did not pass goes into rectification. */
export const stateAfterAppraisal = (result: AppraisalResult): StationState =>
  result === 'excellent' || result === 'pass' ? 'in_service' : 'rectifying'

/** A township station lies in a township; a village station in a village, or a township whose villages are not listed. */
export function levelFits(level: StationLevel, regionCode: string): boolean {
  const region = regionLevel(regionCode)
  return region === 'township' || (level === 'village' && region === 'village')
}

/** The township a code lies in: the front half of the station's code. */
export function townshipOf(regionCode: string): string {
  return regionLevel(regionCode) === 'village' ? (parentRegion(regionCode) ?? regionCode) : regionCode.slice(0, 9)
}

/** `533301102-001`: township and a gap-free number in it. */
export const stationCode = (township: string, number: number): string =>
  `${township}-${String(number).padStart(3, '0')}`

interface Point {
  longitude: number | null
  latitude: number | null
}

/** Degrees beyond the outermost known seat that still count as the county: a rough check that only warns. */
const margin = 0.35

/** True when the position is surely not in the county; unknown positions and counties without seats never warn. */
export function isFarOutside(at: Point, seats: readonly Point[]): boolean {
  const known = seats.flatMap((one) =>
    one.longitude === null || one.latitude === null ? [] : [{ x: one.longitude, y: one.latitude }],
  )
  if (at.longitude === null || at.latitude === null || known.length === 0) return false
  const outside = (value: number, all: number[]) =>
    value < Math.min(...all) - margin || value > Math.max(...all) + margin
  return (
    outside(
      at.longitude,
      known.map((one) => one.x),
    ) ||
    outside(
      at.latitude,
      known.map((one) => one.y),
    )
  )
}
