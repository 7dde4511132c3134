import { type Actor, mayAt, scopeOf } from '../../platform/actor.ts'
import {
  type DecisionRow,
  type Flow,
  findApproval,
  listDecisions,
  type OpenApproval,
  withdrawApproval,
} from '../../platform/approval.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Reach } from './approval.queries.ts'

export type Flows = ReadonlyMap<string, Flow>

/** The steps that this person's permissions reach. */
export function reachOf(actor: Actor, flows: Flows): Reach[] {
  return [...flows.values()].flatMap((flow) =>
    flow.steps.flatMap(({ permission }, step) => {
      const stations = scopeOf(actor, permission)
      return stations === 'centre' || stations.length > 0 ? [{ flow: flow.name, step, stations }] : []
    }),
  )
}

export interface ApprovalSeen {
  approval: OpenApproval
  flow: Flow
  decisions: DecisionRow[]
  /** code of the refusal that a decision of this person would meet; null = he may decide, or nothing is open */
  whyNot: string | null
  canWithdraw: boolean
}

/** What waits, with everything the decider needs. Seen by the asker and by those whom one of its steps concerns. */
export async function seeApproval(tx: Tx, actor: Actor, flows: Flows, id: string): Promise<ApprovalSeen> {
  const approval = await findApproval(tx, id)
  const flow = approval && flows.get(approval.flow)
  if (!approval || !flow || !maySee(actor, flow, approval)) throw new Refusal('record.not_found')
  const decisions = await listDecisions(tx, id)
  const open = approval.state === 'open'
  return {
    approval,
    flow,
    decisions,
    whyNot: open ? await refusalOf(tx, actor, flow, approval, decisions) : null,
    canWithdraw: open && approval.askedBy === actor.id,
  }
}

/** @throws Refusal record.not_found | desk.not_asker | approval.closed */
export async function takeBackApproval(tx: Tx, actor: Actor, flows: Flows, id: string): Promise<void> {
  const approval = await findApproval(tx, id, true)
  const flow = approval && flows.get(approval.flow)
  if (!approval || !flow || !maySee(actor, flow, approval)) throw new Refusal('record.not_found')
  if (approval.askedBy !== actor.id) throw new Refusal('desk.not_asker')
  if (approval.state !== 'open') throw new Refusal('approval.closed')
  await withdrawApproval(tx, actor, { kind: approval.subjectKind, id: approval.subjectId })
  await flow.withdrawn?.(tx, actor, approval)
  await recordAct(tx, actor, {
    action: 'approval.withdrawn',
    subject: { kind: approval.subjectKind, id: approval.subjectId },
    summary: `${actor.name} 撤回了${flow.zh}：${approval.title}`,
  })
}

function maySee(actor: Actor, flow: Flow, approval: OpenApproval): boolean {
  if (approval.askedBy === actor.id) return true
  return flow.steps.some((step) => mayAt(actor, step.permission, approval.stationId))
}

// The same questions, in the same order, as decideApproval asks: the page says beforehand what the act would answer.
async function refusalOf(
  tx: Tx,
  actor: Actor,
  flow: Flow,
  approval: OpenApproval,
  decisions: readonly DecisionRow[],
): Promise<string | null> {
  const step = flow.steps[approval.step]
  if (!step || !mayAt(actor, step.permission, approval.stationId)) return 'desk.others_decide'
  if (!flow.distinctPeople || (await flow.distinctPeople(tx))) {
    if (approval.askedBy === actor.id) return 'approval.own'
    if (decisions.some((decision) => decision.decidedBy === actor.id)) return 'approval.same_person'
  }
  return (await flow.versionOf(tx, approval.subjectId)) === approval.subjectVersion ? null : 'record.changed'
}
