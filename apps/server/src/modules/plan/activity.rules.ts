import { isBusinessDate } from '@xianghui/kit/calendar'
import type { FieldFault } from '../../platform/refusal.ts'

export const activityStatuses = ['planned', 'done', 'cancelled'] as const
export type ActivityStatus = (typeof activityStatuses)[number]

export interface ActivityReport {
  status: ActivityStatus
  actualDate: string | null
  headCount: number | null
  evidence: string | null
  evidenceFileId: string | null
}

/** What a report on an activity lacks: one held needs its day and its proof, one cancelled its reason. Pure. */
export function faultsOfReport(report: ActivityReport, today: string): FieldFault[] {
  const faults: FieldFault[] = []
  const { status, actualDate, headCount } = report
  if (actualDate !== null && !isBusinessDate(actualDate)) faults.push({ field: 'actualDate', code: 'rule.day_wrong' })
  else if (status === 'done' && actualDate === null) faults.push({ field: 'actualDate', code: 'plan.date_needed' })
  else if (status === 'done' && actualDate !== null && actualDate > today)
    faults.push({ field: 'actualDate', code: 'plan.date_ahead' })
  if (status !== 'done' && headCount !== null) faults.push({ field: 'headCount', code: 'plan.head_count_early' })
  if (status !== 'planned' && (report.evidence ?? '').trim() === '')
    faults.push({ field: 'evidence', code: status === 'done' ? 'plan.evidence_needed' : 'plan.cancel_reason_needed' })
  return faults
}

/** The order that the rule activities.listing asks for; ties keep the plan's order. */
export function orderActivities<A extends { calendarMonth: string; position: number }>(
  activities: readonly A[],
  order: 'as_given' | 'by_month',
): A[] {
  return activities.toSorted(
    (a, b) => (order === 'by_month' ? a.calendarMonth.localeCompare(b.calendarMonth) : 0) || a.position - b.position,
  )
}
