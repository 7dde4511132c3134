import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { OrgNode } from './plan-rows.rules.ts'
import type { OrganisationTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<OrganisationTables>()

interface OrgInsert {
  key: string | null
  order: number
  name: string
  nameEn: string
  clause: string | null
  literal: string | null
  duties: readonly unknown[]
  source: string
}

const shared = (tx: Tx, row: OrgInsert) => ({
  centre_id: tx.centreId,
  id: tx.newId(),
  key: row.key,
  position: row.order,
  name: row.name,
  name_en: row.nameEn,
  clause: row.clause,
  literal: row.literal,
  duties: JSON.stringify(row.duties),
  source: row.source,
  updated_at: tx.now,
})

export async function insertUnit(tx: Tx, row: OrgInsert & { parentId: string | null }): Promise<string> {
  const values = { ...shared(tx, row), parent_id: row.parentId, station_id: null }
  const kept = await open(tx)
    .insertInto('centre.org_unit')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'key']).where('key', 'is not', null).doUpdateSet({ source: row.source }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return kept.id
}

export async function insertPost(
  tx: Tx,
  row: OrgInsert & { unitId: string; superiorId: string | null },
): Promise<string> {
  const values = { ...shared(tx, row), unit_id: row.unitId, superior_id: row.superiorId }
  const kept = await open(tx)
    .insertInto('centre.post')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'key']).where('key', 'is not', null).doUpdateSet({ source: row.source }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return kept.id
}

export async function insertNeed(
  tx: Tx,
  need: {
    zoneId: string | null
    key: string
    position: number
    name: string
    nameEn: string
    count: number | null
    clause: string
    literal: string
    source: string
  },
): Promise<void> {
  await open(tx)
    .insertInto('centre.equipment_need')
    .values({
      centre_id: tx.centreId,
      id: tx.newId(),
      zone_id: need.zoneId,
      kind: need.key,
      position: need.position,
      name: need.name,
      name_en: need.nameEn,
      planned_count: need.count,
      clause: need.clause,
      literal: need.literal,
      source: need.source,
    })
    .execute()
}

export async function deletePlanNeeds(tx: Tx, source: string): Promise<number> {
  const { rows } = await sql`delete from centre.equipment_need
    where centre_id = ${tx.centreId} and source = ${source} returning id`.execute(tx.sql)
  return rows.length
}

export async function listOrgForRemoval(tx: Tx): Promise<OrgNode[]> {
  const { rows } = await sql<OrgNode>`
    select id, 'unit' as kind, name, source, (version > 1 or station_id is not null) as used,
      array_remove(array[parent_id::text], null) as above
    from centre.org_unit where centre_id = ${tx.centreId}
    union all
    select p.id, 'post', p.name, p.source, (p.version > 1 or exists (select 1 from centre.assignment a
        where a.centre_id = p.centre_id and a.post_id = p.id)),
      array_remove(array[p.unit_id::text, p.superior_id::text], null)
    from centre.post p where p.centre_id = ${tx.centreId}`.execute(tx.sql)
  return rows
}

/** Posts first: they stand in units. One statement each, so rows of one tree may go together. */
export async function deleteOrg(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from centre.post where centre_id = ${tx.centreId} and id = any(${[...ids]}::bigint[])`.execute(
    tx.sql,
  )
  await sql`delete from centre.org_unit where centre_id = ${tx.centreId} and id = any(${[...ids]}::bigint[])`.execute(
    tx.sql,
  )
}

export async function detachOrg(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update centre.post set source = 'own' where centre_id = ${tx.centreId} and id = any(${[...ids]}::bigint[])`.execute(
    tx.sql,
  )
  await sql`update centre.org_unit set source = 'own'
    where centre_id = ${tx.centreId} and id = any(${[...ids]}::bigint[])`.execute(tx.sql)
}
