import { centreContract } from '@xianghui/server/contract/centre'
import { useMemo } from 'react'
import { usePick, useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import { formFieldsOf, fromForm, toForm } from './rule-form-fields.tsx'
import { asRecord, type RuleDetail } from './rule-shapes.ts'

interface Values {
  value: Record<string, unknown>
  validFrom: string
  validTo: string | null
  reason: string
}

/** A new version as the company's rule; old versions are never edited. */
export function RuleForm({
  rule,
  start,
  close,
}: {
  rule: RuleDetail
  start: { value: unknown; reading: string | null }
  close: () => void
}) {
  const t = useText(locale)
  const pick = usePick()
  const save = useAct(centreContract.saveRule, { done: t.saved, quiet: true })
  const fields = useMemo(
    () => [
      ...formFieldsOf(rule.fields, t, pick),
      { key: 'validFrom', label: t.validFrom, kind: 'day', required: true } as const,
      { key: 'validTo', label: t.validTo, why: t.validToWhy, kind: 'day' } as const,
      { key: 'reason', label: t.reason, why: t.reasonWhy, kind: 'textarea', required: true, max: 500 } as const,
    ],
    [rule, t, pick],
  )
  return (
    <ResourceForm<Values>
      name={`rule:${rule.key}:${start.reading ?? 'own'}`}
      draft={false}
      fields={fields}
      initial={{ value: toForm(rule.fields, asRecord(start.value)) }}
      onSubmit={({ value, validFrom, validTo, reason }) =>
        save.actOrThrow({
          params: { key: rule.key },
          body: {
            value: fromForm(rule.fields, value),
            reading: start.reading,
            validFrom,
            validTo: validTo || null,
            reason,
          },
        })
      }
      onDone={close}
      onCancel={close}
    />
  )
}
