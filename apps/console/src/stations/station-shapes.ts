import type { BodyOf, ReplyOf } from '@xianghui/kit/contract'
import type { stationsContract } from '@xianghui/server/contract/stations'
import { defineStatuses, statuses, type Tone } from '../shared/status.ts'

export type StationReply = ReplyOf<typeof stationsContract.getStation>
export type Station = StationReply['station']
export type StationBody = BodyOf<typeof stationsContract.createStation>

/** The states of a station, a word and a colour each. */
export const stationStates = defineStatuses({
  draft: statuses.draft,
  applied: { zh: '待审批', en: 'For approval', tone: 'waiting' },
  approved: { zh: '待验收', en: 'For acceptance', tone: 'waiting' },
  in_service: { zh: '运营中', en: 'In service', tone: 'good' },
  rectifying: { zh: '整改中', en: 'Rectifying', tone: 'bad' },
  refused: statuses.returned,
  closed: statuses.closed,
})

export const actTones: Readonly<Record<string, Tone>> = {
  approve: 'good',
  inspected: 'good',
  accept: 'good',
  confirm_rectified: 'good',
  submit: 'doing',
  appraise: 'doing',
  return: 'bad',
  order_rectification: 'bad',
}
