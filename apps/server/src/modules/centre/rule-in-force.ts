import type { Tx } from '../../platform/db.ts'
import { programRule } from './rule.defaults.ts'
import { listVersions, type StoredVersion } from './rule.queries.ts'
import { beforeAllDays, decideRule, orderOf, type RuleSource, usualOrder } from './rule.rules.ts'

const precedenceKey = 'rules.precedence'

/** What a rule says on a day, and the version that said so: a score keeps `versionId` (null = program default). */
export interface RuleInForce<V = unknown> {
  key: string
  value: V
  versionId: string | null
  source: RuleSource
  validFrom: string
  validTo: string | null
}

/**
 * The value in force on a business day; undefined when neither company, plan nor program has one. The caller names the
 * shape of the value: it was validated against the rule's own fields when it was saved.
 */
export async function ruleInForce<V = unknown>(tx: Tx, key: string, day: string): Promise<RuleInForce<V> | undefined> {
  const all = await listVersions(tx, [key, precedenceKey])
  const decided = decideAmong(all, key, day)
  if (!decided) return undefined
  const { source, validFrom, validTo } = decided
  return { key, value: decided.value as V, versionId: decided.id, source, validFrom, validTo }
}

/** Like ruleInForce, from versions already read. */
export function decideAmong(all: readonly StoredVersion[], key: string, day: string): StoredVersion | undefined {
  // The order of sources is itself a rule; it is decided in the usual order, or nothing could ever change it back.
  const precedence = decideRule(versionsOf(all, precedenceKey), day)
  const order = key === precedenceKey ? usualOrder : orderOf(precedence?.value)
  return decideRule(versionsOf(all, key), day, order)
}

/** The stored versions of a key and the program's default of it. */
export function versionsOf(all: readonly StoredVersion[], key: string): StoredVersion[] {
  const stored = all.filter((version) => version.key === key)
  const preset = programRule(key)
  return preset ? [presetVersion(key, preset.value), ...stored] : stored
}

// The version before every other: it has no row and so no closing version ends it.
function presetVersion(key: string, value: unknown): StoredVersion {
  return {
    id: null,
    key,
    source: 'default',
    origin: 'program',
    value,
    reading: null,
    validFrom: beforeAllDays,
    validTo: null,
    reason: '平台默认',
    createdAt: null,
    createdByName: '系统',
  }
}
