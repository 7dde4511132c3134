import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { type FieldType, fieldTypes } from '@xianghui/server/contract/hall'
import { Button, Checkbox, Input, Select } from 'antd'
import { useText } from '../shared/locale.ts'
import type { FormRow } from './hall-shapes.ts'
import { locale } from './locale.ts'

interface Props {
  value: readonly FormRow[]
  onChange: (value: FormRow[]) => void
  disabled: boolean
}

/** The questions of an application form. Keys are made here: answers are kept under them, nobody needs to see them. */
export function FormEditor({ value, onChange, disabled }: Props) {
  const t = useText(locale)
  const put = (index: number, row: FormRow) => onChange(value.map((one, at) => (at === index ? row : one)))
  const move = (index: number, by: number) => {
    const rows = [...value]
    const [row] = rows.splice(index, 1)
    if (row) rows.splice(index + by, 0, row)
    onChange(rows)
  }
  const add = () => {
    const key = freshKey('field', new Set(value.map((one) => one.key)))
    onChange([
      ...value,
      { key, label: '', labelEn: '', type: 'text', required: false, options: null, help: null, helpEn: null },
    ])
  }
  return (
    <div className="hall-form-editor">
      {value.map((row, index) => (
        <fieldset key={row.key} className="hall-question" disabled={disabled}>
          <legend>{t.fieldNumber(index + 1)}</legend>
          <Question row={row} onChange={(next) => put(index, next)} />
          <div className="hall-question-acts">
            <Button size="small" icon={<ArrowUpOutlined />} disabled={index === 0} onClick={() => move(index, -1)}>
              {t.up}
            </Button>
            <Button
              size="small"
              icon={<ArrowDownOutlined />}
              disabled={index === value.length - 1}
              onClick={() => move(index, 1)}
            >
              {t.down}
            </Button>
            <Button
              size="small"
              danger
              icon={<DeleteOutlined />}
              onClick={() => onChange(value.filter((_one, at) => at !== index))}
            >
              {t.removeField}
            </Button>
          </div>
        </fieldset>
      ))}
      {!disabled && (
        <Button icon={<PlusOutlined />} onClick={add}>
          {t.addField}
        </Button>
      )}
    </div>
  )
}

function Question({ row, onChange }: { row: FormRow; onChange: (row: FormRow) => void }) {
  const t = useText(locale)
  const choice = row.type === 'select' || row.type === 'multiselect'
  const setType = (type: FieldType) => {
    const options = type === 'select' || type === 'multiselect' ? (row.options ?? []) : null
    onChange({ ...row, type, options })
  }
  const text = (key: 'label' | 'labelEn' | 'help' | 'helpEn', word: string) => (
    <div className="hall-question-field">
      <span>{word}</span>
      <Input
        aria-label={word}
        value={row[key] ?? ''}
        maxLength={300}
        onChange={(event) => {
          const written = event.target.value
          const isHelp = key === 'help' || key === 'helpEn'
          onChange({ ...row, [key]: isHelp && written === '' ? null : written })
        }}
      />
    </div>
  )
  return (
    <div className="hall-question-grid">
      {text('label', t.fieldLabel)}
      {text('labelEn', t.fieldLabelEn)}
      <div className="hall-question-field">
        <span>{t.fieldType}</span>
        <Select
          aria-label={t.fieldType}
          value={row.type}
          onChange={setType}
          options={fieldTypes.map((type) => ({ value: type, label: t.fieldTypes[type] }))}
        />
      </div>
      <Checkbox checked={row.required} onChange={(event) => onChange({ ...row, required: event.target.checked })}>
        {t.fieldRequired}
      </Checkbox>
      {text('help', t.fieldHelp)}
      {text('helpEn', t.fieldHelpEn)}
      {choice && <Options options={row.options ?? []} onChange={(options) => onChange({ ...row, options })} />}
    </div>
  )
}

type Options = NonNullable<FormRow['options']>

function Options({ options, onChange }: { options: Options; onChange: (options: Options) => void }) {
  const t = useText(locale)
  const put = (index: number, change: Partial<Options[number]>) =>
    onChange(options.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <div className="hall-options">
      <span>{t.fieldOptions}</span>
      {options.map((one, index) => (
        <div key={one.value} className="hall-option">
          <Input
            aria-label={t.optionLabel}
            placeholder={t.optionLabel}
            value={one.label}
            maxLength={60}
            onChange={(event) => put(index, { label: event.target.value })}
          />
          <Input
            aria-label={t.optionLabelEn}
            placeholder={t.optionLabelEn}
            value={one.labelEn}
            maxLength={120}
            onChange={(event) => put(index, { labelEn: event.target.value })}
          />
          <Button
            aria-label={t.removeField}
            icon={<DeleteOutlined />}
            onClick={() => onChange(options.filter((_one, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => {
          const value = freshKey('option', new Set(options.map((one) => one.value)))
          onChange([...options, { value, label: '', labelEn: '' }])
        }}
      >
        {t.addOption}
      </Button>
    </div>
  )
}

function freshKey(stem: string, taken: ReadonlySet<string>): string {
  let n = taken.size + 1
  while (taken.has(`${stem}${n}`)) n++
  return `${stem}${n}`
}
