import { canonicalJson } from '@xianghui/kit/canonical'
import { centreContract } from '@xianghui/server/contract/centre'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { TimelineList } from '../shared/timeline-list.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { RuleForm } from './rule-form.tsx'
import { type RuleDetail, type RuleVersion, sourceStatuses } from './rule-shapes.ts'
import { ValueView } from './value-view.tsx'

/** One rule: what is in force, the plan's own words, readings to choose, and who changed what. */
export function RuleDrawer({ ruleKey, day }: { ruleKey: string; day: string | undefined }) {
  const pick = usePick()
  const query = useApi(centreContract.getRule, { params: { key: ruleKey }, query: day ? { day } : {} })
  const rule = query.data
  return (
    <DetailDrawer
      title={rule ? pick({ zh: rule.title, en: rule.titleEn }) : ''}
      status={rule?.inForce && <StatusTag status={sourceStatuses[rule.inForce.source]} />}
      closeTo="/rules"
      query={query}
      width={720}
    >
      {rule && <Detail key={rule.key} rule={rule} />}
    </DetailDrawer>
  )
}

function Detail({ rule }: { rule: RuleDetail }) {
  const t = useText(locale)
  const pick = usePick()
  const can = useCan()
  const [editing, setEditing] = useState<{ value: unknown; reading: string | null } | null>(null)
  const mayWrite = can('rule.write')
  if (editing) return <RuleForm rule={rule} start={editing} close={() => setEditing(null)} />
  return (
    <div className="rule-detail">
      <p>{pick({ zh: rule.summary, en: rule.summaryEn })}</p>
      <h3>{t.inForce}</h3>
      {rule.inForce ? <ValueView fields={rule.fields} value={rule.inForce.value} /> : <p>{t.noneInForce}</p>}
      {mayWrite && (
        <div className="form-acts">
          <Button
            type="primary"
            onClick={() => setEditing({ value: rule.inForce?.value ?? rule.readings[0]?.value ?? {}, reading: null })}
          >
            {t.change}
          </Button>
          {rule.history.some((version) => version.source === 'company') && <EndRule ruleKey={rule.key} />}
        </div>
      )}
      {rule.literal && (
        <>
          <h3>
            {t.literal} <span className="quiet">{rule.clause}</span>
          </h3>
          <blockquote className="plan-words">{rule.literal}</blockquote>
        </>
      )}
      {rule.problem && (
        <>
          <h3>{t.problem}</h3>
          <p>{pick({ zh: rule.problem, en: rule.problemEn ?? rule.problem })}</p>
        </>
      )}
      {rule.readings.length > 0 && (
        <>
          <h3>{t.readings}</h3>
          <ul className="rule-readings">
            {rule.readings.map((reading) => (
              <li key={reading.key}>
                <span>{pick({ zh: reading.label, en: reading.labelEn })}</span>
                {rule.inForce && isSame(rule.inForce.value, reading.value) ? (
                  <strong>{t.readingNow}</strong>
                ) : (
                  mayWrite && (
                    <Button size="small" onClick={() => setEditing({ value: reading.value, reading: reading.key })}>
                      {t.useReading}
                    </Button>
                  )
                )}
                {reading.key === rule.defaultReading && <span className="quiet">{t.readingDefault}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t.history}</h3>
      <History rule={rule} />
    </div>
  )
}

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

function History({ rule }: { rule: RuleDetail }) {
  const t = useText(locale)
  const pick = usePick()
  const span = (version: RuleVersion) =>
    [version.validFrom ? t.from(version.validFrom) : t.always, version.validTo && t.until(version.validTo)]
      .filter(Boolean)
      .join(' ')
  return (
    <TimelineList
      items={rule.history.map((version) => ({
        key: version.id ?? 'program',
        at: version.createdAt,
        by: version.createdByName,
        tone: sourceStatuses[version.source].tone,
        title: `${pick(sourceStatuses[version.source])}${version.value === null ? ` ${t.closed}` : ''} ${span(version)}`,
        note: (
          <>
            <p className="quiet">{version.reason}</p>
            {version.value !== null && <ValueView fields={rule.fields} value={version.value} />}
          </>
        ),
      }))}
    />
  )
}

function EndRule({ ruleKey }: { ruleKey: string }) {
  const t = useText(locale)
  const end = useAct(centreContract.endRule, { done: t.ended, quiet: true })
  return (
    <FormModal title={t.end} trigger={<Button danger>{t.end}</Button>}>
      {(close) => (
        <ResourceForm<{ lastDay: string; reason: string }>
          name={`rule-end:${ruleKey}`}
          draft={false}
          submit={t.end}
          fields={[
            { key: 'lastDay', label: t.endLastDay, why: t.endWhy, kind: 'day', required: true },
            { key: 'reason', label: t.reason, why: t.reasonWhy, kind: 'textarea', required: true, max: 500 },
          ]}
          onSubmit={(body) => end.actOrThrow({ params: { key: ruleKey }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
