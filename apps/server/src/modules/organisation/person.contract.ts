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

const Gender = OneOf(['female', 'male'])
const State = OneOf(['active', 'left'])
const Version = Type.Integer({ minimum: 1 })
const Reason = Text(300, 2)

const fields = {
  name: Text(40, 1),
  gender: Nullable(Gender),
  phone: Nullable(Text(30)),
  email: Nullable(Text(100)),
  citizenId: Nullable(Text(30)),
  badgeNo: Nullable(Text(30)),
  note: Nullable(Text(500)),
}

/** phone, email and citizenId are masked */
export const PersonShape = Type.Object({
  id: Id,
  ...fields,
  state: State,
  version: Type.Integer(),
  source: Type.String(),
  posts: Nullable(Type.String()),
  accountId: Nullable(Id),
  createdAt: Instant,
})

const Consent = Type.Object({
  id: Id,
  purpose: Type.String(),
  textVersion: Type.String(),
  givenAt: Instant,
  withdrawnAt: Nullable(Instant),
})

export const AssignmentShape = Type.Object({
  id: Id,
  postId: Id,
  postName: Type.String(),
  personId: Id,
  personName: Type.String(),
  validFrom: Day,
  validTo: Nullable(Day),
  main: Type.Boolean(),
  leaderId: Nullable(Id),
  leaderName: Nullable(Type.String()),
})

const { name, gender, phone, email, citizenId, badgeNo, note } = fields

export const personContract = {
  listPeople: endpoint('GET', '/api/people', '人员列表（个人信息已遮盖）', {
    query: listQuery({ state: Type.Optional(State), postId: Type.Optional(Id) }),
    reply: paged(PersonShape),
  }),
  getPerson: endpoint('GET', '/api/people/:id', '人员详情（个人信息已遮盖）', {
    params: IdParams,
    reply: Type.Object({
      person: PersonShape,
      assignments: Type.Array(AssignmentShape),
      consents: Type.Array(Consent),
      leader: Nullable(Type.Object({ id: Id, name: Type.String() })),
    }),
  }),
  createPerson: endpoint('POST', '/api/people', '登记人员', {
    body: Type.Object(fields),
    reply: Type.Object({ id: Id }),
  }),
  editPerson: endpoint('PUT', '/api/people/:id', '修改人员（未填的字段保持不变）', {
    params: IdParams,
    body: Type.Object({
      version: Version,
      name: Type.Optional(name),
      gender: Type.Optional(gender),
      phone: Type.Optional(phone),
      email: Type.Optional(email),
      citizenId: Type.Optional(citizenId),
      badgeNo: Type.Optional(badgeNo),
      note: Type.Optional(note),
    }),
    reply: Ok,
  }),
  leavePerson: endpoint('POST', '/api/people/:id/leave', '办理离岗', {
    params: IdParams,
    body: Type.Object({ version: Version, lastDay: Day, reason: Reason }),
    reply: Ok,
  }),
  rejoinPerson: endpoint('POST', '/api/people/:id/rejoin', '办理重新到岗', {
    params: IdParams,
    body: Type.Object({ version: Version }),
    reply: Ok,
  }),
  revealPerson: endpoint('POST', '/api/people/:id/reveal', '查看完整个人信息（须写明理由，留痕）', {
    params: IdParams,
    body: Type.Object({ reason: Reason }),
    reply: Type.Object({ phone, email, citizenId }),
  }),
  exportPerson: endpoint('POST', '/api/people/:id/export', '应本人要求导出个人信息', {
    params: IdParams,
    body: Type.Object({ reason: Reason }),
    reply: Type.Object({
      person: Type.Object({
        id: Id,
        ...fields,
        state: State,
        source: Type.String(),
        posts: Nullable(Type.String()),
        accountId: Nullable(Id),
        createdAt: Instant,
      }),
      consents: Type.Array(Consent),
      posts: Type.Array(AssignmentShape),
      exportedAt: Instant,
    }),
  }),
  anonymisePerson: endpoint('POST', '/api/people/:id/anonymise', '应本人要求删除个人信息', {
    params: IdParams,
    body: Type.Object({ version: Version, reason: Reason }),
    reply: Ok,
  }),
  recordConsent: endpoint('POST', '/api/people/:id/consents', '登记同意', {
    params: IdParams,
    body: Type.Object({ purpose: OneOf(['staff.data', 'station.public', 'photo.public']), textVersion: Text(40, 1) }),
    reply: Ok,
  }),
  withdrawConsent: endpoint('POST', '/api/people/:id/consents/withdraw', '撤回同意', {
    params: IdParams,
    body: Type.Object({ purpose: Text(60, 1) }),
    reply: Ok,
  }),
}
