import { endpoint, Id, IdParams, Instant, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { fieldTypes } from './form.rules.ts'

export const FieldOption = Type.Object({ value: Text(60, 1), label: Text(60, 1), labelEn: Text(120) })
export const FormField = Type.Object({
  key: Text(40, 1),
  label: Text(60),
  labelEn: Text(120),
  type: OneOf(fieldTypes),
  required: Type.Boolean(),
  options: Nullable(Type.Array(FieldOption, { maxItems: 100 })),
  help: Nullable(Text(300)),
  helpEn: Nullable(Text(600)),
})
const lines = (most: number) => Type.Array(Text(300), { maxItems: most })
export const Guide = Type.Object({
  who: Text(500),
  whoEn: Text(1000),
  materials: lines(30),
  materialsEn: lines(30),
  steps: lines(30),
  stepsEn: lines(30),
  where: Text(300),
  whereEn: Text(600),
})
const fields = {
  key: Text(40),
  lineKey: Text(40, 1),
  zoneKey: Nullable(Text(40)),
  position: Type.Integer({ minimum: 0, maximum: 10000 }),
  name: Text(60),
  nameEn: Text(120),
  summary: Text(500),
  summaryEn: Text(1000),
  audience: Type.Array(Text(40), { maxItems: 40 }),
  guide: Guide,
  form: Type.Array(FormField, { maxItems: 40 }),
  feeFen: Nullable(Type.String({ pattern: '^\\d{1,12}$', maxLength: 12 })),
  feeNote: Nullable(Text(300)),
  feeNoteEn: Nullable(Text(600)),
  timeLimitDays: Nullable(Type.Integer({ minimum: 1, maximum: 365 })),
  state: OneOf(['open', 'closed']),
}
export const ServiceFields = Type.Object(fields)
const Service = Type.Object({
  id: Id,
  ...fields,
  clause: Nullable(Type.String()),
  literal: Nullable(Type.String()),
  source: Type.String(),
  version: Type.Integer(),
  updatedAt: Instant,
})
const { state: _state, ...shown } = fields
const PublicService = Type.Object({ id: Id, ...shown, clause: Nullable(Type.String()) })
const Named = { key: Type.String(), position: Type.Integer(), name: Type.String(), nameEn: Type.String() }
const Line = Type.Object({ ...Named, summary: Type.String(), summaryEn: Type.String() })
const Audience = Type.Object(Named)
const Zone = Type.Object({ key: Type.String(), name: Type.String(), nameEn: Type.String() })
const filter = { line: Type.Optional(Text(40)), zone: Type.Optional(Text(40)), audience: Type.Optional(Text(40)) }

export const catalogueContract = {
  listPublic: endpoint('GET', '/api/public/services', '服务目录', {
    query: Type.Object(filter),
    reply: Type.Object({
      services: Type.Array(PublicService),
      lines: Type.Array(Line),
      audiences: Type.Array(Audience),
    }),
  }),
  getPublic: endpoint('GET', '/api/public/services/:key', '一项服务的办事指南与申请表', {
    params: Type.Object({ key: Text(40, 1) }),
    reply: PublicService,
  }),
  listServices: endpoint('GET', '/api/hall/services', '服务事项（含暂停受理的）', {
    query: Type.Object({
      ...filter,
      state: Type.Optional(OneOf(['open', 'closed'])),
      q: Type.Optional(Text(60)),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100000, default: 1 })),
      size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
      sort: Type.Optional(Text(40)),
    }),
    reply: Type.Object({
      items: Type.Array(Service),
      total: Type.Integer(),
      page: Type.Integer(),
      size: Type.Integer(),
    }),
  }),
  choices: endpoint('GET', '/api/hall/service-choices', '服务类别、服务对象、功能区的选项', {
    reply: Type.Object({ lines: Type.Array(Line), audiences: Type.Array(Audience), zones: Type.Array(Zone) }),
  }),
  getService: endpoint('GET', '/api/hall/services/:id', '一项服务事项', { params: IdParams, reply: Service }),
  addService: endpoint('POST', '/api/hall/services', '新增服务事项', { body: ServiceFields, reply: Service }),
  saveService: endpoint('PUT', '/api/hall/services/:id', '修改服务事项', {
    params: IdParams,
    body: Type.Object({ ...fields, version: Type.Integer({ minimum: 1, maximum: 2147483647 }) }),
    reply: Service,
  }),
  removeService: endpoint('POST', '/api/hall/services/:id/removal', '删除没有人申请过的服务事项', {
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 2147483647 }) }),
    reply: Ok,
  }),
}
