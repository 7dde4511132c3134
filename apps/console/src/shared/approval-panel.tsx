import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ApiProblem } from './api.ts'
import { ApprovalDecision } from './approval-decision.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { type ApprovalKey, deskPort } from './desk-port.ts'
import type { ApprovalStep, ApprovalView } from './desk-types.ts'
import { Empty } from './empty.tsx'
import { useLocale, useText } from './locale.ts'
import { QueryView } from './query-view.tsx'
import { SnapshotFacts } from './snapshot-facts.tsx'
import { loadSnapshotViews } from './snapshots.ts'
import { statuses, type Tone } from './status.ts'
import { StatusTag } from './status-tag.tsx'
import { TimelineList } from './timeline-list.tsx'

export type ApprovalPanelProps = ApprovalKey & {
  onDecided?: () => void
  /** the drawer already shows the subject: leave the snapshot out */
  withoutSnapshot?: boolean
}

const states = {
  open: statuses.reviewing,
  passed: statuses.passed,
  returned: statuses.returned,
  withdrawn: statuses.withdrawn,
}

/** What was submitted as it stood then, every step, and the decision of whoever may take it. */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const t = useText()
  const locale = useLocale()
  const queries = useQueryClient()
  const key: ApprovalKey = 'approvalId' in props ? { approvalId: props.approvalId } : { subject: props.subject }
  const query = useQuery<ApprovalView | null, ApiProblem>({
    queryKey: ['approval', key, locale],
    queryFn: async ({ signal }) => (await deskPort?.findApproval(key, signal)) ?? null,
  })
  return (
    <section className="approval" aria-label={t.approval}>
      <QueryView query={query}>
        {(approval) =>
          approval === null ? (
            <Empty title={t.approvalNone} hint={t.approvalNoneHint} />
          ) : (
            <>
              <h3>
                {approval.title} <StatusTag status={states[approval.state]} />
              </h3>
              {!props.withoutSnapshot && <Snapshot approval={approval} />}
              <h4>{t.approvalSteps}</h4>
              <TimelineList
                items={[
                  { at: approval.askedAt, title: t.askedBy(approval.askedByName), tone: 'good' },
                  ...approval.steps.map((step) => stepItem(step, locale === 'en' ? step.nameEn : step.name)),
                ]}
              />
              {approval.state === 'open' && approval.canWithdraw && (
                <ConfirmButton
                  ask={t.withdrawAsk}
                  onConfirm={async () => {
                    await deskPort?.withdraw(approval.id)
                    await queries.invalidateQueries()
                    props.onDecided?.()
                  }}
                >
                  {t.withdraw}
                </ConfirmButton>
              )}
              {approval.state === 'open' &&
                (approval.canDecide ? (
                  <ApprovalDecision
                    approvalId={approval.id}
                    onDecided={() => {
                      void queries.invalidateQueries()
                      props.onDecided?.()
                    }}
                  />
                ) : (
                  <p className="quiet">{approval.whyNot ?? t.approvalNotYours}</p>
                ))}
            </>
          )
        }
      </QueryView>
    </section>
  )
}

function Snapshot({ approval }: { approval: ApprovalView }) {
  const t = useText()
  const views = useQuery({
    queryKey: ['snapshot-views'],
    queryFn: loadSnapshotViews,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (views.isPending) return <Skeleton active />
  const View = views.data?.[approval.subjectKind]
  return (
    <div className="snapshot">
      <h4>{t.approvalSubject}</h4>
      {View ? <View snapshot={approval.snapshot} /> : <SnapshotFacts snapshot={approval.snapshot} />}
    </div>
  )
}

const stepTones: Record<ApprovalStep['state'], Tone> = {
  passed: 'good',
  returned: 'bad',
  current: 'waiting',
  ahead: 'quiet',
}

function stepItem(step: ApprovalStep, name: string) {
  return {
    key: name,
    at: step.at,
    title: (
      <>
        {name}{' '}
        {step.state === 'current' ? (
          <StatusTag status={statuses.waiting} />
        ) : step.state === 'ahead' ? null : (
          <StatusTag status={statuses[step.state]} />
        )}
      </>
    ),
    by: step.by ?? undefined,
    note: step.reason,
    tone: stepTones[step.state],
  }
}
