import { addDays, businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import { canonicalJson } from '@xianghui/kit/canonical'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import { programRules, type RuleDefinition } from './rule.defaults.ts'
import { insertVersions, listDefinitions, listVersions, type StoredVersion } from './rule.queries.ts'
import { decideAmong, versionsOf } from './rule-in-force.ts'
import { faultsOfValue } from './rule-value.rules.ts'

export interface RuleAndForce {
  definition: RuleDefinition & { source: string }
  inForce: StoredVersion | undefined
  versions: StoredVersion[]
}

/** Every rule with the version in force on the day: those of the plan in its order, then the program's own. */
export async function listRules(tx: Tx, day: string): Promise<RuleAndForce[]> {
  const [definitions, versions] = [await definitionsOf(tx), await listVersions(tx)]
  return definitions.map((definition) => ({
    definition,
    inForce: decideAmong(versions, definition.key, day),
    versions: versionsOf(versions, definition.key),
  }))
}

/** @throws Refusal record.not_found */
export async function getRule(tx: Tx, key: string, day: string): Promise<RuleAndForce> {
  const definition = (await definitionsOf(tx, key))[0]
  if (!definition) throw new Refusal('record.not_found')
  const versions = await listVersions(tx, [key, 'rules.precedence'])
  return { definition, inForce: decideAmong(versions, key, day), versions: versionsOf(versions, key) }
}

async function definitionsOf(tx: Tx, key?: string): Promise<(RuleDefinition & { source: string })[]> {
  const stored = await listDefinitions(tx, key)
  const known = new Set(stored.map((one) => one.key))
  const program = programRules.filter((one) => !known.has(one.key) && (key === undefined || one.key === key))
  return [...stored, ...program.map(({ value: _value, ...one }) => ({ ...one, source: 'program' }))]
}

export interface SaveRule {
  key: string
  value: unknown
  /** the reading of the contradiction that was picked, when the value is just that */
  reading?: string | null | undefined
  validFrom: string
  validTo?: string | null | undefined
  reason: string
}

/**
 * A new version as the company's rule; earlier versions stay as they are.
 * @throws Refusal record.not_found | rule.invalid | rule.reason_needed
 */
export async function saveRule(tx: Tx, actor: Actor, input: SaveRule): Promise<string> {
  const { definition, inForce } = await getRule(tx, input.key, input.validFrom)
  const reason = reasonOf(input.reason)
  const faults = [...faultsOfValue(definition.valueSchema, input.value), ...faultsOfDays(input)]
  if (faults.length > 0) throw new Refusal('rule.invalid', {}, faults)
  const [id = ''] = await insertVersions(tx, [
    {
      key: input.key,
      source: 'company',
      value: input.value,
      reading: matchingReading(definition, input),
      validFrom: input.validFrom,
      validTo: input.validTo ?? null,
      reason,
      by: actor,
    },
  ])
  await recordAct(tx, actor, {
    action: 'rule.saved',
    subject: { kind: 'rule', id: input.key },
    summary: `${actor.name} 修改规则“${definition.title}”，自 ${input.validFrom} 起执行`,
    before: inForce ? { versionId: inForce.id, source: inForce.source, value: inForce.value } : null,
    after: {
      versionId: id,
      source: 'company',
      value: input.value,
      validFrom: input.validFrom,
      validTo: input.validTo ?? null,
    },
    reason,
  })
  await publicChanged(tx)
  return id
}

/** Ends the company's rule with `lastDay`; what plan or default say is in force again from the next day. */
export async function endRule(
  tx: Tx,
  actor: Actor,
  input: { key: string; lastDay: string; reason: string },
): Promise<string> {
  const reason = reasonOf(input.reason)
  if (!isBusinessDate(input.lastDay))
    throw new Refusal('rule.invalid', {}, [{ field: 'lastDay', code: 'rule.day_wrong' }])
  const { definition, versions } = await getRule(tx, input.key, input.lastDay)
  const closedFrom = addDays(input.lastDay, 1)
  const company = versions.filter((version) => version.source === 'company')
  const open = company.filter((version) => version.value !== null && (version.validTo ?? '9999-12-31') >= closedFrom)
  const closed = company.filter((version) => version.value === null && version.validFrom <= closedFrom)
  if (!open.some((version) => closed.every((closing) => BigInt(closing.id ?? 0) < BigInt(version.id ?? 0))))
    throw new Refusal('rule.nothing_to_end')
  const [id = ''] = await insertVersions(tx, [
    { key: input.key, source: 'company', value: null, validFrom: closedFrom, reason, by: actor },
  ])
  await recordAct(tx, actor, {
    action: 'rule.ended',
    subject: { kind: 'rule', id: input.key },
    summary: `${actor.name} 停用公司规则“${definition.title}”，执行到 ${input.lastDay} 为止`,
    before: open.map((version) => ({ versionId: version.id, value: version.value, validFrom: version.validFrom })),
    after: { versionId: id, lastDay: input.lastDay },
    reason,
  })
  await publicChanged(tx)
  return id
}

function faultsOfDays(input: SaveRule): FieldFault[] {
  const faults: FieldFault[] = []
  if (!isBusinessDate(input.validFrom)) faults.push({ field: 'validFrom', code: 'rule.day_wrong' })
  if (input.validTo && !isBusinessDate(input.validTo)) faults.push({ field: 'validTo', code: 'rule.day_wrong' })
  if (input.validTo && input.validTo < input.validFrom) faults.push({ field: 'validTo', code: 'rule.days_reversed' })
  return faults
}

function reasonOf(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new Refusal('rule.reason_needed', {}, [{ field: 'reason', code: 'rule.reason_needed' }])
  return reason
}

function matchingReading(definition: RuleDefinition, input: SaveRule): string | null {
  const asked = definition.readings.find((reading) => reading.key === input.reading)
  return asked && canonicalJson(asked.value) === canonicalJson(input.value) ? asked.key : null
}

/** The day that readers mean when they name none. */
export const today = (tx: Tx): string => businessDate(tx.now)
