import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { CentreTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<CentreTables>()

/** What people may set; area as numeric text with two decimals. Unknown is null, never invented. */
export interface ProfileFields {
  name: string
  nameEn: string
  shortName: string | null
  level: 'prefecture' | 'county'
  regionCode: string | null
  areaSqm: string | null
  address: string | null
  addressEn: string | null
  phone: string | null
  email: string | null
  hours: string | null
  hoursEn: string | null
  hostUnit: string | null
  hostUnitEn: string | null
  operatingUnit: string | null
  operatingUnitEn: string | null
  icpNumber: string | null
  policeNumber: string | null
  siteCode: string | null
  errorReportUrl: string | null
  longitude: number | null
  latitude: number | null
  logoFileId: string | null
  banner: string | null
  bannerEn: string | null
  bannerSub: string | null
  bannerSubEn: string | null
}
export interface Profile extends ProfileFields {
  setUpAt: Date | null
  source: string
  version: number
}

export async function findProfile(tx: Tx): Promise<Profile | undefined> {
  const row = await open(tx)
    .selectFrom('centre.profile')
    .selectAll()
    .where('centre_id', '=', tx.centreId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    name: row.name,
    nameEn: row.name_en,
    shortName: row.short_name,
    level: row.level,
    regionCode: row.region_code,
    areaSqm: row.area_sqm,
    address: row.address,
    addressEn: row.address_en,
    phone: row.phone,
    email: row.email,
    hours: row.hours,
    hoursEn: row.hours_en,
    hostUnit: row.host_unit,
    hostUnitEn: row.host_unit_en,
    operatingUnit: row.operating_unit,
    operatingUnitEn: row.operating_unit_en,
    icpNumber: row.icp_number,
    policeNumber: row.police_number,
    siteCode: row.site_code,
    errorReportUrl: row.error_report_url,
    longitude: row.longitude,
    latitude: row.latitude,
    logoFileId: row.logo_file_id,
    banner: row.banner,
    bannerEn: row.banner_en,
    bannerSub: row.banner_sub,
    bannerSubEn: row.banner_sub_en,
    setUpAt: row.set_up_at,
    source: row.source,
    version: row.version,
  }
}

/** Writes the whole profile; `expected` undefined inserts. False = somebody changed it meanwhile. */
export async function putProfile(
  tx: Tx,
  fields: ProfileFields,
  how: { expected: number | undefined; source: string; setUpAt?: Date | null },
): Promise<boolean> {
  const row = {
    name: fields.name,
    name_en: fields.nameEn,
    short_name: fields.shortName,
    level: fields.level,
    region_code: fields.regionCode,
    area_sqm: fields.areaSqm,
    address: fields.address,
    address_en: fields.addressEn,
    phone: fields.phone,
    email: fields.email,
    hours: fields.hours,
    hours_en: fields.hoursEn,
    host_unit: fields.hostUnit,
    host_unit_en: fields.hostUnitEn,
    operating_unit: fields.operatingUnit,
    operating_unit_en: fields.operatingUnitEn,
    icp_number: fields.icpNumber,
    police_number: fields.policeNumber,
    site_code: fields.siteCode,
    error_report_url: fields.errorReportUrl,
    longitude: fields.longitude,
    latitude: fields.latitude,
    logo_file_id: fields.logoFileId,
    banner: fields.banner,
    banner_en: fields.bannerEn,
    banner_sub: fields.bannerSub,
    banner_sub_en: fields.bannerSubEn,
    source: how.source,
    updated_at: tx.now,
    ...(how.setUpAt !== undefined ? { set_up_at: how.setUpAt } : {}),
  }
  if (how.expected === undefined) {
    const inserted = await open(tx)
      .insertInto('centre.profile')
      .values({ set_up_at: null, ...row, centre_id: tx.centreId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return inserted.numInsertedOrUpdatedRows === 1n
  }
  const updated = await open(tx)
    .updateTable('centre.profile')
    .set({ ...row, version: sql<number>`version + 1` })
    .where('centre_id', '=', tx.centreId)
    .where('version', '=', how.expected)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/** Only a profile that nobody touched since it was loaded goes. */
export async function deleteUntouchedProfile(tx: Tx, source: string): Promise<boolean> {
  const result = await open(tx)
    .deleteFrom('centre.profile')
    .where('centre_id', '=', tx.centreId)
    .where('source', '=', source)
    .where('set_up_at', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function findSetting<V>(tx: Tx, key: string): Promise<V | undefined> {
  const row = await open(tx)
    .selectFrom('centre.setting')
    .select('value')
    .where('centre_id', '=', tx.centreId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value as V | undefined
}

export async function putSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: tx.now }
  await open(tx)
    .insertInto('centre.setting')
    .values({ centre_id: tx.centreId, key, ...row })
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet(row))
    .execute()
}

/** Whether a file of this centre exists and may be shown to visitors. */
export async function isPublicFile(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`
    select true as ok from platform.file
    where centre_id = ${tx.centreId} and id = ${id} and is_public and deleted_at is null`.execute(tx.sql)
  return rows.length === 1
}
