import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { RuleDefinition } from './rule.defaults.ts'
import {
  deleteDefinitions,
  detachDefinitions,
  insertVersions,
  listDefinitions,
  listVersions,
  putDefinitions,
} from './rule.queries.ts'
import { beforeAllDays, type RuleSource } from './rule.rules.ts'

/** A rule as a plan brings it: `default` where the plan is silent and the platform proposes a value. */
export interface PlanRule extends RuleDefinition {
  value: unknown
  source: 'plan' | 'default'
  validFrom: string
  validTo: string | null
}

/** Writes a plan's rules: definitions and one version each. `source` marks the definitions, e.g. plan:lushui-2019. */
export async function insertPlanRules(tx: Tx, actor: Actor, rules: readonly PlanRule[], source: string): Promise<void> {
  await putDefinitions(tx, rules, source)
  await insertVersions(
    tx,
    rules.map((rule) => ({
      key: rule.key,
      source: rule.source,
      origin: source,
      value: rule.value,
      reading: rule.defaultReading,
      validFrom: rule.validFrom,
      validTo: rule.validTo,
      reason: rule.clause ? `运营方案${rule.clause}` : '平台默认',
      by: actor,
    })),
  )
}

/**
 * Takes a plan's rules out of force. Versions are a ledger (a score names the one that made it), so each is answered by
 * a closing version; definitions with a company version stay, because that version is own data.
 */
export async function removePlanRules(
  tx: Tx,
  actor: Actor,
  source: string,
): Promise<{ removed: number; kept: string[] }> {
  const definitions = (await listDefinitions(tx)).filter((one) => one.source === source)
  const versions = await listVersions(tx)
  const withdrawn = new Map<string, RuleSource>()
  for (const version of versions.filter((one) => one.origin === source && one.source !== 'company'))
    withdrawn.set(`${version.source} ${version.key}`, version.source)
  await insertVersions(
    tx,
    [...withdrawn].map(([name, from]) => ({
      key: name.slice(from.length + 1),
      source: from,
      value: null,
      validFrom: beforeAllDays,
      reason: '移除运营方案',
      by: actor,
    })),
  )
  const own = new Set(versions.filter((one) => one.source === 'company').map((one) => one.key))
  const kept = definitions.filter((one) => own.has(one.key))
  const gone = definitions.filter((one) => !own.has(one.key))
  await deleteDefinitions(
    tx,
    gone.map((one) => one.key),
  )
  await detachDefinitions(
    tx,
    kept.map((one) => one.key),
  )
  return { removed: gone.length, kept: kept.map((one) => `规则“${one.title}”`) }
}
