import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { centreContract } from '@xianghui/server/contract/centre'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { FieldInput } from '../shared/form-field.ts'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import type { HolidayDay, Notice } from './holiday-shapes.ts'
import { locale } from './locale.ts'

/** A notice is written whole: its source, and every day it names. */
export function HolidayForm({ notice, close }: { notice: Notice; close: () => void }) {
  const t = useText(locale)
  const save = useAct(centreContract.saveHolidays, { done: t.holidaysSaved, quiet: true })
  return (
    <ResourceForm<{ source: string; days: HolidayDay[] }>
      name={`holidays:${notice.year}`}
      schema={centreContract.saveHolidays.body}
      fields={[
        { key: 'source', label: t.source, why: t.sourceWhy, kind: 'text', required: true },
        {
          key: 'days',
          label: t.days,
          kind: 'node',
          required: true,
          render: (input) => <DaysEditor {...input} year={notice.year} />,
        },
      ]}
      initial={{ source: notice.source ?? '', days: notice.days }}
      onSubmit={(body) => save.actOrThrow({ params: { year: notice.year }, body })}
      onDone={close}
      onCancel={close}
    />
  )
}

function DaysEditor({ id, value, onChange, year }: FieldInput & { year: number }) {
  const t = useText(locale)
  const days = Array.isArray(value) ? (value as HolidayDay[]) : []
  const set = (index: number, change: Partial<HolidayDay>) =>
    onChange?.(days.map((day, at) => (at === index ? { ...day, ...change } : day)))
  const last = days.at(-1)
  return (
    <div id={id} className="holiday-editor">
      {days.map((day, index) => (
        <div key={`${day.date}${index}`}>
          <DatePicker
            aria-label={t.date}
            allowClear={false}
            value={day.date ? dayjs(day.date) : null}
            onChange={(date) => set(index, { date: date?.format('YYYY-MM-DD') ?? '' })}
          />
          <Input
            aria-label={t.dayName}
            placeholder={t.dayName}
            value={day.name}
            maxLength={30}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Select
            aria-label={t.kindOfDay}
            value={day.isOff}
            options={[
              { value: true, label: t.off },
              { value: false, label: t.work },
            ]}
            onChange={(isOff) => set(index, { isOff })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t.dropDay}：${day.date}`}
            onClick={() => onChange?.(days.filter((_day, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() =>
          onChange?.([
            ...days,
            {
              date: last ? dayjs(last.date).add(1, 'day').format('YYYY-MM-DD') : `${year}-01-01`,
              name: last?.name ?? '',
              isOff: true,
            },
          ])
        }
      >
        {t.addDay}
      </Button>
    </div>
  )
}
