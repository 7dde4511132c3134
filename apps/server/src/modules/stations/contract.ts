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

export const stationStateKeys = [
  'draft',
  'applied',
  'approved',
  'in_service',
  'rectifying',
  'refused',
  'closed',
] as const
export const stationActKeys = [
  'edit',
  'submit',
  'withdraw',
  'approve',
  'accept',
  'return',
  'appraise',
  'order_rectification',
  'confirm_rectified',
  'close',
] as const
export const appraisalResultKeys = ['excellent', 'pass', 'rectify', 'fail'] as const

const Level = OneOf(['township', 'village'])
const Coordinate = (most: number) => Nullable(Type.Number({ minimum: -most, maximum: most }))

const fields = {
  name: Text(60, 1),
  level: Level,
  regionCode: Type.String({ pattern: '^\\d{9}(\\d{3})?$', maxLength: 12 }),
  address: Text(200),
  longitude: Coordinate(180),
  latitude: Coordinate(90),
  keeperId: Nullable(Id),
  phone: Nullable(Text(30)),
  hours: Nullable(Text(100)),
  reason: Text(1000),
  note: Nullable(Text(1000)),
}
const State = OneOf(stationStateKeys)

export const StationShape = Type.Object({
  id: Id,
  code: Type.String(),
  ...fields,
  regionName: Nullable(Type.String()),
  keeperName: Nullable(Type.String()),
  state: State,
  openedOn: Nullable(Day),
  closedOn: Nullable(Day),
  source: Type.String(),
  version: Type.Integer(),
  updatedAt: Instant,
})

const Saved = Type.Object({ id: Id, code: Type.String(), warnings: Type.Array(Type.Literal('position.outside')) })
const Result = OneOf(appraisalResultKeys)
const Appraisal = {
  year: Type.Integer({ minimum: 2015, maximum: 2100 }),
  score: Type.Number({ minimum: 0, maximum: 100 }),
  result: Result,
  subsidyFen: Nullable(Type.Integer({ minimum: 0, maximum: 100_000_000_00 })),
  note: Nullable(Text(1000)),
}

export const stationsContract = {
  listStations: endpoint('GET', '/api/stations', '服务站点列表', {
    query: listQuery({
      state: Type.Optional(OneOf(stationStateKeys)),
      level: Type.Optional(OneOf(['township', 'village'])),
      region: Type.Optional(Type.String({ pattern: '^\\d{0,12}$', maxLength: 12 })),
    }),
    reply: paged(StationShape),
  }),
  stationCounts: endpoint('GET', '/api/stations/counts', '各状态的站点数', {
    reply: Type.Array(Type.Object({ state: State, count: Type.Integer() })),
  }),
  getStation: endpoint('GET', '/api/stations/:id', '服务站点详情与办理经过', {
    params: IdParams,
    reply: Type.Object({
      station: StationShape,
      /** acts that the state allows and this caller may do */
      acts: Type.Array(Type.String()),
      approvalId: Nullable(Id),
      events: Type.Array(
        Type.Object({
          id: Id,
          act: Type.String(),
          fromState: Nullable(Type.String()),
          toState: Type.String(),
          at: Instant,
          actorName: Type.String(),
          note: Nullable(Type.String()),
          data: Type.Unknown(),
        }),
      ),
      appraisals: Type.Array(Type.Object({ ...Appraisal, createdAt: Instant, createdByName: Type.String() })),
    }),
  }),
  createStation: endpoint('POST', '/api/stations', '登记服务站点', {
    body: Type.Object(fields),
    reply: Saved,
    idempotent: true,
  }),
  editStation: endpoint('PUT', '/api/stations/:id', '修改服务站点资料', {
    params: IdParams,
    body: Type.Object({ ...fields, version: Type.Integer({ minimum: 1 }) }),
    reply: Saved,
  }),
  submitStation: endpoint('POST', '/api/stations/:id/submit', '提交开设申请', {
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 1 }) }),
    reply: Ok,
  }),
  withdrawStation: endpoint('POST', '/api/stations/:id/withdraw', '撤回开设申请', { params: IdParams, reply: Ok }),
  approveStation: endpoint('POST', '/api/stations/:id/approve', '审批开设申请', {
    params: IdParams,
    body: Type.Object({
      verdict: Type.Union([Type.Literal('pass'), Type.Literal('return')]),
      reason: Nullable(Text(500)),
    }),
    reply: Ok,
  }),
  acceptStation: endpoint('POST', '/api/stations/:id/accept', '验收站点', {
    params: IdParams,
    body: Type.Object({
      day: Day,
      signboard: Type.Boolean(),
      equipment: Type.Boolean(),
      training: Type.Boolean(),
      passed: Type.Boolean(),
      note: Text(1000),
    }),
    reply: Ok,
  }),
  appraiseStation: endpoint('POST', '/api/stations/:id/appraisals', '年度考评', {
    params: IdParams,
    body: Type.Object(Appraisal),
    reply: Ok,
  }),
  rectifyStation: endpoint('POST', '/api/stations/:id/rectification', '责令整改或确认整改完成', {
    params: IdParams,
    body: Type.Object({
      act: Type.Union([Type.Literal('order_rectification'), Type.Literal('confirm_rectified')]),
      note: Text(1000, 1),
    }),
    reply: Ok,
  }),
  closeStation: endpoint('POST', '/api/stations/:id/close', '关闭站点', {
    params: IdParams,
    body: Type.Object({ day: Day, reason: Text(500, 1) }),
    reply: Ok,
  }),
}
