import { businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import type { Mount } from '../../platform/http.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ruleContract as contract } from './rule.contract.ts'
import type { StoredVersion } from './rule.queries.ts'
import { beforeAllDays } from './rule.rules.ts'
import { endRule, getRule, listRules, type RuleAndForce, saveRule } from './rule.service.ts'

export function mountRules(mount: Mount): void {
  mount(contract.listRules, { may: 'rule.read' }, async ({ query, inCentre, now }) => {
    const day = dayOf(query.day, now)
    const rules = await inCentre((tx) => listRules(tx, day))
    return { day, items: rules.map(summaryOf) }
  })
  mount(contract.getRule, { may: 'rule.read' }, async ({ params, query, inCentre, now }) =>
    detailOf(await inCentre((tx) => getRule(tx, params.key, dayOf(query.day, now)))),
  )
  mount(contract.ruleOn, { may: 'rule.read' }, async ({ params, query, inCentre, now }) => {
    const day = dayOf(query.day, now)
    const { inForce } = await inCentre((tx) => getRule(tx, params.key, day))
    return { day, inForce: inForce ? versionOf(inForce) : null }
  })
  mount(contract.saveRule, { may: 'rule.write' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => ({ versionId: await saveRule(tx, actor, { key: params.key, ...body }) })),
  )
  mount(contract.endRule, { may: 'rule.write' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => ({ versionId: await endRule(tx, actor, { key: params.key, ...body }) })),
  )
}

/** The day asked for, or today; the contract lets 31 February through, the calendar does not. */
export function dayOf(asked: string | undefined, now: Date): string {
  if (asked !== undefined && !isBusinessDate(asked))
    throw new Refusal('request.invalid', {}, [{ field: 'day', code: 'rule.day_wrong' }])
  return asked ?? businessDate(now)
}

function summaryOf({ definition, inForce }: RuleAndForce) {
  const { key, title, titleEn, summary, summaryEn, clause, contradiction } = definition
  const group = key.split('.')[0] ?? ''
  return {
    key,
    group,
    title,
    titleEn,
    summary,
    summaryEn,
    clause,
    contradiction,
    inForce: inForce ? versionOf(inForce) : null,
  }
}

function detailOf(rule: RuleAndForce) {
  const { literal, problem, problemEn, defaultReading, readings, valueSchema } = rule.definition
  return {
    ...summaryOf(rule),
    fields: valueSchema.map(({ columns, options, ...field }) => ({
      ...field,
      ...(options ? { options: [...options] } : {}),
      ...(columns ? { columns: columns.map(plainField) } : {}),
    })),
    literal,
    problem,
    problemEn,
    defaultReading,
    readings: [...readings],
    history: rule.versions.map(versionOf).reverse(),
  }
}

function plainField({ columns: _columns, options, ...field }: RuleAndForce['definition']['valueSchema'][number]) {
  return { ...field, ...(options ? { options: [...options] } : {}) }
}

function versionOf(version: StoredVersion) {
  const { id, source, value, reading, validTo, reason, createdByName } = version
  return {
    id,
    source,
    value,
    reading,
    validFrom: version.validFrom === beforeAllDays ? null : version.validFrom,
    validTo,
    reason,
    createdAt: version.createdAt?.toISOString() ?? null,
    createdByName,
  }
}
