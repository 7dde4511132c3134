import { formatDateEn, formatDateZh, isBusinessDate, parseBusinessDate } from '@xianghui/kit/calendar'

/** A field of a service's application form, as the catalogue editor writes it. */
export interface FormField {
  key: string
  label: string
  labelEn: string
  type: FieldType
  required: boolean
  options: FieldOption[] | null
  help: string | null
  helpEn: string | null
}
export interface FieldOption {
  value: string
  label: string
  labelEn: string
}
export const fieldTypes = ['text', 'textarea', 'number', 'date', 'select', 'multiselect', 'region'] as const
export type FieldType = (typeof fieldTypes)[number]

export type Answer = string | number | string[]
export type Answers = Record<string, Answer>
export interface AnswerFault {
  field: string
  code: string
  detail: { label: string; most?: number }
}

const longest = { text: 200, textarea: 2000 } as const
const largestNumber = 1_000_000_000_000

/**
 * Reads what was typed against the form. Keys that the form does not have are left out; every fault is told at once.
 * `knownRegion` says whether a division code is one that can be chosen today.
 */
export function readAnswers(
  form: readonly FormField[],
  typed: Readonly<Record<string, unknown>>,
  knownRegion: (code: string) => boolean,
): { answers: Answers; faults: AnswerFault[] } {
  const answers: Answers = {}
  const faults: AnswerFault[] = []
  for (const field of form) {
    const given = Object.hasOwn(typed, field.key) ? typed[field.key] : undefined
    const read = readOne(field, given, knownRegion)
    if ('code' in read)
      faults.push({ field: field.key, code: read.code, detail: { label: field.label, ...read.detail } })
    else if (read.value !== undefined) answers[field.key] = read.value
  }
  return { answers, faults }
}

type Read = { value: Answer | undefined } | { code: string; detail?: { most: number } }

function readOne(field: FormField, given: unknown, knownRegion: (code: string) => boolean): Read {
  if (field.type === 'multiselect') return readChoices(field, given)
  if (given !== undefined && given !== null && typeof given !== 'string' && typeof given !== 'number')
    return { code: 'hall.field_wrong' }
  const text = String(given ?? '').trim()
  if (text === '') return field.required ? { code: 'hall.field_needed' } : { value: undefined }
  switch (field.type) {
    case 'number':
      return readNumber(text)
    case 'date': {
      const day = parseBusinessDate(text)
      return day.ok ? { value: day.value } : { code: 'hall.field_not_date' }
    }
    case 'select':
      return (field.options ?? []).some((one) => one.value === text)
        ? { value: text }
        : { code: 'hall.field_not_option' }
    case 'region':
      return knownRegion(text) ? { value: text } : { code: 'hall.field_not_region' }
    default:
      return text.length > longest[field.type]
        ? { code: 'hall.field_too_long', detail: { most: longest[field.type] } }
        : { value: text }
  }
}

function readNumber(text: string): Read {
  const digits = text.normalize('NFKC').replace(/,/gu, '')
  if (!/^\d{1,13}(\.\d{1,4})?$/u.test(digits)) return { code: 'hall.field_not_number' }
  const value = Number(digits)
  return value <= largestNumber ? { value } : { code: 'hall.field_not_number' }
}

function readChoices(field: FormField, given: unknown): Read {
  const list = Array.isArray(given) ? given : given === undefined || given === null || given === '' ? [] : [given]
  const chosen = [...new Set(list.flatMap((one) => (typeof one === 'string' ? one.split(',') : [one])))]
  if (chosen.length === 0) return field.required ? { code: 'hall.field_needed' } : { value: undefined }
  const known = new Set((field.options ?? []).map((one) => one.value))
  const values = chosen.filter((one): one is string => typeof one === 'string' && known.has(one))
  return values.length === chosen.length ? { value: values } : { code: 'hall.field_not_option' }
}

/** One answer in words, for people: option labels instead of values. Region codes are named by the caller. */
export function answerInWords(field: FormField, answer: Answer | undefined, english = false): string {
  if (answer === undefined) return ''
  const labelOf = (value: string) => {
    const option = (field.options ?? []).find((one) => one.value === value)
    return (english ? option?.labelEn || option?.label : option?.label) ?? value
  }
  if (Array.isArray(answer)) return answer.map(labelOf).join(english ? ', ' : '、')
  const text = String(answer)
  if (field.type === 'date' && isBusinessDate(text)) return english ? formatDateEn(text) : formatDateZh(text)
  return field.type === 'select' ? labelOf(text) : text
}

/** What is wrong with a form that the catalogue editor wrote: keys twice, choices without options. */
export function faultsOfForm(form: readonly FormField[]): { field: string; code: string; detail: { label: string } }[] {
  const seen = new Set<string>()
  return form.flatMap((field, index) => {
    const where = `form.${index}`
    const detail = { label: field.label || String(index + 1) }
    const faults = []
    if (field.label.trim() === '') faults.push({ field: where, code: 'hall.form_label_needed', detail })
    if (!/^[a-z][a-zA-Z0-9]{0,39}$/u.test(field.key) || reserved.has(field.key))
      faults.push({ field: where, code: 'hall.form_key_wrong', detail })
    else if (seen.has(field.key)) faults.push({ field: where, code: 'hall.form_key_twice', detail })
    seen.add(field.key)
    const choice = field.type === 'select' || field.type === 'multiselect'
    const values = (field.options ?? []).map((one) => one.value.trim())
    const usable = values.length > 0 && values.every((one) => one !== '' && !one.includes(','))
    if (choice && (!usable || new Set(values).size !== values.length))
      faults.push({ field: where, code: 'hall.form_options_needed', detail })
    return faults
  })
}

// Asked on every form beside the service's own fields; also names that an object has by birth.
const reserved = new Set(['applicantName', 'phone', 'consent', 'onceKey', 'number', 'proof', 'constructor', 'toString'])
