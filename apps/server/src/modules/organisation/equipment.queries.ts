import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export type EquipmentState = 'in_use' | 'idle' | 'repair' | 'retired'

export interface EquipmentFields {
  zoneId: string | null
  kind: string
  name: string
  model: string | null
  quantity: number
  state: EquipmentState
  acquiredOn: string | null
  note: string | null
}

export interface EquipmentRow extends EquipmentFields {
  id: string
  assetTag: string
  zoneName: string | null
  source: string
  version: number
}

const columns = sql.raw(`e.id, e.asset_tag as "assetTag", e.zone_id as "zoneId", z.name as "zoneName", e.kind, e.name,
  e.model, e.quantity, e.state, e.acquired_on as "acquiredOn", e.note, e.source, e.version`)
const from = sql.raw(`centre.equipment e
  left join centre.zone z on z.centre_id = e.centre_id and z.id = e.zone_id`)

export interface EquipmentFilter {
  q?: string | undefined
  zoneId?: string | undefined
  kind?: string | undefined
  state?: string | undefined
}

export async function listEquipment(
  tx: Tx,
  filter: EquipmentFilter,
  page: { page: number; size: number },
): Promise<{ items: EquipmentRow[]; total: number }> {
  const words = filter.q?.trim() ?? ''
  const { rows } = await sql<EquipmentRow & { total: string }>`
    select ${columns}, count(*) over () as total from ${from}
    where e.centre_id = ${tx.centreId}
      and (${words} = '' or strpos(e.name, ${words}) > 0 or starts_with(e.asset_tag, ${words})
        or strpos(coalesce(e.model, ''), ${words}) > 0)
      and (${filter.zoneId ?? null}::bigint is null or e.zone_id = ${filter.zoneId ?? null})
      and (${filter.kind ?? null}::text is null or e.kind = ${filter.kind ?? null})
      and (${filter.state ?? null}::text is null or e.state = ${filter.state ?? null})
    order by e.asset_tag limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx.sql)
  const items = rows.map(({ total: _total, ...row }) => row)
  return { items, total: Number(rows[0]?.total ?? 0) }
}

export async function findEquipment(tx: Tx, id: string): Promise<EquipmentRow | undefined> {
  const { rows } = await sql<EquipmentRow>`select ${columns} from ${from}
    where e.centre_id = ${tx.centreId} and e.id = ${id}`.execute(tx.sql)
  return rows[0]
}

/** undefined = the asset tag is taken. */
export async function insertEquipment(tx: Tx, assetTag: string, one: EquipmentFields): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into centre.equipment (centre_id, id, asset_tag, zone_id, kind, name, model, quantity, state, acquired_on, note,
      updated_at)
    values (${tx.centreId}, ${tx.newId()}, ${assetTag}, ${one.zoneId}, ${one.kind}, ${one.name}, ${one.model},
      ${one.quantity}, ${one.state}, ${one.acquiredOn}, ${one.note}, ${tx.now})
    on conflict (centre_id, asset_tag) do nothing returning id`.execute(tx.sql)
  return rows[0]?.id
}

export async function updateEquipment(tx: Tx, id: string, version: number, one: EquipmentFields): Promise<boolean> {
  const result = await sql`update centre.equipment set zone_id = ${one.zoneId}, kind = ${one.kind}, name = ${one.name},
      model = ${one.model}, quantity = ${one.quantity}, state = ${one.state}, acquired_on = ${one.acquiredOn},
      note = ${one.note}, version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export interface NeedRow {
  id: string
  zoneId: string | null
  zoneName: string | null
  kind: string
  name: string
  nameEn: string
  /** null = the plan names the thing without a number */
  plannedCount: number | null
  /** on the register and not retired */
  presentCount: number
  clause: string | null
  literal: string | null
}

/** What the plan asks for beside what the register holds: of a zone's list in that zone, of the budget's list anywhere. */
export async function listNeeds(tx: Tx): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    select n.id, n.zone_id as "zoneId", z.name as "zoneName", n.kind, n.name, n.name_en as "nameEn",
      n.planned_count as "plannedCount", n.clause, n.literal,
      coalesce((select sum(e.quantity) from centre.equipment e where e.centre_id = n.centre_id and e.kind = n.kind
        and e.state <> 'retired' and (n.zone_id is null or e.zone_id = n.zone_id)), 0)::integer as "presentCount"
    from centre.equipment_need n
    left join centre.zone z on z.centre_id = n.centre_id and z.id = n.zone_id
    where n.centre_id = ${tx.centreId}
    order by z.position nulls first, n.position, n.id`.execute(tx.sql)
  return rows
}
