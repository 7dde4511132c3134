import type { Tx } from '../../platform/db.ts'
import type { Activity } from './activity.queries.ts'
import { listOrderedActivities } from './activity.service.ts'
import { type GoalBoard, goalBoard } from './goal.service.ts'

/** An activity as visitors see it: without the evidence file and who keeps it. */
export type PublicActivity = Omit<Activity, 'evidence' | 'evidenceFileId' | 'version' | 'source'>

export async function listPublicActivities(tx: Tx): Promise<PublicActivity[]> {
  const rows = await listOrderedActivities(tx)
  return rows.map(({ evidence: _e, evidenceFileId: _f, version: _v, source: _s, ...shown }) => shown)
}

export interface PublicGoal {
  key: string
  title: string
  titleEn: string
  summary: string
  summaryEn: string
  clause: string
  targets: Pick<
    GoalBoard[number]['targets'][number],
    | 'key'
    | 'name'
    | 'nameEn'
    | 'comparator'
    | 'target'
    | 'unit'
    | 'unitEn'
    | 'due'
    | 'period'
    | 'value'
    | 'asOf'
    | 'state'
  >[]
}

/** Goals with the values that were entered with evidence; who answers for them stays inside. */
export async function listPublicGoals(tx: Tx): Promise<PublicGoal[]> {
  return (await goalBoard(tx)).map(({ key, title, titleEn, summary, summaryEn, clause, targets }) => ({
    key,
    title,
    titleEn,
    summary,
    summaryEn,
    clause,
    targets: targets.map((one) => ({
      key: one.key,
      name: one.name,
      nameEn: one.nameEn,
      comparator: one.comparator,
      target: one.target,
      unit: one.unit,
      unitEn: one.unitEn,
      due: one.due,
      period: one.period,
      value: one.value,
      asOf: one.asOf,
      state: one.state,
    })),
  }))
}
