import { type Actor, mayAt } from '../../platform/actor.ts'
import { decideApproval, type Flow } from '../../platform/approval.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { closeTodo, notify } from '../../platform/todo.ts'
import { roleDefinition } from '../identity/index.ts'
import { openHandlingTodo } from './application.flow.ts'
import { moveApplication, refuseImpossible } from './application.move.ts'
import {
  type Application,
  findApplication,
  findHandler,
  findOpenApproval,
  insertEvent,
  updateApplication,
} from './application.queries.ts'
import { isClosed } from './application.rules.ts'
import { closeOpenWork } from './application.service.ts'

/** An application within the actor's scope. @throws Refusal record.not_found */
export async function getInScope(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: 'hall.read' | 'hall.handle' | 'people.reveal' = 'hall.handle',
): Promise<Application> {
  const application = await findApplication(tx, id, true)
  if (!application || !mayAt(actor, permission, application.stationId)) throw new Refusal('record.not_found')
  return application
}

/** 受理 or 退回: the decision of the one approval. @throws Refusal hall.act_impossible | approval.* | hall.reason_needed */
export async function decideApplication(
  tx: Tx,
  actor: Actor,
  flows: ReadonlyMap<string, Flow>,
  decision: { id: string; verdict: 'pass' | 'return'; reason?: string },
): Promise<void> {
  const application = await getInScope(tx, actor, decision.id)
  refuseImpossible(application, decision.verdict === 'pass' ? 'accept' : 'return')
  if (decision.verdict === 'return') refuseBlank(decision.reason, 'reason', 'hall.reason_needed')
  const approvalId = await findOpenApproval(tx, application.id)
  if (!approvalId) throw new Refusal('approval.closed')
  await decideApproval(tx, actor, flows, { approvalId, verdict: decision.verdict, reason: decision.reason ?? null })
}

export async function startApplication(tx: Tx, actor: Actor, id: string, insideNote: string | null): Promise<void> {
  const application = await getInScope(tx, actor, id)
  refuseImpossible(application, 'start')
  const mine = application.assignedTo ? {} : { assignedTo: actor.id, assignedName: actor.name }
  const moved = await moveApplication(tx, actor, application, 'start', { change: mine, insideNote })
  await handOver(tx, actor, moved)
}

/** 办结: what was done is told to the applicant, who may rate it. */
export async function finishApplication(tx: Tx, actor: Actor, id: string, result: string): Promise<void> {
  const application = await getInScope(tx, actor, id)
  refuseImpossible(application, 'finish')
  const note = refuseBlank(result, 'result', 'hall.result_needed')
  await closeTodo(tx, `application:${id}`, actor)
  await moveApplication(tx, actor, application, 'finish', { change: { closedAt: tx.now, reason: null }, note })
}

/** 不予办理, with the reason that the applicant reads. */
export async function declineApplication(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  const application = await getInScope(tx, actor, id)
  refuseImpossible(application, 'decline')
  const note = refuseBlank(reason, 'reason', 'hall.reason_needed')
  await closeOpenWork(tx, actor, application)
  await moveApplication(tx, actor, application, 'decline', { change: { closedAt: tx.now, reason: note }, note })
}

/** Names the handler (null = nobody, it is open to all who may handle). @throws Refusal hall.handler_unknown | hall.act_impossible */
export async function assignApplication(tx: Tx, actor: Actor, id: string, accountId: string | null): Promise<void> {
  const application = await getInScope(tx, actor, id)
  if (isClosed(application.state)) refuseImpossible(application, 'start')
  const name = accountId === null ? null : await handlerName(tx, accountId, application.stationId)
  const change = { assignedTo: accountId, assignedName: name }
  if (!(await updateApplication(tx, application, change))) throw new Refusal('record.changed')
  const words = name ? `经办人：${name}` : '经办人：未指定'
  await insertEvent(tx, id, {
    act: 'assign',
    fromState: application.state,
    toState: application.state,
    actorId: actor.id,
    actorName: actor.name,
    note: null,
    insideNote: words,
  })
  await recordAct(tx, actor, {
    action: 'hall.application_assigned',
    subject: { kind: 'application', id },
    summary: `${actor.name} 确定 ${application.number} ${words}`,
    before: { assignedName: application.assignedName },
    after: { assignedName: name },
  })
  if (application.state !== 'submitted' && application.state !== 'returned')
    await handOver(tx, actor, { ...application, ...change })
  if (accountId && accountId !== actor.id)
    await notify(tx, {
      accountId,
      title: `${actor.name} 请您办理 ${application.number}`,
      body: application.serviceName,
      link: `/hall/applications/${id}`,
    })
}

async function handOver(tx: Tx, actor: Actor, application: Application): Promise<void> {
  await closeTodo(tx, `application:${application.id}`, actor)
  await openHandlingTodo(tx, application)
}

async function handlerName(tx: Tx, accountId: string, stationId: string | null): Promise<string> {
  const handler = await findHandler(tx, accountId)
  const fit = handler?.grants.some(
    (grant) =>
      roleDefinition(grant.role)?.permissions.includes('hall.handle') &&
      (grant.stationId === '0' || grant.stationId === stationId),
  )
  if (!handler || !fit)
    throw new Refusal('hall.handler_unknown', {}, [{ field: 'accountId', code: 'hall.handler_unknown' }])
  return handler.name
}

/** Name, phone and answers whole: permission, reason and trace. */
export async function revealApplicant(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<{ applicantName: string; phone: string }> {
  const application = await getInScope(tx, actor, id, 'people.reveal')
  const why = refuseBlank(reason, 'reason', 'hall.reveal_reason_needed')
  await recordAct(tx, actor, {
    action: 'hall.applicant_revealed',
    subject: { kind: 'application', id },
    summary: `${actor.name} 查看了 ${application.number} 申请人的姓名和电话`,
    reason: why,
  })
  return { applicantName: application.applicantName, phone: application.phone }
}

export function refuseBlank(text: string | undefined, field: string, code: string): string {
  const tidy = text?.trim() ?? ''
  if (tidy === '') throw new Refusal(code, {}, [{ field, code }])
  return tidy
}
