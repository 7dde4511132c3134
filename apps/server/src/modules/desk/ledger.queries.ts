import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface AuditRow {
  id: string
  at: Date
  actorName: string
  action: string
  subjectKind: string
  subjectId: string
  summary: string
  before: unknown
  after: unknown
  reason: string | null
  ip: string | null
  requestId: string | null
  seq: string | null
}

export interface AuditFilter {
  actor?: string | undefined
  /** an action, or the beginning of several: `content.` */
  action?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  from?: Date | undefined
  /** exclusive */
  until?: Date | undefined
  words?: string | undefined
  page: number
  size: number
}

const like = (text: string | undefined, after = '%') =>
  text?.trim() ? `${after}${text.trim().replace(/[\\%_]/g, '\\$&')}%` : null

export async function listAudit(tx: Tx, filter: AuditFilter): Promise<{ items: AuditRow[]; total: number }> {
  const [actor, action, words] = [like(filter.actor), like(filter.action, ''), like(filter.words)]
  const where = sql`a.centre_id = ${tx.centreId}
    and (${actor}::text is null or a.actor_name ilike ${actor})
    and (${action}::text is null or a.action like ${action})
    and (${filter.subjectKind ?? null}::text is null or a.subject_kind = ${filter.subjectKind ?? null})
    and (${filter.subjectId ?? null}::text is null or a.subject_id = ${filter.subjectId ?? null})
    and (${filter.from ?? null}::timestamptz is null or a.at >= ${filter.from ?? null})
    and (${filter.until ?? null}::timestamptz is null or a.at < ${filter.until ?? null})
    and (${words}::text is null or a.summary ilike ${words})`
  const { rows } = await sql<AuditRow>`
    select a.id, a.at, a.actor_name as "actorName", a.action, a.subject_kind as "subjectKind", a.subject_id as "subjectId",
      a.summary, a.before, a.after, a.reason, a.ip, a.request_id as "requestId", c.seq
    from platform.audit a
    left join platform.audit_chain c on c.centre_id = a.centre_id and c.audit_id = a.id
    where ${where} order by a.at desc, a.id desc limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(
    tx.sql,
  )
  const count = await sql<{ total: string }>`select count(*) as total from platform.audit a where ${where}`.execute(
    tx.sql,
  )
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) }
}

export interface OutgoingRow {
  id: string
  channel: 'sms' | 'mail'
  recipient: string
  subject: string | null
  body: string
  state: 'kept' | 'waiting' | 'sent' | 'failed'
  error: string | null
  attempts: number
  createdAt: Date
  expiresAt: Date | null
  sentAt: Date | null
}

export async function listOutgoing(
  tx: Tx,
  filter: { channel?: string | undefined; state?: string | undefined; page: number; size: number },
): Promise<{ items: OutgoingRow[]; total: number }> {
  // An expired code is worthless: it is not shown even before the hourly clearing takes it.
  const { rows } = await sql<OutgoingRow & { total: string }>`
    select id, channel, recipient, subject, case when expires_at <= ${tx.now} then '' else body end as body, state, error,
      attempts, created_at as "createdAt", expires_at as "expiresAt", sent_at as "sentAt", count(*) over () as total
    from platform.outgoing where centre_id = ${tx.centreId}
      and (${filter.channel ?? null}::text is null or channel = ${filter.channel ?? null})
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
    order by created_at desc, id desc limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(tx.sql)
  return { items: rows.map(({ total: _total, ...row }) => row), total: Number(rows[0]?.total ?? 0) }
}

export async function clearExpiredBodies(tx: Tx): Promise<number> {
  const cleared = await sql`
    update platform.outgoing set body = '' where centre_id = ${tx.centreId} and expires_at <= ${tx.now} and body <> ''`.execute(
    tx.sql,
  )
  return Number(cleared.numAffectedRows ?? 0n)
}
