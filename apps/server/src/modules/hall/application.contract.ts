import {
  Day,
  endpoint,
  Id,
  IdParams,
  Instant,
  listQuery,
  Nullable,
  Ok,
  OneOf,
  paged,
  Text,
} from '@xianghui/kit/contract'
import Type from 'typebox'
import { applicationActs, applicationStates } from './application.rules.ts'
import { FormField } from './catalogue.contract.ts'

const Typed = Type.Record(Type.String({ maxLength: 40 }), Type.Unknown(), { maxProperties: 60 })
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const Proof = { number: Text(40, 1), proof: Text(60, 1) }
const AnswerRow = Type.Object({
  key: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  text: Type.String(),
  textEn: Type.String(),
})
const PublicStatus = Type.Object({
  number: Type.String(),
  serviceName: Type.String(),
  state: OneOf(applicationStates),
  stateWord: Words,
  submittedAt: Instant,
  dueOn: Nullable(Day),
  reason: Nullable(Type.String()),
  score: Nullable(Type.Integer()),
  provedBy: OneOf(['code', 'phone']),
  canAmend: Type.Boolean(),
  canWithdraw: Type.Boolean(),
  canRate: Type.Boolean(),
  form: Nullable(Type.Array(FormField)),
  answers: Nullable(Type.Record(Type.String(), Type.Unknown())),
  answersInWords: Nullable(Type.Array(AnswerRow)),
  timeline: Type.Array(Type.Object({ at: Instant, act: Words, note: Nullable(Type.String()) })),
})
const row = {
  id: Id,
  number: Type.String(),
  serviceId: Id,
  serviceName: Type.String(),
  /** 张* */
  applicant: Type.String(),
  phone: Type.String(),
  regionCode: Nullable(Type.String()),
  regionName: Nullable(Type.String()),
  stationId: Nullable(Id),
  state: OneOf(applicationStates),
  dueOn: Nullable(Day),
  overdue: Type.Boolean(),
  assignedTo: Nullable(Id),
  assignedName: Nullable(Type.String()),
  submittedAt: Instant,
  closedAt: Nullable(Instant),
}
const Row = Type.Object(row)
const Detail = Type.Object({
  ...row,
  answers: Type.Array(AnswerRow),
  reason: Nullable(Type.String()),
  score: Nullable(Type.Integer()),
  comment: Nullable(Type.String()),
  revision: Type.Integer(),
  approvalId: Nullable(Id),
  acts: Type.Array(OneOf(applicationActs)),
  events: Type.Array(
    Type.Object({
      id: Id,
      act: Type.String(),
      actWord: Words,
      at: Instant,
      actorName: Type.String(),
      note: Nullable(Type.String()),
      insideNote: Nullable(Type.String()),
    }),
  ),
})
const states = `^(${applicationStates.join('|')})(,(${applicationStates.join('|')}))*$`
export const applicationContract = {
  submit: endpoint('POST', '/api/public/applications', '网上申请', {
    body: Type.Object({
      service: Text(40, 1),
      answers: Typed,
      applicantName: Text(200),
      phone: Text(60),
      regionCode: Type.Optional(Nullable(Text(12))),
      stationId: Type.Optional(Nullable(Id)),
      consent: Type.Boolean(),
    }),
    reply: Type.Object({
      id: Id,
      number: Type.String(),
      code: Type.String(),
      serviceName: Type.String(),
      submittedAt: Instant,
    }),
    idempotent: true,
  }),
  status: endpoint('POST', '/api/public/applications/status', '查询办事进度', {
    body: Type.Object(Proof),
    reply: PublicStatus,
  }),
  amend: endpoint('POST', '/api/public/applications/amend', '补正后再次提交', {
    body: Type.Object({ ...Proof, answers: Typed }),
    reply: PublicStatus,
    idempotent: true,
  }),
  withdraw: endpoint('POST', '/api/public/applications/withdraw', '撤回申请', {
    body: Type.Object({ ...Proof, reason: Type.Optional(Nullable(Text(200))) }),
    reply: PublicStatus,
    idempotent: true,
  }),
  rate: endpoint('POST', '/api/public/applications/rate', '评价办结的申请', {
    body: Type.Object({
      ...Proof,
      score: Type.Integer({ minimum: 1, maximum: 5 }),
      comment: Type.Optional(Nullable(Text(500))),
    }),
    reply: PublicStatus,
    idempotent: true,
  }),
  list: endpoint('GET', '/api/hall/applications', '申请列表', {
    query: listQuery({
      state: Type.Optional(Type.String({ maxLength: 100, pattern: states })),
      service: Type.Optional(Id),
      region: Type.Optional(Text(12)),
      mine: Type.Optional(Type.Boolean()),
      overdue: Type.Optional(Type.Boolean()),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
    }),
    reply: paged(Row),
  }),
  get: endpoint('GET', '/api/hall/applications/:id', '一件申请', { params: IdParams, reply: Detail }),
  accept: endpoint('POST', '/api/hall/applications/:id/acceptance', '受理', { params: IdParams, reply: Ok }),
  sendBack: endpoint('POST', '/api/hall/applications/:id/return', '退回补正', {
    params: IdParams,
    body: Type.Object({ reason: Text(500) }),
    reply: Ok,
  }),
  start: endpoint('POST', '/api/hall/applications/:id/progress', '开始办理', {
    params: IdParams,
    body: Type.Object({ insideNote: Type.Optional(Nullable(Text(500))) }),
    reply: Ok,
  }),
  finish: endpoint('POST', '/api/hall/applications/:id/completion', '办结', {
    params: IdParams,
    body: Type.Object({ result: Text(1000) }),
    reply: Ok,
  }),
  decline: endpoint('POST', '/api/hall/applications/:id/refusal', '不予办理', {
    params: IdParams,
    body: Type.Object({ reason: Text(500) }),
    reply: Ok,
  }),
  assign: endpoint('POST', '/api/hall/applications/:id/assignment', '确定经办人（null 为取消指定）', {
    params: IdParams,
    body: Type.Object({ accountId: Nullable(Id) }),
    reply: Ok,
  }),
  reveal: endpoint('POST', '/api/hall/applications/:id/reveal', '查看申请人的姓名和电话（写明理由，留痕）', {
    params: IdParams,
    body: Type.Object({ reason: Text(200) }),
    reply: Type.Object({ applicantName: Type.String(), phone: Type.String() }),
  }),
}
