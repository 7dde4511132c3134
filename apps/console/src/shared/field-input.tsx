import { DatePicker, Input, InputNumber, Radio, Select, Switch, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { type AttachedFile, AttachmentList } from './attachment-list.tsx'
import type { FieldInput, FormField } from './form-field.ts'
import { useText } from './locale.ts'
import { PersonPicker } from './person-picker.tsx'
import { RegionPicker } from './region-picker.tsx'
import { StationPicker } from './station-picker.tsx'
import { YuanInput } from './yuan-input.tsx'

export interface FieldInputProps extends FieldInput {
  field: FormField
  values: Readonly<Record<string, unknown>>
}

/** The control of a field; antd's Form.Item gives id, value and onChange. */
export function FieldControl({ field, values, ...input }: FieldInputProps) {
  const t = useText()
  const { id, disabled } = input
  const text = typeof input.value === 'string' ? input.value : undefined
  const set = (value: unknown) => input.onChange?.(value)
  const hint = field.placeholder
  switch (field.kind) {
    case 'textarea':
      return (
        <Input.TextArea
          id={id}
          value={text}
          disabled={disabled}
          placeholder={hint}
          maxLength={field.max}
          showCount={field.max !== undefined}
          className="grows"
          rows={3}
          onChange={(event) => set(event.target.value)}
        />
      )
    case 'password':
      return (
        <Input.Password
          id={id}
          value={text}
          disabled={disabled}
          autoComplete={field.autoComplete ?? 'new-password'}
          maxLength={field.max}
          onChange={(event) => set(event.target.value)}
        />
      )
    case 'number':
      return (
        <InputNumber
          id={id}
          className="wide"
          value={typeof input.value === 'number' ? input.value : null}
          disabled={disabled}
          placeholder={hint}
          min={field.min}
          max={field.max}
          onChange={set}
        />
      )
    case 'yuan':
      return (
        <YuanInput
          id={id}
          value={typeof input.value === 'number' ? input.value : null}
          disabled={disabled}
          onChange={set}
        />
      )
    case 'switch':
      return <Switch id={id} checked={input.value === true} disabled={disabled} onChange={set} />
    case 'select':
    case 'multi':
      return (
        <Select
          id={id}
          mode={field.kind === 'multi' ? 'multiple' : undefined}
          allowClear={!field.required}
          value={input.value ?? undefined}
          disabled={disabled}
          placeholder={hint ?? t.choose(field.label)}
          options={[...(field.options ?? [])]}
          showSearch={(field.options?.length ?? 0) > 8 ? { optionFilterProp: 'label' } : false}
          onChange={set}
        />
      )
    case 'radio':
      return (
        <Radio.Group id={id} value={input.value} disabled={disabled} onChange={(event) => set(event.target.value)}>
          {field.options?.map((option) => (
            <Radio key={option.value} value={option.value} disabled={option.disabled}>
              {option.label} {option.note && <span className="quiet">{option.note}</span>}
            </Radio>
          ))}
        </Radio.Group>
      )
    case 'day':
      return (
        <DatePicker
          id={id}
          className="wide"
          value={text ? dayjs(text) : null}
          disabled={disabled}
          onChange={(day) => set(day ? day.format('YYYY-MM-DD') : null)}
        />
      )
    case 'days': {
      const days = Array.isArray(input.value) ? input.value : []
      return (
        <DatePicker.RangePicker
          id={id ? { start: id, end: `${id}-end` } : undefined}
          className="wide"
          value={days[0] && days[1] ? [dayjs(String(days[0])), dayjs(String(days[1]))] : null}
          disabled={disabled}
          onChange={(range) => set(range?.[0] && range[1] ? range.map((day) => day?.format('YYYY-MM-DD')) : null)}
        />
      )
    }
    case 'instant':
      return (
        <DatePicker
          id={id}
          className="wide"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={text ? dayjs(text) : null}
          disabled={disabled}
          onChange={(instant) => set(instant ? instant.toISOString() : null)}
        />
      )
    case 'time':
      return (
        <TimePicker
          id={id}
          className="wide"
          format="HH:mm"
          minuteStep={5}
          value={text ? dayjs(`2000-01-01T${text}`) : null}
          disabled={disabled}
          onChange={(time) => set(time ? time.format('HH:mm') : null)}
        />
      )
    case 'person':
      return (
        <PersonPicker id={id} value={text} known={field.known} disabled={disabled} placeholder={hint} onChange={set} />
      )
    case 'region':
      return (
        <RegionPicker id={id} value={text} known={field.known} disabled={disabled} placeholder={hint} onChange={set} />
      )
    case 'station':
      return (
        <StationPicker id={id} value={text} known={field.known} disabled={disabled} placeholder={hint} onChange={set} />
      )
    case 'attachments':
      return (
        <AttachmentList
          value={Array.isArray(input.value) ? (input.value as AttachedFile[]) : []}
          most={field.max}
          onChange={disabled ? undefined : set}
        />
      )
    case 'node':
      return field.render?.({ ...input, id }, values) ?? null
    case 'heading':
      return null
    case 'phone':
    case 'text':
      return (
        <Input
          id={id}
          value={text}
          disabled={disabled}
          placeholder={hint}
          maxLength={field.max}
          inputMode={field.kind === 'phone' ? 'tel' : undefined}
          autoComplete={field.autoComplete ?? 'off'}
          onChange={(event) => set(event.target.value)}
        />
      )
  }
}
