import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { locale } from './locale.ts'
import { asRecord, type RuleField } from './rule-shapes.ts'

/** A rule's value in words: no codes, no JSON. */
export function ValueView({ fields, value }: { fields: readonly RuleField[]; value: unknown }) {
  const pick = usePick()
  const record = asRecord(value)
  return (
    <Facts
      columns={2}
      items={fields.map((field) => ({
        label: pick({ zh: field.label, en: field.labelEn }),
        value: <FieldValue field={field} value={record[field.key]} />,
        wide: field.type === 'rows',
      }))}
    />
  )
}

function FieldValue({ field, value }: { field: RuleField; value: unknown }) {
  const t = useText(locale)
  const words = useWords()
  if (field.type !== 'rows') return <>{words(field, value)}</>
  const rows = Array.isArray(value) ? value.map(asRecord) : []
  if (rows.length === 0) return <span className="quiet">{t.unset}</span>
  // The codes of a row are for the program; people read its names.
  const columns = (field.columns ?? []).filter((column) => column.key !== 'key' && column.key !== 'nameEn')
  return (
    <ul className="rule-rows">
      {rows.map((row, index) => (
        <li key={index}>{columns.map((column) => words(column, row[column.key])).join(' · ')}</li>
      ))}
    </ul>
  )
}

/** The words of one plain value. */
export function useWords(): (field: Omit<RuleField, 'columns'>, value: unknown) => string {
  const t = useText(locale)
  const shared = useText()
  const pick = usePick()
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t.unset
    if (typeof value === 'boolean') return value ? shared.yes : shared.no
    const option = (one: unknown) => {
      const found = field.options?.find((each) => each.value === one)
      return found ? pick({ zh: found.label, en: found.labelEn }) : String(one)
    }
    if (Array.isArray(value)) return value.map(option).join(field.type === 'sortedlist' ? ' › ' : '、') || t.unset
    return option(value)
  }
}
