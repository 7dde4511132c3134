import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { type EquipmentFilter, type EquipmentRow, findEquipment, listEquipment } from './equipment.queries.ts'

export async function findEquipmentByTag(tx: Tx, assetTag: string): Promise<EquipmentRow | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from centre.equipment where centre_id = ${tx.centreId} and asset_tag = ${assetTag}`.execute(tx.sql)
  return rows[0] && findEquipment(tx, rows[0].id)
}

/** A page after an asset tag, in the order of the tags. */
export async function listEquipmentAfter(
  tx: Tx,
  filter: EquipmentFilter,
  after: string | null,
  size: number,
): Promise<EquipmentRow[]> {
  if (after === null) return (await listEquipment(tx, filter, { page: 1, size })).items
  const { rows } = await sql<{ before: string }>`
    select count(*) as before from centre.equipment e
    where e.centre_id = ${tx.centreId} and e.asset_tag <= ${after}
      and (${filter.q?.trim() ?? ''} = '' or strpos(e.name, ${filter.q?.trim() ?? ''}) > 0
        or starts_with(e.asset_tag, ${filter.q?.trim() ?? ''}) or strpos(coalesce(e.model, ''), ${filter.q?.trim() ?? ''}) > 0)
      and (${filter.zoneId ?? null}::bigint is null or e.zone_id = ${filter.zoneId ?? null})
      and (${filter.kind ?? null}::text is null or e.kind = ${filter.kind ?? null})
      and (${filter.state ?? null}::text is null or e.state = ${filter.state ?? null})`.execute(tx.sql)
  // A register has some thousand things at most; the snapshot keeps pages from shifting.
  const page = Math.floor(Number(rows[0]?.before ?? 0) / size) + 1
  return (await listEquipment(tx, filter, { page, size })).items
}

/** Only as it was when imported; false = changed since. */
export async function deleteEquipment(tx: Tx, id: string, version: number): Promise<boolean> {
  const result = await sql`delete from centre.equipment
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}
