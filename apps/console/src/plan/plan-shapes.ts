import type { ReplyOf } from '@xianghui/kit/contract'
import type { planContract } from '@xianghui/server/contract/plan'
import { defineStatuses } from '../shared/status.ts'

export type Activity = ReplyOf<typeof planContract.listActivities>[number]
export type Goal = ReplyOf<typeof planContract.goalBoard>[number]
export type Target = Goal['targets'][number]
export type Season = ReplyOf<typeof planContract.listSeasons>[number]

export const activityStates = defineStatuses({
  planned: { zh: '计划中', en: 'Planned', tone: 'doing' },
  done: { zh: '已举办', en: 'Held', tone: 'good' },
  cancelled: { zh: '已取消', en: 'Cancelled', tone: 'quiet' },
})
export const targetStates = defineStatuses({
  'not-measured': { zh: '持续进行', en: 'Ongoing', tone: 'quiet' },
  'no-value': { zh: '未登记', en: 'No value', tone: 'waiting' },
  met: { zh: '已达到', en: 'Met', tone: 'good' },
  'under-way': { zh: '进行中', en: 'Under way', tone: 'doing' },
  overdue: { zh: '已逾期', en: 'Overdue', tone: 'bad' },
})

const comparators = {
  '>=': { zh: '不少于', en: 'at least' },
  '>': { zh: '超过', en: 'more than' },
}

/** “不少于 4 个” from the plan's comparator, figure and unit. */
export function targetWords(target: Target, pick: (words: { zh: string; en: string }) => string): string {
  if (target.target === null || target.comparator === null) return ''
  const unit = pick({ zh: target.unit ?? '', en: target.unitEn ?? '' })
  return `${pick(comparators[target.comparator])} ${target.target} ${unit}`.trim()
}
