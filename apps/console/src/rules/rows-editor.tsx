import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select, Switch } from 'antd'
import type { FieldInput } from '../shared/form-field.ts'
import { usePick, useText } from '../shared/locale.ts'
import { locale } from './locale.ts'
import { asRecord, type RuleField } from './rule-shapes.ts'

type ColumnShape = NonNullable<RuleField['columns']>[number]

/** A value of several rows, such as the five criteria with their weights (A10). */
export function RowsEditor({
  id,
  value,
  onChange,
  disabled,
  columns,
}: FieldInput & { columns: readonly ColumnShape[] }) {
  const t = useText(locale)
  const rows = Array.isArray(value) ? value.map(asRecord) : []
  // A row's code is for the program: kept as it is, made for a new row, never asked for.
  const shown = columns.filter((column) => column.key !== 'key')
  const blank = () =>
    Object.fromEntries(columns.map(({ key }) => [key, key === 'key' ? `own_${Date.now().toString(36)}` : null]))
  const set = (index: number, key: string, one: unknown) =>
    onChange?.(rows.map((row, at) => (at === index ? { ...row, [key]: one } : row)))
  return (
    <div id={id} className="rule-editor">
      {rows.map((row, index) => (
        <fieldset key={index} disabled={disabled}>
          {shown.map((column) => (
            <Cell key={column.key} column={column} value={row[column.key]} set={(one) => set(index, column.key, one)} />
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t.dropRow}
            onClick={() => onChange?.(rows.filter((_row, at) => at !== index))}
          />
        </fieldset>
      ))}
      <Button icon={<PlusOutlined />} disabled={disabled} onClick={() => onChange?.([...rows, blank()])}>
        {t.addRow}
      </Button>
    </div>
  )
}

function Cell({ column, value, set }: { column: ColumnShape; value: unknown; set: (one: unknown) => void }) {
  const pick = usePick()
  const label = pick({ zh: column.label, en: column.labelEn })
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the label's child, chosen by the column's type
    <label>
      <span className="quiet">{label}</span>
      <Control column={column} value={value} set={set} label={label} />
    </label>
  )
}

function Control(props: { column: ColumnShape; value: unknown; set: (one: unknown) => void; label: string }) {
  const pick = usePick()
  const { column, value, set, label } = props
  if (column.type === 'number' || column.type === 'integer')
    return (
      <InputNumber
        aria-label={label}
        value={typeof value === 'number' ? value : null}
        min={column.min}
        max={column.max}
        onChange={set}
      />
    )
  if (column.type === 'boolean') return <Switch aria-label={label} checked={value === true} onChange={set} />
  if (column.type === 'select')
    return (
      <Select
        aria-label={label}
        value={value as string | number | null}
        options={(column.options ?? []).map((option) => ({
          value: option.value,
          label: pick({ zh: option.label, en: option.labelEn }),
        }))}
        onChange={set}
      />
    )
  return (
    <Input
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      maxLength={200}
      onChange={(event) => set(event.target.value)}
    />
  )
}
