import { Day, endpoint, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { regionLevels } from './region.rules.ts'

const Code = Type.String({ pattern: '^\\d{2,12}$', maxLength: 12 })
const parts = {
  code: Code,
  name: Type.String(),
  nameEn: Type.String(),
  level: OneOf(regionLevels),
  parentCode: Nullable(Type.String()),
  /** null = from before this table */
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  longitude: Nullable(Type.Number()),
  latitude: Nullable(Type.Number()),
  source: Type.String(),
  note: Nullable(Type.String()),
}
export const RegionShape = Type.Object(parts)

export const regionContract = {
  listRegions: endpoint('GET', '/api/regions', '行政区划（某日有效的，或全部）', {
    query: Type.Object({
      day: Type.Optional(Day),
      /** children of this code */
      parent: Type.Optional(Type.String({ maxLength: 12, pattern: '^\\d{0,12}$' })),
      q: Type.Optional(Text(40)),
      /** ended codes too */
      all: Type.Optional(Type.Boolean()),
    }),
    reply: Type.Object({ day: Day, items: Type.Array(RegionShape) }),
  }),
  regionHistory: endpoint('GET', '/api/regions/:code', '一个代码的沿革', {
    params: Type.Object({ code: Code }),
    reply: Type.Array(Type.Object({ ...parts, successors: Type.Array(RegionShape) })),
  }),
  addRegion: endpoint('POST', '/api/regions', '新增行政区划', {
    body: Type.Object({
      code: Code,
      name: Text(60, 1),
      nameEn: Text(120),
      level: OneOf(regionLevels),
      parentCode: Nullable(Code),
      validFrom: Day,
      validTo: Nullable(Day),
      longitude: Nullable(Type.Number({ minimum: -180, maximum: 180 })),
      latitude: Nullable(Type.Number({ minimum: -90, maximum: 90 })),
      source: Text(200, 1),
      note: Nullable(Text(500)),
    }),
    reply: Ok,
  }),
  closeRegion: endpoint('POST', '/api/regions/:code/close', '停用行政区划代码', {
    params: Type.Object({ code: Code }),
    body: Type.Object({ lastDay: Day, reason: Text(500, 1) }),
    reply: Ok,
  }),
}
