import type { BodyOf, ReplyOf } from '@xianghui/kit/contract'
import type { organisationContract } from '@xianghui/server/contract/organisation'
import { defineStatuses, statuses } from '../shared/status.ts'

type Contract = typeof organisationContract
export type PersonReply = ReplyOf<Contract['getPerson']>
export type Person = PersonReply['person']
export type PersonBody = BodyOf<Contract['createPerson']>
export type Account = ReplyOf<Contract['listAccounts']>['items'][number]
export type Grant = BodyOf<Contract['setGrants']>['grants'][number]
export type Matrix = ReplyOf<Contract['roleMatrix']>
export type Tree = ReplyOf<Contract['orgTree']>
export type Unit = Tree['units'][number]
export type Post = Tree['posts'][number]
export type Assignment = Tree['assignments'][number]
export type Zone = ReplyOf<Contract['listZones']>[number]
export type Need = ReplyOf<Contract['listNeeds']>[number]
export type Equipment = ReplyOf<Contract['listEquipment']>['items'][number]

export const personStates = defineStatuses({
  active: { zh: '在岗', en: 'On the books', tone: 'good' },
  left: { zh: '已离岗', en: 'Left', tone: 'quiet' },
})

export const accountStates = defineStatuses({ active: statuses.active, disabled: statuses.disabled })

export const zoneStates = defineStatuses({
  open: statuses.open,
  maintenance: { zh: '维护中', en: 'Maintenance', tone: 'waiting' },
  closed: { zh: '停用', en: 'Closed', tone: 'quiet' },
})

export const equipmentStates = defineStatuses({
  in_use: { zh: '在用', en: 'In use', tone: 'good' },
  idle: { zh: '闲置', en: 'Idle', tone: 'quiet' },
  repair: { zh: '维修中', en: 'In repair', tone: 'waiting' },
  retired: { zh: '已报废', en: 'Retired', tone: 'quiet' },
})
