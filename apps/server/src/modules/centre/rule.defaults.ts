import type { RuleField } from './rule-value.rules.ts'

/** What a rule is, without its values. */
export interface RuleDefinition {
  key: string
  title: string
  titleEn: string
  summary: string
  summaryEn: string
  valueSchema: readonly RuleField[]
  clause: string | null
  literal: string | null
  contradiction: string | null
  defaultReading: string | null
  readings: readonly RuleReading[]
  problem: string | null
  problemEn: string | null
}
export interface RuleReading {
  key: string
  label: string
  labelEn: string
  value: unknown
}

const plain = {
  clause: null,
  literal: null,
  contradiction: null,
  defaultReading: null,
  readings: [],
  problem: null,
  problemEn: null,
}

/** Rules that the program needs with or without a plan; a plan's definition of the same key stands before them. */
export const programRules: readonly (RuleDefinition & { value: unknown })[] = [
  {
    ...plain,
    key: 'rules.precedence',
    title: '规则冲突时以谁为准',
    titleEn: 'Which rule wins',
    summary: '公司制度优先于运营方案，运营方案优先于平台默认。',
    summaryEn: 'Company before plan, plan before default.',
    value: { order: ['company', 'plan', 'default'] },
    valueSchema: [
      {
        key: 'order',
        label: '优先顺序',
        labelEn: 'Order',
        type: 'sortedlist',
        options: [
          { value: 'company', label: '公司制度', labelEn: 'Company rule' },
          { value: 'plan', label: '运营方案', labelEn: 'Operating plan' },
          { value: 'default', label: '平台默认', labelEn: 'Platform default' },
        ],
      },
    ],
  },
  {
    ...plain,
    key: 'content.review',
    title: '稿件三审',
    titleEn: 'Three-step review of articles',
    summary: '撰稿、初审、复审、终审须由不同的人办理。人手不足的中心可以关闭。',
    summaryEn: 'Writer and reviewers must be different people; a small centre may lift this.',
    value: { distinctPeople: true },
    valueSchema: [
      {
        key: 'distinctPeople',
        label: '每一步须由不同的人办理',
        labelEn: 'A different person each step',
        type: 'boolean',
      },
    ],
  },
  {
    ...plain,
    key: 'activities.listing',
    title: '活动表的排列',
    titleEn: 'Order of the activity table',
    summary: '照原表或按月份排列。',
    summaryEn: 'As given or by month.',
    value: { order: 'as_given' },
    valueSchema: [
      {
        key: 'order',
        label: '排列方式',
        labelEn: 'Order',
        type: 'select',
        options: [
          { value: 'as_given', label: '照方案原表', labelEn: 'As in the plan' },
          { value: 'by_month', label: '按月份', labelEn: 'By month' },
        ],
      },
    ],
  },
  {
    ...plain,
    key: 'platform.backup',
    title: '备份的时间与保留份数',
    titleEn: 'When backups are made and how many are kept',
    summary: '每天一次完整备份，保留最近7天、4周、12个月各一份。',
    summaryEn: 'One full backup a day; the last 7 days, 4 weeks and 12 months are kept.',
    value: { time: '02:30', keepDaily: 7, keepWeekly: 4, keepMonthly: 12 },
    valueSchema: [
      { key: 'time', label: '每天备份时刻', labelEn: 'Time of day', type: 'time' },
      { key: 'keepDaily', label: '保留天数', labelEn: 'Days kept', type: 'integer', min: 1, max: 90 },
      { key: 'keepWeekly', label: '保留周数', labelEn: 'Weeks kept', type: 'integer', min: 0, max: 53 },
      { key: 'keepMonthly', label: '保留月数', labelEn: 'Months kept', type: 'integer', min: 0, max: 120 },
    ],
  },
]

export const programRule = (key: string) => programRules.find((rule) => rule.key === key)
