import { usePick, useText } from '../shared/locale.ts'
import type { FormField } from '../shared/resource-form.tsx'
import { optionsOf } from '../shared/status.ts'
import { FormEditor } from './form-editor.tsx'
import { type Choices, type FormRow, serviceStates } from './hall-shapes.ts'
import { LinesInput } from './lines-input.tsx'
import { locale } from './locale.ts'

/** The fields of a service: what it is, its guide, its form. */
export function useServiceFields(choices: Choices, isNew: boolean): FormField[] {
  const t = useText(locale)
  const pick = usePick()
  const named = (rows: readonly { key: string; name: string; nameEn: string }[]) =>
    rows.map((one) => ({ value: one.key, label: pick({ zh: one.name, en: one.nameEn }) }))
  const lines = (key: string, label: string): FormField => ({
    key,
    label,
    why: t.linesWhy,
    kind: 'node',
    render: ({ id, value, onChange, disabled }) => (
      <LinesInput
        {...(id ? { id } : {})}
        value={(value ?? []) as string[]}
        disabled={disabled ?? false}
        onChange={(next) => onChange?.(next)}
      />
    ),
  })
  return [
    { key: 'name', label: t.name, kind: 'text', required: true },
    { key: 'nameEn', label: t.nameEn, kind: 'text' },
    { key: 'key', label: t.key, why: t.keyWhy, kind: 'text', required: true, readOnly: !isNew },
    { key: 'lineKey', label: t.line, kind: 'select', required: true, options: named(choices.lines) },
    { key: 'zoneKey', label: t.zone, kind: 'select', options: named(choices.zones) },
    { key: 'audience', label: t.audience, kind: 'multi', options: named(choices.audiences) },
    { key: 'summary', label: t.summary, kind: 'textarea', required: true },
    { key: 'summaryEn', label: t.summaryEn, kind: 'textarea' },
    { key: 'state', label: t.serviceState, kind: 'radio', required: true, options: optionsOf(serviceStates, pick) },
    { key: 'timeLimitDays', label: t.timeLimit, why: t.timeLimitWhy, kind: 'number', min: 1, max: 365 },
    { key: 'feeFen', label: t.fee, why: t.feeWhy, kind: 'yuan' },
    { key: 'feeNote', label: t.feeNote, kind: 'text' },
    { key: 'feeNoteEn', label: t.feeNoteEn, kind: 'text' },
    { key: 'position', label: t.order, why: t.orderWhy, kind: 'number' },
    { key: 'guideHead', label: t.guide, kind: 'heading' },
    { key: 'guide.who', label: t.who, kind: 'textarea' },
    { key: 'guide.whoEn', label: t.whoEn, kind: 'textarea' },
    lines('guide.materials', t.materials),
    lines('guide.materialsEn', t.materialsEn),
    lines('guide.steps', t.steps),
    lines('guide.stepsEn', t.stepsEn),
    { key: 'guide.where', label: t.where, kind: 'text' },
    { key: 'guide.whereEn', label: t.whereEn, kind: 'text' },
    {
      key: 'form',
      label: t.form,
      why: t.formWhy,
      kind: 'node',
      render: ({ value, onChange, disabled }) => (
        <FormEditor
          value={(value ?? []) as FormRow[]}
          disabled={disabled ?? false}
          onChange={(next) => onChange?.(next)}
        />
      ),
    },
  ]
}
