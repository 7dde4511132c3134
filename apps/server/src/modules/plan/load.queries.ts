import type { Tx } from '../../platform/db.ts'
import type { Cited, Plan, PlanNamed } from './plan-files.ts'
import type { PlanTables, TermKind } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<PlanTables>()

export interface LoadRow {
  id: string
  planId: string
  title: string
  titleEn: string
  counts: readonly { file: string; name: string; nameEn: string; count: number }[]
  loadedAt: Date
  loadedByName: string
  removedAt: Date | null
  removedByName: string | null
  removal: { removed: number; kept: string[] } | null
}

/** Every loading there ever was, the latest first. */
export async function listLoads(tx: Tx): Promise<LoadRow[]> {
  const rows = await open(tx)
    .selectFrom('plan.load')
    .selectAll()
    .where('centre_id', '=', tx.centreId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    title: row.title,
    titleEn: row.title_en,
    counts: row.counts as LoadRow['counts'],
    loadedAt: row.loaded_at,
    loadedByName: row.loaded_by_name,
    removedAt: row.removed_at,
    removedByName: row.removed_by_name,
    removal: row.removal as LoadRow['removal'],
  }))
}

export async function insertLoad(tx: Tx, plan: Plan, byName: string): Promise<boolean> {
  const inserted = await open(tx)
    .insertInto('plan.load')
    .values({
      centre_id: tx.centreId,
      id: tx.newId(),
      plan_id: plan.manifest.id,
      title: plan.head.title,
      title_en: plan.head.titleEn,
      counts: JSON.stringify(
        plan.manifest.files.map(({ file, name, nameEn, count }) => ({ file, name, nameEn, count })),
      ),
      loaded_at: tx.now,
      loaded_by_name: byName,
      removed_at: null,
      removed_by_name: null,
      removal: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function markRemoved(tx: Tx, id: string, byName: string, removal: unknown): Promise<void> {
  await open(tx)
    .updateTable('plan.load')
    .set({ removed_at: tx.now, removed_by_name: byName, removal: JSON.stringify(removal) })
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .execute()
}

export async function insertText(tx: Tx, plan: Plan): Promise<void> {
  const { source } = plan
  await open(tx)
    .insertInto('plan.clause')
    .values(
      plan.text.map((one) => ({
        centre_id: tx.centreId,
        position: one.order,
        clause: one.clause,
        title: one.title,
        title_en: one.titleEn,
        body: one.text,
        source,
      })),
    )
    .execute()
  await open(tx)
    .insertInto('plan.contradiction')
    .values(
      plan.head.contradictions.map((one, index) => ({
        centre_id: tx.centreId,
        code: one.code,
        position: index + 1,
        title: one.title,
        title_en: one.titleEn,
        clause: one.clause,
        literal: one.literal,
        also_see: JSON.stringify(one.alsoSee),
        problem: one.problem,
        problem_en: one.problemEn,
        readings: JSON.stringify(one.readings),
        default_reading: one.default,
        rule_key: one.settingKey,
        source,
      })),
    )
    .execute()
}

export async function insertTerms(
  tx: Tx,
  kind: TermKind,
  rows: readonly PlanNamed[],
  extraOf: (row: PlanNamed) => object,
  source: string,
): Promise<void> {
  await open(tx)
    .insertInto('plan.term')
    .values(
      rows.map((row) => ({
        ...wordsOf(tx, row, source),
        kind,
        name: row.name,
        name_en: row.nameEn,
        extra: JSON.stringify(extraOf(row)),
      })),
    )
    .execute()
}

export async function insertBudget(tx: Tx, plan: Plan): Promise<void> {
  const { budget, source } = plan
  await open(tx)
    .insertInto('plan.budget_line')
    .values(
      budget.lines.map((line) => ({
        ...wordsOf(tx, line, source),
        parent_key: line.parent,
        name: line.name,
        name_en: line.nameEn,
        amount_fen: line.amount === null ? null : String(line.amount * budget.fenPerUnit),
        remark: line.remark,
        remark_en: line.remarkEn,
      })),
    )
    .execute()
  await open(tx)
    .insertInto('plan.equipment_target')
    .values(
      budget.equipment.map((one) => ({
        ...wordsOf(tx, one, source),
        line_key: one.line,
        name: one.name,
        name_en: one.nameEn,
        count: one.count,
      })),
    )
    .execute()
}

/** An activity that people kept from an earlier loading belongs to the plan again, with what they wrote into it. */
export async function insertActivities(tx: Tx, plan: Plan): Promise<void> {
  await open(tx)
    .insertInto('plan.activity')
    .values(
      plan.activities.map((one) => ({
        ...wordsOf(tx, one, plan.source),
        id: tx.newId(),
        month: one.month,
        calendar_month: one.calendarMonth,
        name: one.name,
        name_en: one.nameEn,
        content: one.content,
        content_en: one.contentEn,
        remark: one.remark,
        remark_en: one.remarkEn,
        kind: one.kind,
        milestone: one.milestone,
        out_of_order: one.outOfOrder,
        expected_people: one.expectedPeople,
        updated_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet({ source: plan.source }))
    .execute()
}

export async function insertFamilies(tx: Tx, plan: Plan): Promise<void> {
  await open(tx)
    .insertInto('plan.product_family')
    .values(
      plan.families.map((one) => ({
        ...wordsOf(tx, one, plan.source),
        name: one.name,
        name_en: one.nameEn,
        from_month: one.season.fromMonth,
        to_month: one.season.toMonth,
        note: one.season.note,
        note_en: one.season.noteEn,
        season_source: one.season.source === 'general knowledge, editable' ? '常识，可修改' : one.season.source,
      })),
    )
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet({ source: plan.source }))
    .execute()
}

export async function insertGoals(tx: Tx, plan: Plan): Promise<void> {
  const { source } = plan
  await open(tx)
    .insertInto('plan.goal')
    .values(
      plan.goals.map((goal) => ({
        ...wordsOf(tx, goal, source),
        title: goal.title,
        title_en: goal.titleEn,
        summary: goal.summary,
        summary_en: goal.summaryEn,
      })),
    )
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet({ source }))
    .execute()
  await open(tx)
    .insertInto('plan.goal_target')
    .values(
      plan.goals.flatMap((goal) =>
        goal.targets.map((target, index) => ({
          ...wordsOf(tx, { ...target, order: index + 1 }, source),
          id: tx.newId(),
          goal_key: goal.key,
          name: target.name,
          name_en: target.nameEn,
          comparator: target.comparator,
          target: target.target === null ? null : String(target.target),
          unit: target.unit,
          unit_en: target.unitEn,
          due: target.due,
          period: target.period,
        })),
      ),
    )
    .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet({ source }))
    .execute()
}

function wordsOf(tx: Tx, row: Cited, source: string) {
  return {
    centre_id: tx.centreId,
    key: row.key,
    position: row.order,
    clause: row.clause,
    literal: row.literal,
    source,
  }
}
