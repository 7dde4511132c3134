import type { BodyOf, ReplyOf } from '@xianghui/kit/contract'
import { type EnquiryKind, enquiryKindWords, hallContract } from '@xianghui/server/contract/hall'
import { defineStatuses, statuses } from '../shared/status.ts'

export const { applications, enquiries, services } = hallContract

export type Application = ReplyOf<typeof applications.get>
export type Enquiry = ReplyOf<typeof enquiries.getEnquiry>
export type Service = ReplyOf<typeof services.getService>
export type ServiceBody = BodyOf<typeof services.addService>
export type FormRow = ServiceBody['form'][number]
export type Choices = ReplyOf<typeof services.choices>

export const applicationStates = defineStatuses({
  submitted: { zh: '待受理', en: 'Waiting', tone: 'waiting' },
  returned: statuses.returned,
  accepted: { zh: '已受理', en: 'Accepted', tone: 'doing' },
  in_progress: statuses.doing,
  done: statuses.done,
  declined: { zh: '不予办理', en: 'Declined', tone: 'bad' },
  withdrawn: statuses.withdrawn,
})

export const enquiryStates = defineStatuses({
  open: { zh: '待答复', en: 'To answer', tone: 'waiting' },
  answered: { zh: '已答复', en: 'Answered', tone: 'good' },
  closed: statuses.closed,
})

export const serviceStates = defineStatuses({
  open: { zh: '受理中', en: 'Open', tone: 'good' },
  closed: { zh: '暂停受理', en: 'Closed', tone: 'quiet' },
})

export const kindWord = (kind: string) => enquiryKindWords[kind as EnquiryKind]
export { enquiryKindWords }
