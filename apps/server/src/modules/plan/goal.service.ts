import { businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import {
  type GoalRow,
  insertValue,
  listGoals,
  listTargets,
  listValues,
  setOwner,
  type TargetRow,
  type ValueRow,
} from './goal.queries.ts'
import { stateOfTarget, type TargetState } from './goal.rules.ts'

export type GoalTarget = TargetRow & { state: TargetState }
export type GoalBoard = (GoalRow & { targets: GoalTarget[] })[]

/** Nine goals with their targets; a value is null until somebody enters it with evidence. */
export async function goalBoard(tx: Tx): Promise<GoalBoard> {
  const [goals, targets] = [await listGoals(tx), await listTargets(tx)]
  const day = businessDate(tx.now)
  return goals.map((goal) => ({
    ...goal,
    targets: targets
      .filter((target) => target.goalKey === goal.key)
      .map((target) => ({ ...target, state: stateOfTarget(target, target.value, day) })),
  }))
}

/** @throws Refusal record.not_found */
export async function targetHistory(tx: Tx, id: string): Promise<{ target: GoalTarget; values: ValueRow[] }> {
  const target = await getTarget(tx, id)
  return { target, values: await listValues(tx, id) }
}

async function getTarget(tx: Tx, id: string): Promise<GoalTarget> {
  const target = (await listTargets(tx, id))[0]
  if (!target) throw new Refusal('record.not_found')
  return { ...target, state: stateOfTarget(target, target.value, businessDate(tx.now)) }
}

/** A value with its evidence; earlier ones stay in the ledger. @throws Refusal record.not_found | plan.value_invalid */
export async function recordGoalValue(
  tx: Tx,
  actor: Actor,
  input: { id: string; value: number; asOf: string; evidence: string },
): Promise<string> {
  const target = await getTarget(tx, input.id)
  const evidence = input.evidence.trim()
  const faults: FieldFault[] = []
  if (!Number.isFinite(input.value) || input.value < 0) faults.push({ field: 'value', code: 'plan.value_wrong' })
  if (!isBusinessDate(input.asOf)) faults.push({ field: 'asOf', code: 'rule.day_wrong' })
  else if (input.asOf > businessDate(tx.now)) faults.push({ field: 'asOf', code: 'plan.date_ahead' })
  if (evidence === '') faults.push({ field: 'evidence', code: 'plan.evidence_needed' })
  if (faults.length > 0) throw new Refusal('plan.value_invalid', {}, faults)
  const id = await insertValue(tx, { targetId: input.id, value: input.value, asOf: input.asOf, evidence, by: actor })
  await recordAct(tx, actor, {
    action: 'plan.goal_value_entered',
    subject: { kind: 'goal_target', id: input.id },
    summary: `${actor.name} 登记目标“${target.name}”：${input.value}${target.unit ?? ''}（${input.asOf}）`,
    before: target.value === null ? null : { value: target.value, asOf: target.asOf },
    after: { value: input.value, asOf: input.asOf, evidence },
  })
  await publicChanged(tx)
  return id
}

export async function setGoalOwner(
  tx: Tx,
  actor: Actor,
  input: { id: string; ownerName: string | null },
): Promise<void> {
  const target = await getTarget(tx, input.id)
  const ownerName = input.ownerName?.trim() || null
  await setOwner(tx, input.id, ownerName)
  await recordAct(tx, actor, {
    action: 'plan.goal_owner_set',
    subject: { kind: 'goal_target', id: input.id },
    summary: `${actor.name} 把目标“${target.name}”的责任人设为${ownerName ?? '空'}`,
    before: { ownerName: target.ownerName },
    after: { ownerName },
  })
}
