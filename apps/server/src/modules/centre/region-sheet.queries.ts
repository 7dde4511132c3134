import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Region } from './region.rules.ts'

export interface RegionSheetFilter {
  day: string | null
  parent: string | null
  q: string | null
}

const matching = ({ day, parent, q }: RegionSheetFilter) => sql`
  (${day}::date is null or (valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)))
  and (${parent}::text is null or coalesce(parent_code, '') = ${parent})
  and (${q}::text is null or strpos(name, ${q}) > 0 or strpos(lower(name_en), lower(${q})) > 0 or starts_with(code, ${q}))`

export async function countRegions(tx: Tx, filter: RegionSheetFilter): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from platform.region where ${matching(filter)}`.execute(tx.sql)
  return Number(rows[0]?.n ?? 0)
}

/** `after` = `code validFrom` of the last row seen. */
export async function listRegionsAfter(
  tx: Tx,
  filter: RegionSheetFilter,
  after: string | null,
  size: number,
): Promise<Region[]> {
  const [code = '', from = '0001-01-01'] = after?.split(' ') ?? []
  const { rows } = await sql<Region>`
    select code, name, name_en as "nameEn", level, parent_code as "parentCode", valid_from as "validFrom",
      valid_to as "validTo", longitude, latitude, source, note
    from platform.region
    where ${matching(filter)} and (${after}::text is null or (code, valid_from) > (${code}, ${from}::date))
    order by code, valid_from limit ${size}`.execute(tx.sql)
  return rows
}

export async function replaceRegion(tx: Tx, region: Region): Promise<void> {
  await sql`
    update platform.region set name = ${region.name}, name_en = ${region.nameEn}, parent_code = ${region.parentCode},
      valid_to = ${region.validTo}, longitude = ${region.longitude}, latitude = ${region.latitude},
      source = ${region.source}, note = ${region.note}
    where code = ${region.code} and valid_from = ${region.validFrom}`.execute(tx.sql)
}

export async function deleteRegion(tx: Tx, code: string, validFrom: string): Promise<void> {
  await sql`delete from platform.region where code = ${code} and valid_from = ${validFrom}`.execute(tx.sql)
}
