import type { Tx } from '../../platform/db.ts'
import type { RuleDefinition, RuleReading } from './rule.defaults.ts'
import type { RuleSource, RuleVersion } from './rule.rules.ts'
import type { RuleField } from './rule-value.rules.ts'
import type { CentreTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<CentreTables>()

export interface StoredVersion extends RuleVersion {
  key: string
  origin: string | null
  reading: string | null
  reason: string
  createdAt: Date | null
  createdByName: string
}

/** Versions in the order they were recorded; without keys: of every rule. */
export async function listVersions(tx: Tx, keys?: readonly string[]): Promise<StoredVersion[]> {
  let query = open(tx).selectFrom('centre.rule_version').selectAll().where('centre_id', '=', tx.centreId)
  if (keys) query = query.where('key', 'in', [...keys])
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    source: row.source,
    origin: row.origin,
    value: row.value,
    reading: row.reading,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reason: row.reason,
    createdAt: row.created_at,
    createdByName: row.created_by_name,
  }))
}

export interface NewVersion {
  key: string
  source: RuleSource
  origin?: string | null
  value: unknown
  reading?: string | null
  validFrom: string
  validTo?: string | null
  reason: string
  by: { id: string | null; name: string }
}

export async function insertVersions(tx: Tx, versions: readonly NewVersion[]): Promise<string[]> {
  if (versions.length === 0) return []
  const rows = versions.map((version) => ({
    centre_id: tx.centreId,
    id: tx.newId(),
    key: version.key,
    source: version.source,
    origin: version.origin ?? null,
    value: version.value === null ? null : JSON.stringify(version.value),
    reading: version.reading ?? null,
    valid_from: version.validFrom,
    valid_to: version.validTo ?? null,
    reason: version.reason,
    created_at: tx.now,
    created_by: version.by.id,
    created_by_name: version.by.name,
  }))
  await open(tx).insertInto('centre.rule_version').values(rows).execute()
  return rows.map((row) => row.id)
}

export interface StoredRule extends RuleDefinition {
  position: number
  source: string
}

export async function listDefinitions(tx: Tx, key?: string): Promise<StoredRule[]> {
  let query = open(tx).selectFrom('centre.rule').selectAll().where('centre_id', '=', tx.centreId)
  if (key !== undefined) query = query.where('key', '=', key)
  const rows = await query.orderBy('position').execute()
  return rows.map((row) => ({
    key: row.key,
    position: row.position,
    title: row.title,
    titleEn: row.title_en,
    summary: row.summary,
    summaryEn: row.summary_en,
    valueSchema: row.value_schema as RuleField[],
    clause: row.clause,
    literal: row.literal,
    contradiction: row.contradiction,
    defaultReading: row.default_reading,
    readings: row.readings as RuleReading[],
    problem: row.problem,
    problemEn: row.problem_en,
    source: row.source,
  }))
}

/** A definition that people kept from an earlier loading gets the plan's words again. */
export async function putDefinitions(tx: Tx, rules: readonly RuleDefinition[], source: string): Promise<void> {
  for (const [index, rule] of rules.entries()) {
    const row = {
      position: index + 1,
      title: rule.title,
      title_en: rule.titleEn,
      summary: rule.summary,
      summary_en: rule.summaryEn,
      value_schema: JSON.stringify(rule.valueSchema),
      clause: rule.clause,
      literal: rule.literal,
      contradiction: rule.contradiction,
      default_reading: rule.defaultReading,
      readings: JSON.stringify(rule.readings),
      problem: rule.problem,
      problem_en: rule.problemEn,
      source,
    }
    await open(tx)
      .insertInto('centre.rule')
      .values({ centre_id: tx.centreId, key: rule.key, ...row })
      .onConflict((conflict) => conflict.columns(['centre_id', 'key']).doUpdateSet(row))
      .execute()
  }
}

export async function deleteDefinitions(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await open(tx)
    .deleteFrom('centre.rule')
    .where('centre_id', '=', tx.centreId)
    .where('key', 'in', [...keys])
    .execute()
}

export async function detachDefinitions(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await open(tx)
    .updateTable('centre.rule')
    .set({ source: 'own' })
    .where('centre_id', '=', tx.centreId)
    .where('key', 'in', [...keys])
    .execute()
}
