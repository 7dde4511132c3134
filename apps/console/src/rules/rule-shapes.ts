import type { ReplyOf } from '@xianghui/kit/contract'
import type { centreContract } from '@xianghui/server/contract/centre'
import { defineStatuses } from '../shared/status.ts'

export type RuleDetail = ReplyOf<typeof centreContract.getRule>
export type RuleSummary = ReplyOf<typeof centreContract.listRules>['items'][number]
export type RuleField = RuleDetail['fields'][number]
export type RuleVersion = RuleDetail['history'][number]
export type RuleValue = Readonly<Record<string, unknown>>

export const sourceStatuses = defineStatuses({
  company: { zh: '公司制度', en: 'Company rule', tone: 'good' },
  plan: { zh: '运营方案', en: 'Operating plan', tone: 'doing' },
  default: { zh: '平台默认', en: 'Platform default', tone: 'quiet' },
})

export const asRecord = (value: unknown): RuleValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RuleValue) : {}
