import { endpoint, Id, Instant, Nullable, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'

const Given = (length: number) => Nullable(Text(length))
const fields = {
  name: Text(80, 1),
  nameEn: Text(160),
  shortName: Given(30),
  level: OneOf(['prefecture', 'county']),
  regionCode: Given(12),
  /** square metres, numeric text with up to two decimals */
  areaSqm: Given(12),
  address: Given(120),
  addressEn: Given(200),
  phone: Given(80),
  email: Given(120),
  hours: Given(120),
  hoursEn: Given(160),
  hostUnit: Given(80),
  hostUnitEn: Given(160),
  operatingUnit: Given(80),
  operatingUnitEn: Given(160),
  icpNumber: Given(60),
  policeNumber: Given(60),
  siteCode: Given(20),
  errorReportUrl: Given(200),
  longitude: Nullable(Type.Number()),
  latitude: Nullable(Type.Number()),
  logoFileId: Nullable(Id),
  banner: Given(60),
  bannerEn: Given(160),
  bannerSub: Given(80),
  bannerSubEn: Given(160),
}

export const ProfileShape = Type.Object({
  ...fields,
  name: Type.String(),
  setUpAt: Nullable(Instant),
  source: Type.String(),
  version: Type.Integer(),
})

export const profileContract = {
  getCentre: endpoint('GET', '/api/centre', '中心资料', { reply: ProfileShape }),
  saveCentre: endpoint('PUT', '/api/centre', '修改中心资料', {
    body: Type.Object({ ...fields, version: Type.Integer({ minimum: 0 }) }),
    reply: ProfileShape,
  }),
}
