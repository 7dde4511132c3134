import { createHash } from 'node:crypto'
import { canonicalJson } from '@xianghui/kit/canonical'
import type { Actor } from './actor.ts'
import type { Tx } from './db.ts'
import { currentRequest } from './request-context.ts'

type AuditTables = {
  'platform.audit': {
    centre_id: string
    id: string
    at: Date
    actor_id: string | null
    actor_name: string
    action: string
    subject_kind: string
    subject_id: string
    summary: string
    before: string | null
    after: string | null
    reason: string | null
    ip: string | null
    request_id: string | null
    content_hash: string
  }
}

export interface Act {
  /** `station.approved`: module.past-tense, the same words as the event */
  action: string
  subject: { kind: string; id: string }
  /** one Chinese line a person understands without opening before and after */
  summary: string
  before?: unknown
  after?: unknown
  /** why, where the act asked for a reason (seeing masked data, returning an approval) */
  reason?: string
}

/** Writes one act into the ledger of acts, in the same transaction as the change. Personal data must be masked by the caller. */
export async function recordAct(tx: Tx, actor: Actor, act: Act): Promise<void> {
  const request = currentRequest()
  const row = {
    centre_id: tx.centreId,
    id: tx.newId(),
    at: tx.now,
    actor_id: actor.id,
    actor_name: actor.name,
    action: act.action,
    subject_kind: act.subject.kind,
    subject_id: act.subject.id,
    summary: act.summary,
    before: jsonOrNull(act.before),
    after: jsonOrNull(act.after),
    reason: act.reason ?? null,
    ip: request?.ip ?? null,
    request_id: request?.requestId ?? null,
  }
  await tx.sql
    .withTables<AuditTables>()
    .insertInto('platform.audit')
    .values({ ...row, content_hash: actHash(row) })
    .execute()
}

/** What the chain covers of an act; the verifier computes it again from the stored row. */
export function actHash(row: {
  centre_id: string
  id: string
  at: Date
  actor_id: string | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string
  summary: string
  before: unknown
  after: unknown
  reason: string | null
  ip: string | null
  request_id: string | null
}): string {
  const parsed = { ...row, at: row.at.toISOString(), before: parsedJson(row.before), after: parsedJson(row.after) }
  return createHash('sha256').update(canonicalJson(parsed)).digest('hex')
}

/** hash(n) = sha256(hash(n-1) + seq + content): one changed, added, lost or swapped row breaks every later link. */
export function linkHash(prev: string, seq: string, contentHash: string): string {
  return createHash('sha256').update(`${prev}\n${seq}\n${contentHash}`).digest('hex')
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : canonicalJson(value)
}

function parsedJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : (value ?? null)
}
