import { Day, endpoint, Id, IdParams, listQuery, Nullable, Ok, OneOf, paged, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const ZoneState = OneOf(['open', 'maintenance', 'closed'])
const EquipmentState = OneOf(['in_use', 'idle', 'repair', 'retired'])
const Version = Type.Integer({ minimum: 1 })
const zone = {
  name: Text(60, 1),
  nameEn: Text(120),
  purpose: Text(500),
  purposeEn: Text(800),
  areaSqm: Nullable(Type.Number({ minimum: 0.01, maximum: 100000 })),
  openingHours: Nullable(Text(100)),
  openingHoursEn: Nullable(Text(150)),
  state: ZoneState,
  staffId: Nullable(Id),
}
export const ZoneShape = Type.Object({
  id: Id,
  key: Type.String(),
  position: Type.Integer(),
  ...zone,
  clause: Nullable(Type.String()),
  literal: Nullable(Type.String()),
  services: Type.Array(Type.String()),
  staffName: Nullable(Type.String()),
  source: Type.String(),
  version: Type.Integer(),
})

const equipment = {
  zoneId: Nullable(Id),
  /** joins it to the plan's count: `computer`, `projector` … */
  kind: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$', maxLength: 40 }),
  name: Text(80, 1),
  model: Nullable(Text(80)),
  quantity: Type.Integer({ minimum: 1, maximum: 100000 }),
  state: EquipmentState,
  acquiredOn: Nullable(Day),
  note: Nullable(Text(500)),
}

export const zoneContract = {
  listZones: endpoint('GET', '/api/zones', '功能区', { reply: Type.Array(ZoneShape) }),
  editZone: endpoint('PUT', '/api/zones/:id', '修改功能区', {
    params: IdParams,
    body: Type.Object({ ...zone, version: Version }),
    reply: Ok,
  }),
  listEquipment: endpoint('GET', '/api/equipment', '设备台账', {
    query: listQuery({
      zoneId: Type.Optional(Id),
      kind: Type.Optional(Text(40)),
      state: Type.Optional(EquipmentState),
    }),
    reply: paged(
      Type.Object({
        id: Id,
        assetTag: Type.String(),
        zoneName: Nullable(Type.String()),
        ...equipment,
        source: Type.String(),
        version: Type.Integer(),
      }),
    ),
  }),
  listNeeds: endpoint('GET', '/api/equipment/needs', '方案要求与实有数量', {
    reply: Type.Array(
      Type.Object({
        id: Id,
        zoneId: Nullable(Id),
        zoneName: Nullable(Type.String()),
        kind: Type.String(),
        name: Type.String(),
        nameEn: Type.String(),
        plannedCount: Nullable(Type.Integer()),
        presentCount: Type.Integer(),
        clause: Nullable(Type.String()),
        literal: Nullable(Type.String()),
      }),
    ),
  }),
  addEquipment: endpoint('POST', '/api/equipment', '登记设备', {
    body: Type.Object({ ...equipment, assetTag: Nullable(Text(30)) }),
    reply: Type.Object({ id: Id, assetTag: Type.String() }),
    idempotent: true,
  }),
  editEquipment: endpoint('PUT', '/api/equipment/:id', '修改设备', {
    params: IdParams,
    body: Type.Object({ ...equipment, version: Version }),
    reply: Ok,
  }),
}
