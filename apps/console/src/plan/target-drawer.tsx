import { planContract } from '@xianghui/server/contract/plan'
import { Button } from 'antd'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { type Target, targetStates, targetWords } from './plan-shapes.ts'

/** One target: the plan's words, every entered value with its evidence. */
export function TargetDrawer({ id }: { id: string }) {
  const t = useText(locale)
  const pick = usePick()
  const can = useCan()
  const query = useApi(planContract.targetHistory, { params: { id } })
  const target = query.data?.target
  const unit = pick({ zh: target?.unit ?? '', en: target?.unitEn ?? '' })
  return (
    <DetailDrawer
      title={target ? pick({ zh: target.name, en: target.nameEn }) : ''}
      status={target && <StatusTag status={targetStates[target.state]} />}
      closeTo="/goals"
      query={query}
    >
      {target && (
        <>
          <Facts
            items={[
              { label: t.target, value: targetWords(target, pick) || t.states['not-measured'] },
              { label: t.due, value: target.due ? <DateText value={target.due} /> : t.noDue },
              { label: t.owner, value: target.ownerName },
              { label: t.literal, value: `${target.literal}（${target.clause}）`, wide: true },
            ]}
          />
          {can('centre.write') && (
            <div className="form-acts">
              {target.target !== null && <EnterValue target={target} />}
              <SetOwner target={target} />
            </div>
          )}
          <h3>{t.history}</h3>
          {query.data?.values.length === 0 && <p className="quiet">{t.noHistory}</p>}
          <TimelineList
            items={(query.data?.values ?? []).map((one) => ({
              key: one.id,
              at: one.enteredAt,
              by: one.enteredByName,
              title: (
                <>
                  {one.value} {unit} · {t.asOf} <DateText value={one.asOf} />
                </>
              ),
              note: one.evidence,
            }))}
          />
        </>
      )}
    </DetailDrawer>
  )
}

interface Entry {
  value: number
  asOf: string
  evidence: string
}

function EnterValue({ target }: { target: Target }) {
  const t = useText(locale)
  const pick = usePick()
  const enter = useAct(planContract.recordGoalValue, { done: t.valueSaved, quiet: true })
  const unit = pick({ zh: target.unit ?? '', en: target.unitEn ?? '' })
  return (
    <FormModal title={t.enterValue} trigger={<Button type="primary">{t.enterValue}</Button>}>
      {(close) => (
        <ResourceForm<Entry>
          name={`goal:${target.id}`}
          draft={false}
          schema={planContract.recordGoalValue.body}
          fields={[
            { key: 'value', label: unit ? `${t.value}（${unit}）` : t.value, kind: 'number', required: true },
            { key: 'asOf', label: t.asOf, kind: 'day', required: true },
            { key: 'evidence', label: t.valueEvidence, why: t.valueEvidenceWhy, kind: 'textarea', required: true },
          ]}
          onSubmit={(body) => enter.actOrThrow({ params: { id: target.id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}

function SetOwner({ target }: { target: Target }) {
  const t = useText(locale)
  const set = useAct(planContract.setGoalOwner, { done: t.ownerSaved, quiet: true })
  return (
    <FormModal title={t.setOwner} trigger={<Button>{t.setOwner}</Button>}>
      {(close) => (
        <ResourceForm<{ ownerName: string | null }>
          name={`goal-owner:${target.id}`}
          draft={false}
          schema={planContract.setGoalOwner.body}
          fields={[{ key: 'ownerName', label: t.owner, kind: 'text' }]}
          initial={{ ownerName: target.ownerName }}
          onSubmit={(body) => set.actOrThrow({ params: { id: target.id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
