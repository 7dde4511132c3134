import type { ReplyOf } from '@xianghui/kit/contract'
import type { centreContract } from '@xianghui/server/contract/centre'
import { defineStatuses } from '../shared/status.ts'

export type Notice = ReplyOf<typeof centreContract.listHolidays>
export type HolidayDay = Notice['days'][number]

export const dayStatuses = defineStatuses({
  off: { zh: '放假', en: 'Off', tone: 'good' },
  work: { zh: '上班', en: 'Working', tone: 'waiting' },
})
