import { isBusinessDate } from '@xianghui/kit/calendar'
import { regionLevel } from '@xianghui/kit/region-code'
import type { FieldFault } from '../../platform/refusal.ts'
import { isRecord } from './rule.rules.ts'

/** One field of a rule's value; the console draws the form by it (plans/lushui/README.md, 规则的写法). */
export interface RuleField {
  key: string
  label: string
  labelEn: string
  type: RuleFieldType
  options?: readonly RuleOption[]
  min?: number
  max?: number
  nullable?: boolean
  columns?: readonly RuleField[]
}
export interface RuleOption {
  value: string | number
  label: string
  labelEn: string
}
export const ruleFieldTypes = [
  'text',
  'number',
  'integer',
  'boolean',
  'time',
  'monthDay',
  'month',
  'date',
  'region',
  'select',
  'multiselect',
  'sortedlist',
  'rows',
] as const
export type RuleFieldType = (typeof ruleFieldTypes)[number]

const mostText = 500
const mostRows = 100

/** Every fault of a value against its fields, field by field: `inBy`, `criteria.2.weight`. */
export function faultsOfValue(fields: readonly RuleField[], value: unknown, at = ''): FieldFault[] {
  if (!isRecord(value)) return [{ field: at || 'value', code: 'rule.field_wrong' }]
  const known = new Set(fields.map((field) => field.key))
  const unknown = Object.keys(value).filter((key) => !known.has(key))
  return [
    ...unknown.map((key) => ({ field: at + key, code: 'rule.field_unknown' })),
    ...fields.flatMap((field) => faultsOfField(field, value[field.key], at)),
  ]
}

function faultsOfField(field: RuleField, value: unknown, at: string): FieldFault[] {
  const path = at + field.key
  const fault = (code: string, detail?: Record<string, unknown>): FieldFault[] => [
    { field: path, code, detail: { label: field.label, ...detail } },
  ]
  if (value === null || value === undefined) return field.nullable ? [] : fault('rule.field_needed')
  if (field.type === 'rows') return faultsOfRows(field, value, path)
  if (!isOfType(field, value)) return fault('rule.field_wrong')
  if (typeof value === 'number' && field.min !== undefined && value < field.min)
    return fault('rule.field_too_small', { min: field.min })
  if (typeof value === 'number' && field.max !== undefined && value > field.max)
    return fault('rule.field_too_large', { max: field.max })
  return []
}

function faultsOfRows(field: RuleField, value: unknown, path: string): FieldFault[] {
  if (!Array.isArray(value) || value.length > mostRows)
    return [{ field: path, code: 'rule.field_wrong', detail: { label: field.label } }]
  return value.flatMap((row, index) => faultsOfValue(field.columns ?? [], row, `${path}.${index}.`))
}

function isOfType(field: RuleField, value: unknown): boolean {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'integer':
      return Number.isSafeInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'select':
      return isOption(field, value)
    case 'multiselect':
    case 'sortedlist':
      return isChoice(field, value)
    default:
      return typeof value === 'string' && isText(field.type, value)
  }
}

function isText(type: RuleFieldType, value: string): boolean {
  if (type === 'time') return /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value)
  // 2020 is a leap year, so 02-29 is a day of some year.
  if (type === 'monthDay') return isBusinessDate(`2020-${value}`)
  if (type === 'month') return isBusinessDate(`${value}-01`)
  if (type === 'date') return isBusinessDate(value)
  if (type === 'region') return regionLevel(value) !== null
  return value.trim() !== '' && value.length <= mostText
}

function isOption(field: RuleField, value: unknown): boolean {
  return (field.options ?? []).some((option) => option.value === value)
}

function isChoice(field: RuleField, value: unknown): boolean {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return false
  const complete = field.type !== 'sortedlist' || value.length === (field.options ?? []).length
  return complete && value.every((one) => isOption(field, one))
}
