import { Day, endpoint, Id, IdParams, Nullable, Ok, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { AssignmentShape } from './person.contract.ts'

const Duty = Type.Object({ text: Text(300, 1), textEn: Text(500), clause: Text(40) })
const node = {
  name: Text(60, 1),
  nameEn: Text(120),
  position: Type.Integer({ minimum: 0, maximum: 10000 }),
  duties: Type.Array(Duty, { maxItems: 50 }),
}
const Version = Type.Integer({ minimum: 1 })
const shown = {
  id: Id,
  key: Nullable(Type.String()),
  ...node,
  clause: Nullable(Type.String()),
  literal: Nullable(Type.String()),
  source: Type.String(),
  version: Type.Integer(),
}
const Created = Type.Object({ id: Id })

export const orgContract = {
  orgTree: endpoint('GET', '/api/organisation', '组织机构、岗位与某日的任职', {
    query: Type.Object({ day: Type.Optional(Day) }),
    reply: Type.Object({
      day: Day,
      units: Type.Array(Type.Object({ ...shown, parentId: Nullable(Id) })),
      posts: Type.Array(Type.Object({ ...shown, unitId: Id, superiorId: Nullable(Id) })),
      assignments: Type.Array(AssignmentShape),
    }),
  }),
  addUnit: endpoint('POST', '/api/organisation/units', '新增机构', {
    body: Type.Object({ ...node, parentId: Nullable(Id) }),
    reply: Created,
  }),
  editUnit: endpoint('PUT', '/api/organisation/units/:id', '修改机构', {
    params: IdParams,
    body: Type.Object({ ...node, parentId: Nullable(Id), version: Version }),
    reply: Ok,
  }),
  removeUnit: endpoint('DELETE', '/api/organisation/units/:id', '移除机构', { params: IdParams, reply: Ok }),
  addPost: endpoint('POST', '/api/organisation/posts', '新增岗位', {
    body: Type.Object({ ...node, unitId: Id, superiorId: Nullable(Id) }),
    reply: Created,
  }),
  editPost: endpoint('PUT', '/api/organisation/posts/:id', '修改岗位', {
    params: IdParams,
    body: Type.Object({ ...node, unitId: Id, superiorId: Nullable(Id), version: Version }),
    reply: Ok,
  }),
  removePost: endpoint('DELETE', '/api/organisation/posts/:id', '移除岗位', { params: IdParams, reply: Ok }),
  assign: endpoint('POST', '/api/organisation/assignments', '任命', {
    body: Type.Object({
      postId: Id,
      personId: Id,
      validFrom: Day,
      validTo: Nullable(Day),
      main: Type.Boolean(),
      leaderId: Nullable(Id),
    }),
    reply: Created,
  }),
  endAssignment: endpoint('POST', '/api/organisation/assignments/:id/end', '结束任职', {
    params: IdParams,
    body: Type.Object({ lastDay: Day }),
    reply: Ok,
  }),
}
