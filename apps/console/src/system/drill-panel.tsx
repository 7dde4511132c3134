import type { ReplyOf } from '@xianghui/kit/contract'
import type { systemContract } from '@xianghui/server/contract/system'
import { DateText } from '../shared/date-text.tsx'
import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import { statuses } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { locale } from './locale.ts'

/** What the last weekly drill found. */
export function DrillPanel({ drill }: { drill: ReplyOf<typeof systemContract.listBackups>['drill'] }) {
  const t = useText(locale)
  return (
    <section className="health-card system-panel">
      <h2>{t.drillTitle}</h2>
      {drill === null ? (
        <p>{t.drillNone}</p>
      ) : (
        <>
          <p>
            <StatusTag
              status={
                drill.ok
                  ? { ...statuses.good, zh: '通过', en: 'Passed' }
                  : { ...statuses.fault, zh: '不通过', en: 'Failed' }
              }
            />{' '}
            {drill.ok && (drill.depth === 'rows' ? t.drillRows(drill.tables, drill.rows) : t.drillFiles)}
          </p>
          <Facts
            columns={2}
            items={[
              { label: t.drillAt, value: <DateText value={drill.at} time /> },
              { label: t.drillOf, value: <code>{drill.stamp}</code> },
              { label: t.took, value: t.seconds(drill.seconds) },
              ...(drill.ok ? [] : [{ label: t.drillFaults, value: drill.faults.join('，'), wide: true as const }]),
            ]}
          />
        </>
      )}
    </section>
  )
}
