import type { Same, TwoWords } from '../shared/locale.ts'
import type { FormField } from '../shared/resource-form.tsx'
import type { locale } from './locale.ts'
import { RowsEditor } from './rows-editor.tsx'
import type { RuleField } from './rule-shapes.ts'
import { SortedEditor } from './sorted-editor.tsx'

type Words = Same<(typeof locale)['zh']>

/** The fields of a rule as the shared form draws them; values live under `value.`. */
export function formFieldsOf(fields: readonly RuleField[], t: Words, pick: (words: TwoWords) => string): FormField[] {
  return fields.map((field) => {
    const shared = {
      key: `value.${field.key}`,
      label: pick({ zh: field.label, en: field.labelEn }),
      required: !field.nullable,
      ...(field.min === undefined ? {} : { min: field.min }),
      ...(field.max === undefined ? {} : { max: field.max }),
    }
    const options = (field.options ?? []).map((option) => ({
      value: codeOf(option.value),
      label: pick({ zh: option.label, en: option.labelEn }),
    }))
    switch (field.type) {
      case 'number':
      case 'integer':
        return { ...shared, kind: 'number' }
      case 'boolean':
        return { ...shared, kind: 'switch' }
      case 'date':
        return { ...shared, kind: 'day' }
      case 'region':
        return { ...shared, kind: 'region' }
      case 'select':
        return { ...shared, kind: options.length <= 3 ? 'radio' : 'select', options }
      case 'multiselect':
        return { ...shared, kind: 'multi', options }
      case 'sortedlist':
        return { ...shared, kind: 'node', render: (input) => <SortedEditor {...input} options={options} /> }
      case 'rows':
        return { ...shared, kind: 'node', render: (input) => <RowsEditor {...input} columns={field.columns ?? []} /> }
      case 'time':
        return { ...shared, kind: 'text', why: t.timeHint, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' }
      case 'monthDay':
        return { ...shared, kind: 'text', why: t.monthDayHint, pattern: '^\\d{2}-\\d{2}$' }
      case 'month':
        return { ...shared, kind: 'text', why: t.monthHint, pattern: '^\\d{4}-\\d{2}$' }
      default:
        return { ...shared, kind: 'text' }
    }
  })
}

/** Options may be numbers; the controls know text only. The type goes into the code and comes back out. */
const codeOf = (value: string | number): string => (typeof value === 'number' ? `#${value}` : value)
const optionOf = (code: unknown): unknown =>
  typeof code === 'string' && /^#-?\d+(\.\d+)?$/.test(code) ? Number(code.slice(1)) : code

/** A stored value as the form holds it. */
export function toForm(
  fields: readonly RuleField[],
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return mapFields(fields, value, (one) => (typeof one === 'number' ? `#${one}` : one))
}

/** What the form holds as the server wants it: empty = null, options with their own type. */
export function fromForm(
  fields: readonly RuleField[],
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return mapFields(fields, value, optionOf)
}

function mapFields(
  fields: readonly RuleField[],
  value: Readonly<Record<string, unknown>>,
  map: (one: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      const one = value[field.key]
      if (one === undefined || one === '') return [field.key, null]
      if (field.options === undefined) return [field.key, one]
      return [field.key, Array.isArray(one) ? one.map(map) : map(one)]
    }),
  )
}
