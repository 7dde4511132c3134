import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { OrganisationTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<OrganisationTables>()

export type ZoneState = 'open' | 'maintenance' | 'closed'

export interface ZoneRow {
  id: string
  key: string
  position: number
  name: string
  nameEn: string
  purpose: string
  purposeEn: string
  clause: string | null
  literal: string | null
  services: string[]
  areaSqm: number | null
  openingHours: string | null
  openingHoursEn: string | null
  state: ZoneState
  staffId: string | null
  staffName: string | null
  source: string
  version: number
}

const columns = sql.raw(`z.id, z.key, z.position, z.name, z.name_en as "nameEn", z.purpose, z.purpose_en as "purposeEn",
  z.clause, z.literal, z.services, z.area_sqm::float8 as "areaSqm", z.opening_hours as "openingHours",
  z.opening_hours_en as "openingHoursEn", z.state, z.staff_id as "staffId", p.name as "staffName", z.source, z.version`)

export async function listZones(tx: Tx): Promise<ZoneRow[]> {
  const { rows } = await sql<ZoneRow>`
    select ${columns} from centre.zone z
    left join identity.person p on p.centre_id = z.centre_id and p.id = z.staff_id
    where z.centre_id = ${tx.centreId} order by z.position, z.id`.execute(tx.sql)
  return rows
}

export async function findZone(tx: Tx, by: { id: string } | { key: string }): Promise<ZoneRow | undefined> {
  const { rows } = await sql<ZoneRow>`
    select ${columns} from centre.zone z
    left join identity.person p on p.centre_id = z.centre_id and p.id = z.staff_id
    where z.centre_id = ${tx.centreId} and ${'id' in by ? sql`z.id = ${by.id}` : sql`z.key = ${by.key}`}`.execute(
    tx.sql,
  )
  return rows[0]
}

export async function insertZone(
  tx: Tx,
  zone: {
    key: string
    position: number
    name: string
    nameEn: string
    purpose: string
    purposeEn: string
    clause: string
    literal: string
    services: readonly string[]
    areaSqm: number | null
    openingHours: string | null
    source: string
  },
): Promise<string> {
  const id = tx.newId()
  const row = await open(tx)
    .insertInto('centre.zone')
    .values({
      centre_id: tx.centreId,
      id,
      key: zone.key,
      position: zone.position,
      name: zone.name,
      name_en: zone.nameEn,
      purpose: zone.purpose,
      purpose_en: zone.purposeEn,
      clause: zone.clause,
      literal: zone.literal,
      services: JSON.stringify(zone.services),
      area_sqm: zone.areaSqm === null ? null : String(zone.areaSqm),
      opening_hours: zone.openingHours,
      opening_hours_en: null,
      state: 'open',
      staff_id: null,
      source: zone.source,
      updated_at: tx.now,
    })
    // A zone that staff kept when the plan went belongs to the plan again, as they left it.
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet({ source: zone.source }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface ZoneEdit {
  name: string
  nameEn: string
  purpose: string
  purposeEn: string
  areaSqm: number | null
  openingHours: string | null
  openingHoursEn: string | null
  state: ZoneState
  staffId: string | null
}

/** Guarded by the version; false = somebody was faster. */
export async function updateZone(tx: Tx, id: string, version: number, edit: ZoneEdit): Promise<boolean> {
  const result = await sql`
    update centre.zone set name = ${edit.name}, name_en = ${edit.nameEn}, purpose = ${edit.purpose},
      purpose_en = ${edit.purposeEn}, area_sqm = ${edit.areaSqm}, opening_hours = ${edit.openingHours},
      opening_hours_en = ${edit.openingHoursEn}, state = ${edit.state}, staff_id = ${edit.staffId},
      version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function listZonesForRemoval(tx: Tx, source: string) {
  const { rows } = await sql<{ id: string; key: string; name: string; used: boolean }>`
    select z.id, z.key, z.name, (z.version > 1 or z.staff_id is not null or exists (select 1 from centre.equipment e
      where e.centre_id = z.centre_id and e.zone_id = z.id)) as used
    from centre.zone z where z.centre_id = ${tx.centreId} and z.source = ${source} order by z.position`.execute(tx.sql)
  return rows
}

export async function deleteZone(tx: Tx, id: string): Promise<void> {
  await sql`delete from centre.zone where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
}

export async function detachZone(tx: Tx, id: string): Promise<void> {
  await sql`update centre.zone set source = 'own' where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
}
