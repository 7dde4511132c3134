import { businessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ruleInForce } from '../centre/index.ts'
import { type Activity, findActivity, isFile, listActivities, writeReport } from './activity.queries.ts'
import { type ActivityReport, faultsOfReport, orderActivities } from './activity.rules.ts'

/** The activities in the order that the rule activities.listing asks for (A7). */
export async function listOrderedActivities(tx: Tx): Promise<Activity[]> {
  const rule = await ruleInForce<{ order?: string }>(tx, 'activities.listing', businessDate(tx.now))
  return orderActivities(await listActivities(tx), rule?.value.order === 'by_month' ? 'by_month' : 'as_given')
}

/** Says what became of an activity. @throws Refusal record.not_found | record.changed | plan.report_invalid */
export async function reportActivity(
  tx: Tx,
  actor: Actor,
  input: ActivityReport & { id: string; version: number },
): Promise<Activity> {
  const before = await findActivity(tx, input.id)
  if (!before) throw new Refusal('record.not_found')
  const { status, actualDate, headCount, evidence, evidenceFileId } = input
  const report = { status, actualDate, headCount, evidence: evidence?.trim() || null, evidenceFileId }
  const faults = faultsOfReport(report, businessDate(tx.now))
  if (evidenceFileId && !(await isFile(tx, evidenceFileId)))
    faults.push({ field: 'evidenceFileId', code: 'plan.file_unknown' })
  if (faults.length > 0) throw new Refusal('plan.report_invalid', {}, faults)
  if (!(await writeReport(tx, input.id, input.version, report))) throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'plan.activity_reported',
    subject: { kind: 'activity', id: input.id },
    summary: `${actor.name} 登记了活动“${before.name}”的情况`,
    before: reportOf(before),
    after: report,
  })
  await publicChanged(tx)
  return { ...before, ...report, version: before.version + 1 }
}

function reportOf({ status, actualDate, headCount, evidence, evidenceFileId }: Activity): ActivityReport {
  return { status, actualDate, headCount, evidence, evidenceFileId }
}
