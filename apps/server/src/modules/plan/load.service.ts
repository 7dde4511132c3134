import { type Actor, systemActor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { insertLoad, type LoadRow, listLoads, markRemoved } from './load.queries.ts'
import { type PlanName, readPlan } from './plan-files.ts'
import { planParts } from './plan-parts.ts'

export interface RemovedPlan {
  removed: number
  /** what own data refers to: it stays, detached from the plan */
  kept: string[]
}

/** Writes every row of a plan, marked with its source. A plan that is loaded already stays as it is. */
export async function loadPlan(tx: Tx, actor: Actor, name: PlanName): Promise<{ loaded: boolean; title: string }> {
  const plan = await readPlan(name)
  const title = plan.head.title
  if (!(await insertLoad(tx, plan, actor.name))) return { loaded: false, title }
  for (const part of planParts) await part.insert(tx, actor, plan)
  await recordAct(tx, actor, {
    action: 'plan.loaded',
    subject: { kind: 'plan', id: plan.manifest.id },
    summary: `${actor.name} 装入了《${title}》`,
    after: { counts: plan.manifest.files.map(({ file, count }) => ({ file, count })) },
  })
  await publicChanged(tx)
  return { loaded: true, title }
}

/**
 * Removes the loaded plan in one act: rows that nobody built upon go, the others become the centre's own and are named.
 * @throws Refusal plan.not_loaded
 */
export async function removePlan(tx: Tx, actor: Actor): Promise<RemovedPlan> {
  const load = (await listLoads(tx)).find((one) => one.removedAt === null)
  if (!load) throw new Refusal('plan.not_loaded')
  const source = `plan:${load.planId}`
  const result: RemovedPlan = { removed: 0, kept: [] }
  // Last in, first out: what refers to a row goes before the row.
  for (const part of [...planParts].reverse()) {
    const { removed, kept } = await part.remove(tx, actor, source)
    result.removed += removed
    result.kept.push(...kept)
  }
  await markRemoved(tx, load.id, actor.name, result)
  await recordAct(tx, actor, {
    action: 'plan.removed',
    subject: { kind: 'plan', id: load.planId },
    summary: `${actor.name} 移除了《${load.title}》，${result.kept.length} 项因已被使用而保留`,
    before: { loadedAt: load.loadedAt.toISOString(), counts: load.counts },
    after: result,
  })
  await publicChanged(tx)
  return result
}

export interface PlanStatus {
  active: LoadRow | null
  /** the last removal, when nothing is loaded now */
  last: LoadRow | null
}

export async function planStatus(tx: Tx): Promise<PlanStatus> {
  const loads = await listLoads(tx)
  const active = loads.find((one) => one.removedAt === null) ?? null
  return { active, last: active ? null : (loads[0] ?? null) }
}

/** The plan of a fresh centre; one that was loaded or removed before does not come back by itself. */
export async function loadPlanOnce(tx: Tx, name: PlanName): Promise<boolean> {
  if ((await listLoads(tx)).length > 0) return false
  return (await loadPlan(tx, systemActor(tx.centreId), name)).loaded
}
