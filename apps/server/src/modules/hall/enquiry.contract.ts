import { endpoint, Id, IdParams, Instant, listQuery, Nullable, Ok, OneOf, paged, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { enquiryKinds } from './enquiry.kinds.ts'

const states = ['open', 'answered', 'closed'] as const
const Proof = { number: Text(40, 1), proof: Text(60, 1) }
const PublicEnquiry = Type.Object({
  number: Type.String(),
  kind: OneOf(enquiryKinds),
  state: OneOf(states),
  content: Nullable(Type.String()),
  answer: Nullable(Type.String()),
  submittedAt: Instant,
  answeredAt: Nullable(Instant),
  score: Nullable(Type.Integer()),
  canRate: Type.Boolean(),
})
const Enquiry = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(enquiryKinds),
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  hasContact: Type.Boolean(),
  page: Nullable(Type.String()),
  content: Type.String(),
  state: OneOf(states),
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
  answeredByName: Nullable(Type.String()),
  closedAt: Nullable(Instant),
  score: Nullable(Type.Integer()),
  comment: Nullable(Type.String()),
  createdAt: Instant,
})

export const enquiryContract = {
  submitEnquiry: endpoint('POST', '/api/public/enquiries', '前台咨询与网站找错', {
    body: Type.Object({
      kind: OneOf(enquiryKinds),
      content: Text(2000),
      name: Type.Optional(Nullable(Text(200))),
      phone: Type.Optional(Nullable(Text(60))),
      page: Type.Optional(Nullable(Text(300))),
      contact: Type.Optional(Nullable(Text(60))),
      consent: Type.Optional(Type.Boolean()),
    }),
    reply: Type.Object({ id: Id, number: Type.String(), code: Type.String(), submittedAt: Instant }),
    idempotent: true,
  }),
  enquiryStatus: endpoint('POST', '/api/public/enquiries/status', '查询咨询的答复', {
    body: Type.Object(Proof),
    reply: PublicEnquiry,
  }),
  rateEnquiry: endpoint('POST', '/api/public/enquiries/rate', '评价答复', {
    body: Type.Object({
      ...Proof,
      score: Type.Integer({ minimum: 1, maximum: 5 }),
      comment: Type.Optional(Nullable(Text(500))),
    }),
    reply: PublicEnquiry,
    idempotent: true,
  }),
  listEnquiries: endpoint('GET', '/api/hall/enquiries', '咨询列表', {
    query: listQuery({ state: Type.Optional(OneOf(states)), kind: Type.Optional(OneOf(enquiryKinds)) }),
    reply: paged(Enquiry),
  }),
  getEnquiry: endpoint('GET', '/api/hall/enquiries/:id', '一条咨询', { params: IdParams, reply: Enquiry }),
  answerEnquiry: endpoint('POST', '/api/hall/enquiries/:id/answer', '答复咨询', {
    params: IdParams,
    body: Type.Object({ answer: Text(2000) }),
    reply: Ok,
  }),
  closeEnquiry: endpoint('POST', '/api/hall/enquiries/:id/closure', '办结咨询', {
    params: IdParams,
    body: Type.Object({ reason: Type.Optional(Text(500)) }),
    reply: Ok,
  }),
  revealEnquirer: endpoint('POST', '/api/hall/enquiries/:id/reveal', '查看咨询人的联系方式（写明理由，留痕）', {
    params: IdParams,
    body: Type.Object({ reason: Text(200) }),
    reply: Type.Object({
      name: Nullable(Type.String()),
      phone: Nullable(Type.String()),
      contact: Nullable(Type.String()),
    }),
  }),
}
