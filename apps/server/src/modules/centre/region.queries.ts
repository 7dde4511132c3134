import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Region } from './region.rules.ts'

const columns = sql.raw(`code, name, name_en as "nameEn", level, parent_code as "parentCode", valid_from as "validFrom",
  valid_to as "validTo", longitude, latitude, source, note`)

export interface RegionFilter {
  /** only what is valid on this day */
  day?: string | undefined
  /** children of this code; '' = the top */
  parent?: string | undefined
  /** part of a name, or the beginning of a code */
  q?: string | undefined
  most?: number
}

/** Regions are one reference table for all centres: no tenant in the filter. */
export async function listRegionRows(tx: Tx, filter: RegionFilter): Promise<Region[]> {
  const words = filter.q?.trim() ?? ''
  const parent = filter.parent ?? null
  const { rows } = await sql<Region>`
    select ${columns} from platform.region
    where (${filter.day ?? null}::date is null
        or (valid_from <= ${filter.day ?? null} and (valid_to is null or valid_to >= ${filter.day ?? null})))
      and (${parent}::text is null or coalesce(parent_code, '') = ${parent})
      and (${words} = '' or strpos(name, ${words}) > 0 or strpos(lower(name_en), lower(${words})) > 0
        or starts_with(code, ${words}))
    order by code, valid_from limit ${filter.most ?? 5000}`.execute(tx.sql)
  return rows
}

export async function listRegionHistory(tx: Tx, code: string): Promise<Region[]> {
  const { rows } = await sql<Region>`
    select ${columns} from platform.region where code = ${code} order by valid_from`.execute(tx.sql)
  return rows
}

export async function findRegionOn(tx: Tx, code: string, day: string): Promise<Region | undefined> {
  const rows = await listRegionHistory(tx, code)
  return rows.find((row) => row.validFrom <= day && (row.validTo === null || row.validTo >= day))
}

/** Inserts many at once; a code that is there for the same first day stays as it is. Returns how many were new. */
export async function insertRegions(tx: Tx, regions: readonly Region[]): Promise<number> {
  const result = await sql`
    insert into platform.region (code, name, name_en, level, parent_code, valid_from, valid_to, longitude, latitude, source, note)
    select code, name, "nameEn", level, "parentCode", "validFrom", "validTo", longitude, latitude, source, note
    from jsonb_to_recordset(${JSON.stringify(regions)}::jsonb) as r (code text, name text, "nameEn" text, level text,
      "parentCode" text, "validFrom" date, "validTo" date, longitude float8, latitude float8, source text, note text)
    on conflict do nothing`.execute(tx.sql)
  return Number(result.numAffectedRows ?? 0n)
}

export async function setRegionEnd(tx: Tx, code: string, validFrom: string, lastDay: string): Promise<void> {
  await sql`update platform.region set valid_to = ${lastDay} where code = ${code} and valid_from = ${validFrom}`.execute(
    tx.sql,
  )
}

export async function hasRegions(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.region limit 1`.execute(tx.sql)
  return rows.length > 0
}
