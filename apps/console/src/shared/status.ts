import { light } from '@xianghui/kit/tokens'
import type { TwoWords } from './locale.ts'

/** What a colour says: at rest, waits for somebody, under way, good, needs attention. */
export type Tone = 'quiet' | 'waiting' | 'doing' | 'good' | 'bad'

export interface Status extends TwoWords {
  tone: Tone
}

export const toneColours: Record<Tone, { text: string; ground: string }> = {
  quiet: { text: light.ink2, ground: light.mist },
  waiting: { text: light.walnut, ground: light.walnutTint },
  doing: { text: light.river, ground: light.riverTint },
  good: { text: light.gorge, ground: '#E2F0E7' },
  bad: { text: light.tsaoko, ground: light.tsaokoTint },
}

/** A module's states as data. Take the word from `statuses` where there is one: a state reads the same everywhere. */
export const defineStatuses = <K extends string>(words: Record<K, Status>): Record<K, Status> => words

/** Words every module shares. */
export const statuses = defineStatuses({
  draft: { zh: '草稿', en: 'Draft', tone: 'quiet' },
  submitted: { zh: '已提交', en: 'Submitted', tone: 'waiting' },
  waiting: { zh: '待办理', en: 'Waiting', tone: 'waiting' },
  reviewing: { zh: '审核中', en: 'In review', tone: 'waiting' },
  doing: { zh: '办理中', en: 'In progress', tone: 'doing' },
  passed: { zh: '已通过', en: 'Passed', tone: 'good' },
  returned: { zh: '已退回', en: 'Returned', tone: 'bad' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'quiet' },
  published: { zh: '已发布', en: 'Published', tone: 'good' },
  takenDown: { zh: '已下架', en: 'Taken down', tone: 'quiet' },
  scheduled: { zh: '待发布', en: 'Scheduled', tone: 'doing' },
  open: { zh: '开放', en: 'Open', tone: 'good' },
  closed: { zh: '已关闭', en: 'Closed', tone: 'quiet' },
  done: { zh: '已办结', en: 'Done', tone: 'good' },
  overdue: { zh: '已逾期', en: 'Overdue', tone: 'bad' },
  active: { zh: '启用', en: 'Active', tone: 'good' },
  disabled: { zh: '停用', en: 'Disabled', tone: 'quiet' },
  failed: { zh: '失败', en: 'Failed', tone: 'bad' },
  good: { zh: '正常', en: 'Good', tone: 'good' },
  attention: { zh: '需留意', en: 'Attention', tone: 'waiting' },
  fault: { zh: '故障', en: 'Fault', tone: 'bad' },
})

export interface Option {
  value: string
  label: string
  note?: string
  disabled?: boolean
}

/** The choices of a filter or a field from a set of states (or any data with both languages). */
export function optionsOf(words: Readonly<Record<string, TwoWords>>, pick: (words: TwoWords) => string): Option[] {
  return Object.entries(words).map(([value, word]) => ({ value, label: pick(word) }))
}
