import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface GoalRow {
  key: string
  position: number
  title: string
  titleEn: string
  summary: string
  summaryEn: string
  clause: string
  literal: string
}
export interface TargetRow {
  id: string
  goalKey: string
  key: string
  name: string
  nameEn: string
  comparator: '>=' | '>' | null
  target: number | null
  unit: string | null
  unitEn: string | null
  due: string | null
  period: string
  clause: string
  literal: string
  ownerName: string | null
  /** the latest entry; null = nobody has supplied one */
  value: number | null
  asOf: string | null
  evidence: string | null
}
export interface ValueRow {
  id: string
  value: number
  asOf: string
  evidence: string
  enteredAt: Date
  enteredByName: string
}

export async function listGoals(tx: Tx): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select key, position, title, title_en as "titleEn", summary, summary_en as "summaryEn", clause, literal
    from plan.goal where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  return rows
}

export async function listTargets(tx: Tx, id?: string): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select t.id, t.goal_key as "goalKey", t.key, t.name, t.name_en as "nameEn", t.comparator, t.target::float8 as target,
      t.unit, t.unit_en as "unitEn", t.due, t.period, t.clause, t.literal, t.owner_name as "ownerName",
      v.value::float8 as value, v.as_of as "asOf", v.evidence
    from plan.goal_target t
    left join lateral (
      select value, as_of, evidence from plan.goal_value v
      where v.centre_id = t.centre_id and v.target_id = t.id order by v.as_of desc, v.id desc limit 1) v on true
    where t.centre_id = ${tx.centreId} and (${id ?? null}::bigint is null or t.id = ${id ?? null})
    order by t.goal_key, t.position`.execute(tx.sql)
  return rows
}

export async function listValues(tx: Tx, targetId: string): Promise<ValueRow[]> {
  const { rows } = await sql<ValueRow>`
    select id, value::float8 as value, as_of as "asOf", evidence, entered_at as "enteredAt", entered_by_name as "enteredByName"
    from plan.goal_value where centre_id = ${tx.centreId} and target_id = ${targetId}
    order by as_of desc, id desc`.execute(tx.sql)
  return rows
}

export async function insertValue(
  tx: Tx,
  entry: { targetId: string; value: number; asOf: string; evidence: string; by: { id: string | null; name: string } },
): Promise<string> {
  const id = tx.newId()
  await sql`
    insert into plan.goal_value (centre_id, id, target_id, value, as_of, evidence, entered_at, entered_by, entered_by_name)
    values (${tx.centreId}, ${id}, ${entry.targetId}, ${entry.value}, ${entry.asOf}, ${entry.evidence}, ${tx.now},
      ${entry.by.id}, ${entry.by.name})`.execute(tx.sql)
  return id
}

export async function setOwner(tx: Tx, targetId: string, ownerName: string | null): Promise<void> {
  await sql`update plan.goal_target set owner_name = ${ownerName}
    where centre_id = ${tx.centreId} and id = ${targetId}`.execute(tx.sql)
}
