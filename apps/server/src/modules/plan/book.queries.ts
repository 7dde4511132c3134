import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { TermKind } from './tables.ts'

export interface ClauseRow {
  position: number
  clause: string
  title: string
  titleEn: string
  body: string
}
export interface ContradictionRow {
  code: string
  title: string
  titleEn: string
  clause: string
  literal: string
  alsoSee: { clause: string; literal: string }[]
  problem: string
  problemEn: string
  readings: { key: string; label: string; labelEn: string }[]
  defaultReading: string
  ruleKey: string
}
export interface TermRow {
  kind: TermKind
  key: string
  name: string
  nameEn: string
  extra: Record<string, unknown>
  clause: string
  literal: string
}
export interface BudgetLineRow {
  key: string
  parentKey: string | null
  name: string
  nameEn: string
  amountFen: string | null
  remark: string | null
  remarkEn: string | null
  clause: string
  literal: string
}
export interface EquipmentRow {
  key: string
  lineKey: string
  name: string
  nameEn: string
  count: number | null
  literal: string
}

export async function listClauses(tx: Tx): Promise<ClauseRow[]> {
  const { rows } = await sql<ClauseRow>`
    select position, clause, title, title_en as "titleEn", body from plan.clause
    where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  return rows
}

export async function listContradictions(tx: Tx): Promise<ContradictionRow[]> {
  const { rows } = await sql<ContradictionRow>`
    select code, title, title_en as "titleEn", clause, literal, also_see as "alsoSee", problem, problem_en as "problemEn",
      readings, default_reading as "defaultReading", rule_key as "ruleKey"
    from plan.contradiction where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  return rows
}

export async function listTerms(tx: Tx): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select kind, key, name, name_en as "nameEn", extra, clause, literal from plan.term
    where centre_id = ${tx.centreId} order by kind, position`.execute(tx.sql)
  return rows
}

export async function listBudget(tx: Tx): Promise<{ lines: BudgetLineRow[]; equipment: EquipmentRow[] }> {
  const lines = await sql<BudgetLineRow>`
    select key, parent_key as "parentKey", name, name_en as "nameEn", amount_fen as "amountFen", remark,
      remark_en as "remarkEn", clause, literal
    from plan.budget_line where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  const equipment = await sql<EquipmentRow>`
    select key, line_key as "lineKey", name, name_en as "nameEn", count, literal
    from plan.equipment_target where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  return { lines: lines.rows, equipment: equipment.rows }
}
