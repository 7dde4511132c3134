import { sql } from 'kysely'
import { type Actor, mayAt } from './actor.ts'
import { recordAct } from './audit.ts'
import type { Tx } from './db.ts'
import { publish } from './outbox.ts'
import { Refusal } from './refusal.ts'
import { closeTodo, openTodo } from './todo.ts'

/**
 * One approval for everything. A flow is data: its steps in order, each with the permission that may decide it.
 * The snapshot taken on asking is what the approver sees and decides on; a changed subject refuses the decision.
 */
export interface Flow {
  /** `content.article` */
  name: string
  zh: string
  steps: readonly FlowStep[]
  /** what the passing of the last step or a return does to the subject, in the same transaction */
  passed(tx: Tx, actor: Actor, approval: OpenApproval): Promise<void>
  /** after a step that was not the last one passed, where the subject shows how far it is */
  stepped?(tx: Tx, actor: Actor, approval: OpenApproval): Promise<void>
  returned(tx: Tx, actor: Actor, approval: OpenApproval, reason: string): Promise<void>
  /** what the asker's taking it back does to the subject */
  withdrawn?(tx: Tx, actor: Actor, approval: OpenApproval): Promise<void>
  /** the subject's version now; differs from the asked one when somebody changed it meanwhile */
  versionOf(tx: Tx, subjectId: string): Promise<number | undefined>
  /** deciders must differ from the asker and from each other (data: rule content.review); default true */
  distinctPeople?(tx: Tx): Promise<boolean>
}

export interface FlowStep {
  key: string
  zh: string
  en: string
  permission: string
}

export interface OpenApproval {
  id: string
  flow: string
  subjectKind: string
  subjectId: string
  subjectVersion: number
  title: string
  snapshot: unknown
  stationId: string | null
  step: number
  state: 'open' | 'passed' | 'returned' | 'withdrawn'
  askedBy: string | null
  askedByName: string
  askedAt: Date
}

export interface Ask {
  subject: { kind: string; id: string; version: number }
  title: string
  /** everything the approver needs to see, as it stands now */
  snapshot: unknown
  stationId?: string | null
}

const columns =
  sql.raw(`id, flow, subject_kind as "subjectKind", subject_id as "subjectId", subject_version as "subjectVersion",
  title, snapshot, station_id as "stationId", step, state, asked_by as "askedBy", asked_by_name as "askedByName", asked_at as "askedAt"`)

/** @throws Refusal approval.already_open when this subject already waits for a decision */
export async function askApproval(tx: Tx, actor: Actor, flow: Flow, ask: Ask): Promise<string> {
  const id = tx.newId()
  const inserted = await sql`
    insert into platform.approval (centre_id, id, flow, subject_kind, subject_id, subject_version, title, snapshot,
      station_id, step, state, asked_by, asked_by_name, asked_at)
    values (${tx.centreId}, ${id}, ${flow.name}, ${ask.subject.kind}, ${ask.subject.id}, ${ask.subject.version}, ${ask.title},
      ${JSON.stringify(ask.snapshot)}::jsonb, ${ask.stationId ?? null}, 0, 'open', ${actor.id}, ${actor.name}, ${tx.now})
    on conflict (centre_id, subject_kind, subject_id) where state = 'open' do nothing`.execute(tx.sql)
  if (inserted.numAffectedRows !== 1n) throw new Refusal('approval.already_open')
  await openStepTodo(tx, flow, { id, title: ask.title, stationId: ask.stationId ?? null, step: 0 })
  await recordAct(tx, actor, {
    action: 'approval.asked',
    subject: { kind: ask.subject.kind, id: ask.subject.id },
    summary: `${actor.name} 提交${flow.zh}：${ask.title}`,
  })
  return id
}

/** @throws Refusal approval.* | auth.forbidden | record.changed */
export async function decideApproval(
  tx: Tx,
  actor: Actor,
  flows: ReadonlyMap<string, Flow>,
  decision: { approvalId: string; verdict: 'pass' | 'return'; reason?: string | null },
): Promise<OpenApproval> {
  const approval = await findApproval(tx, decision.approvalId, true)
  if (!approval) throw new Refusal('record.not_found')
  const flow = flows.get(approval.flow)
  if (!flow) throw new Error(`unknown approval flow ${approval.flow}`)
  const step = flow.steps[approval.step]
  if (approval.state !== 'open' || !step) throw new Refusal('approval.closed')
  if (!mayAt(actor, step.permission, approval.stationId))
    throw new Refusal('auth.forbidden', { permission: step.permission })
  await refuseSamePerson(tx, actor, flow, approval)
  if ((await flow.versionOf(tx, approval.subjectId)) !== approval.subjectVersion) throw new Refusal('record.changed')
  const reason = decision.reason?.trim() ?? ''
  if (decision.verdict === 'return' && reason === '') throw new Refusal('approval.reason_needed')
  await sql`
    insert into platform.approval_decision (centre_id, approval_id, step, step_name, verdict, reason, decided_by, decided_by_name, decided_at)
    values (${tx.centreId}, ${approval.id}, ${approval.step}, ${step.zh}, ${decision.verdict}, ${reason || null},
      ${actor.id ?? '0'}, ${actor.name}, ${tx.now})`.execute(tx.sql)
  await closeTodo(tx, `approval:${approval.id}`, actor)
  const last = approval.step === flow.steps.length - 1
  const state = decision.verdict === 'return' ? 'returned' : last ? 'passed' : 'open'
  await moveApproval(tx, approval, state)
  if (state === 'open') await openStepTodo(tx, flow, { ...approval, step: approval.step + 1 })
  if (state === 'open') await flow.stepped?.(tx, actor, approval)
  if (state === 'passed') await flow.passed(tx, actor, approval)
  if (state === 'returned') await flow.returned(tx, actor, approval, reason)
  await recordAct(tx, actor, {
    action: decision.verdict === 'pass' ? 'approval.passed' : 'approval.returned',
    subject: { kind: approval.subjectKind, id: approval.subjectId },
    summary: `${actor.name} ${step.zh}${decision.verdict === 'pass' ? '通过' : '退回'}：${approval.title}`,
    ...(reason ? { reason } : {}),
  })
  await publish(tx, {
    name: 'approval.decided',
    aggregate: `${approval.subjectKind}:${approval.subjectId}`,
    payload: {
      approvalId: approval.id,
      flow: flow.name,
      state,
      askedBy: approval.askedBy,
      title: approval.title,
      step: step.zh,
      reason,
    },
  })
  return { ...approval, state }
}

/** The asker takes it back while nobody has closed it. */
export async function withdrawApproval(tx: Tx, actor: Actor, subject: { kind: string; id: string }): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update platform.approval set state = 'withdrawn', closed_at = ${tx.now}
    where centre_id = ${tx.centreId} and subject_kind = ${subject.kind} and subject_id = ${subject.id} and state = 'open'
    returning id`.execute(tx.sql)
  const row = rows[0]
  if (!row) throw new Refusal('approval.closed')
  await closeTodo(tx, `approval:${row.id}`, actor)
}

export async function findApproval(tx: Tx, id: string, lock = false): Promise<OpenApproval | undefined> {
  const { rows } = await sql<OpenApproval>`
    select ${columns} from platform.approval where centre_id = ${tx.centreId} and id = ${id} ${sql.raw(lock ? 'for update' : '')}`.execute(
    tx.sql,
  )
  return rows[0]
}

export interface DecisionRow {
  step: number
  stepName: string
  verdict: 'pass' | 'return'
  reason: string | null
  decidedBy: string
  decidedByName: string
  decidedAt: Date
}

export async function listDecisions(tx: Tx, approvalId: string): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select step, step_name as "stepName", verdict, reason, decided_by as "decidedBy", decided_by_name as "decidedByName",
      decided_at as "decidedAt"
    from platform.approval_decision where centre_id = ${tx.centreId} and approval_id = ${approvalId} order by step`.execute(
    tx.sql,
  )
  return rows
}

async function refuseSamePerson(tx: Tx, actor: Actor, flow: Flow, approval: OpenApproval): Promise<void> {
  if (flow.distinctPeople && !(await flow.distinctPeople(tx))) return
  if (approval.askedBy === actor.id) throw new Refusal('approval.own')
  const earlier = await listDecisions(tx, approval.id)
  if (earlier.some((decision) => decision.decidedBy === actor.id)) throw new Refusal('approval.same_person')
}

async function moveApproval(tx: Tx, approval: OpenApproval, state: OpenApproval['state']): Promise<void> {
  const step = state === 'open' ? approval.step + 1 : approval.step
  await sql`
    update platform.approval set state = ${state}, step = ${step}, closed_at = ${state === 'open' ? null : tx.now}
    where centre_id = ${tx.centreId} and id = ${approval.id}`.execute(tx.sql)
}

async function openStepTodo(
  tx: Tx,
  flow: Flow,
  approval: { id: string; title: string; stationId: string | null; step: number },
): Promise<void> {
  const step = flow.steps[approval.step]
  if (!step) return
  await openTodo(tx, {
    key: `approval:${approval.id}`,
    forPermission: step.permission,
    stationId: approval.stationId,
    title: `${flow.zh}待${step.zh}：${approval.title}`,
    link: `/approvals/${approval.id}`,
  })
}
