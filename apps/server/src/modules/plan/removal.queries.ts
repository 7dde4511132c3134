import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

/** Rows that nobody can have built upon: they go without a look. Returns how many went. */
export async function deletePlainRows(tx: Tx, source: string): Promise<number> {
  let removed = 0
  for (const table of ['clause', 'contradiction', 'term', 'budget_line', 'equipment_target'])
    removed += await run(
      tx,
      sql`delete from ${sql.table(`plan.${table}`)} where centre_id = ${tx.centreId} and source = ${source}`,
    )
  return removed
}

export interface Removal {
  removed: number
  kept: string[]
  /** keys of what went */
  gone: string[]
}

/** Activities that somebody reported on stay as the centre's own. */
export async function removeActivities(tx: Tx, source: string): Promise<Removal> {
  const { rows: gone } = await sql<{ key: string }>`
    delete from plan.activity where centre_id = ${tx.centreId} and source = ${source}
      and version = 1 and status = 'planned' returning key`.execute(tx.sql)
  const { rows: kept } = await sql<{ name: string }>`
    update plan.activity set source = 'own' where centre_id = ${tx.centreId} and source = ${source}
    returning name`.execute(tx.sql)
  return { removed: gone.length, gone: gone.map((row) => row.key), kept: kept.map((row) => `活动“${row.name}”`) }
}

export async function removeFamilies(tx: Tx, source: string): Promise<Removal> {
  const { rows: gone } = await sql<{ key: string }>`
    delete from plan.product_family where centre_id = ${tx.centreId} and source = ${source} and version = 1
    returning key`.execute(tx.sql)
  const { rows: kept } = await sql<{ name: string }>`
    update plan.product_family set source = 'own' where centre_id = ${tx.centreId} and source = ${source}
    returning name`.execute(tx.sql)
  return { removed: gone.length, gone: gone.map((row) => row.key), kept: kept.map((row) => `产品时令“${row.name}”`) }
}

/** A target with an owner or an entered value stays, and its goal with it. */
export async function removeGoals(tx: Tx, source: string): Promise<Removal> {
  const targets = await run(
    tx,
    sql`delete from plan.goal_target t where centre_id = ${tx.centreId} and source = ${source} and owner_name is null
      and not exists (select 1 from plan.goal_value v where v.centre_id = t.centre_id and v.target_id = t.id)`,
  )
  const { rows: kept } = await sql<{ name: string }>`
    update plan.goal_target set source = 'own' where centre_id = ${tx.centreId} and source = ${source}
    returning name`.execute(tx.sql)
  const goals = await run(
    tx,
    sql`delete from plan.goal g where centre_id = ${tx.centreId} and source = ${source}
      and not exists (select 1 from plan.goal_target t where t.centre_id = g.centre_id and t.goal_key = g.key)`,
  )
  await run(tx, sql`update plan.goal set source = 'own' where centre_id = ${tx.centreId} and source = ${source}`)
  return { removed: targets + goals, gone: [], kept: kept.map((row) => `目标“${row.name}”`) }
}

async function run(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const result = await statement.execute(tx.sql)
  return Number(result.numAffectedRows ?? 0n)
}
