import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { dropSearchDoc, putSearchDoc } from '../../platform/search-index.ts'
import {
  insertPlanProfile,
  insertPlanRules,
  insertRegions,
  removePlanProfile,
  removePlanRules,
} from '../centre/index.ts'
import { insertPlanArticles, removePlanArticles } from '../content/index.ts'
import { insertPlanServices, removePlanServices } from '../hall/index.ts'
import { insertPlanOrg, insertPlanZones, removePlanOrg, removePlanZones } from '../organisation/index.ts'
import { insertActivities, insertBudget, insertFamilies, insertGoals, insertTerms, insertText } from './load.queries.ts'
import type { Plan, PlanNamed } from './plan-files.ts'
import { deletePlainRows, removeActivities, removeFamilies, removeGoals } from './removal.queries.ts'

/** One module's share of a plan: how it comes in and how it goes. In order of loading; removal runs backwards. */
export interface PlanPart {
  insert(tx: Tx, actor: Actor, plan: Plan): Promise<void>
  remove(tx: Tx, actor: Actor, source: string): Promise<{ removed: number; kept: readonly string[] }>
}

const nothing = { removed: 0, kept: [] }

// Divisions are the state's, not the plan's: they stay when it goes.
const regions: PlanPart = {
  insert: async (tx, _actor, plan) => void (await insertRegions(tx, plan.regions)),
  remove: async () => nothing,
}

const profile: PlanPart = {
  insert: (tx, _actor, plan) => insertPlanProfile(tx, profileOf(plan), plan.source),
  remove: (tx, _actor, source) => removePlanProfile(tx, source),
}

const rules: PlanPart = {
  insert: (tx, actor, plan) => insertPlanRules(tx, actor, plan.rules, plan.source),
  remove: removePlanRules,
}

const lists: PlanPart = {
  insert: async (tx, _actor, plan) => {
    await insertText(tx, plan)
    await insertTerms(tx, 'channel', plan.channels, (row) => pick(row, 'inGoalList'), plan.source)
    await insertTerms(tx, 'industry', plan.industries, () => ({}), plan.source)
    await insertTerms(tx, 'grade', plan.grades, (row) => pick(row, 'shortName'), plan.source)
    await insertTerms(tx, 'condition', plan.budget.conditions, () => ({}), plan.source)
    const experts = { ...plan.experts.target, order: 1 }
    await insertTerms(
      tx,
      'expert_target',
      [experts],
      (row) => pick(row, 'comparator', 'target', 'unit', 'unitEn'),
      plan.source,
    )
    await insertBudget(tx, plan)
  },
  remove: async (tx, _actor, source) => ({ removed: await deletePlainRows(tx, source), kept: [] }),
}

const activities: PlanPart = {
  insert: async (tx, _actor, plan) => {
    await insertActivities(tx, plan)
    for (const one of plan.activities)
      await putSearchDoc(tx, {
        kind: 'activity',
        ref: one.key,
        title: one.name,
        summary: one.content ?? one.name,
        body: one.remark ?? '',
        url: '/activities',
        audience: 'public',
      })
  },
  remove: async (tx, _actor, source) => {
    const result = await removeActivities(tx, source)
    for (const key of result.gone) await dropSearchDoc(tx, 'activity', key)
    return result
  },
}

const goals: PlanPart = {
  insert: (tx, _actor, plan) => insertGoals(tx, plan),
  remove: (tx, _actor, source) => removeGoals(tx, source),
}

const families: PlanPart = {
  insert: (tx, _actor, plan) => insertFamilies(tx, plan),
  remove: (tx, _actor, source) => removeFamilies(tx, source),
}

const zones: PlanPart = {
  insert: (tx, _actor, plan) => insertPlanZones(tx, plan.zones, plan.source, plan.budget.equipment),
  remove: (tx, _actor, source) => removePlanZones(tx, source),
}

const organisation: PlanPart = {
  insert: (tx, _actor, plan) => insertPlanOrg(tx, plan.posts, plan.source),
  remove: (tx, _actor, source) => removePlanOrg(tx, source),
}

const hall: PlanPart = {
  insert: (tx, _actor, plan) =>
    // The files' shape is held by plans/lushui/shape.test.ts.
    insertPlanServices(tx, { lines: plan.lines, services: plan.services, audiences: plan.audiences }, plan.source),
  remove: (tx, _actor, source) => removePlanServices(tx, source),
}

const articles: PlanPart = {
  insert: (tx, _actor, plan) => insertPlanArticles(tx, plan.documents, plan.source),
  remove: (tx, _actor, source) => removePlanArticles(tx, source),
}

export const planParts: readonly PlanPart[] = [
  regions,
  profile,
  rules,
  lists,
  activities,
  goals,
  families,
  zones,
  organisation,
  hall,
  articles,
]

/** What the plan says of the centre. It names no host unit (主办单位), address or phone: those stay unset. */
function profileOf(plan: Plan) {
  const { head } = plan
  // 区1 names the two lines that stand over the front desk.
  const [banner, bannerSub] = [...(plan.zones[0]?.literal ?? '').matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '')
  return {
    name: head.centre.name,
    nameEn: head.centre.nameEn,
    regionCode: head.regionCode,
    areaSqm: head.area.sqm.toFixed(2),
    operatingUnit: head.contractor.name,
    operatingUnitEn: head.contractor.nameEn,
    banner: banner ?? null,
    bannerSub: bannerSub ?? null,
  }
}

function pick(row: PlanNamed, ...keys: string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)))
}
