import { sql } from 'kysely'
import { actHash, linkHash } from './audit.ts'
import type { Db, Tx } from './db.ts'

interface StoredAct {
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
  content_hash: string
}

/** Links acts not yet in the chain, oldest first; returns how many. Several processes may call it: one works, the others find nothing. */
export async function sealActs(tx: Tx, most = 500): Promise<number> {
  const lock = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`audit:${tx.centreId}`}, 0)) as held`.execute(tx.sql)
  if (!lock.rows[0]?.held) return 0
  const unsealed = await sql<{ id: string; content_hash: string }>`
    select a.id, a.content_hash from platform.audit a
    where a.centre_id = ${tx.centreId}
      and not exists (select 1 from platform.audit_chain c where c.centre_id = a.centre_id and c.audit_id = a.id)
    order by a.id limit ${most}`.execute(tx.sql)
  if (unsealed.rows.length === 0) return 0
  const head = await sql<{ seq: string; hash: string }>`
    select seq, hash from platform.audit_chain where centre_id = ${tx.centreId} order by seq desc limit 1`.execute(
    tx.sql,
  )
  let seq = BigInt(head.rows[0]?.seq ?? 0)
  let prev = head.rows[0]?.hash ?? ''
  const links = unsealed.rows.map((act) => {
    seq += 1n
    const link = {
      seq: String(seq),
      audit_id: act.id,
      prev_hash: prev,
      hash: linkHash(prev, String(seq), act.content_hash),
    }
    prev = link.hash
    return link
  })
  await sql`
    insert into platform.audit_chain (centre_id, seq, audit_id, prev_hash, hash)
    select ${tx.centreId}, l.seq, l.audit_id, l.prev_hash, l.hash
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (seq bigint, audit_id bigint, prev_hash text, hash text)`.execute(
    tx.sql,
  )
  return links.length
}

export interface ChainFault {
  seq: string | null
  auditId: string
  problem: 'content_changed' | 'link_broken' | 'act_missing' | 'act_unsealed'
}

/** Recomputes every hash from the stored rows. `grace`: acts younger than this many ms may still be unsealed. */
export async function verifyActs(
  db: Db,
  centreId: string,
  now: Date,
  grace = 60_000,
): Promise<{ acts: number; faults: ChainFault[] }> {
  const faults: ChainFault[] = []
  let acts = 0
  let after = '0'
  let prev = ''
  for (;;) {
    const page = await db.inCentre(centreId, (tx) => readLinks(tx, after))
    for (const { seq, audit_id, prev_hash, hash, act } of page) {
      const expectedSeq = String(BigInt(after) + 1n)
      if (seq !== expectedSeq || prev_hash !== prev) faults.push({ seq, auditId: audit_id, problem: 'link_broken' })
      if (!act) faults.push({ seq, auditId: audit_id, problem: 'act_missing' })
      else {
        const { content_hash: kept, ...covered } = act
        const content = actHash({ ...covered, at: new Date(act.at) })
        if (content !== kept) faults.push({ seq, auditId: audit_id, problem: 'content_changed' })
        else if (linkHash(prev_hash, seq, content) !== hash)
          faults.push({ seq, auditId: audit_id, problem: 'link_broken' })
      }
      after = seq
      prev = hash
      acts++
    }
    if (page.length < 1000) break
  }
  const loose = await db.inCentre(centreId, (tx) =>
    sql<{ id: string }>`
      select a.id from platform.audit a where a.centre_id = ${centreId} and a.at < ${new Date(now.getTime() - grace)}
        and not exists (select 1 from platform.audit_chain c where c.centre_id = a.centre_id and c.audit_id = a.id)
      limit 100`.execute(tx.sql),
  )
  for (const row of loose.rows) faults.push({ seq: null, auditId: row.id, problem: 'act_unsealed' })
  return { acts, faults }
}

async function readLinks(tx: Tx, after: string) {
  const { rows } = await sql<{
    seq: string
    audit_id: string
    prev_hash: string
    hash: string
    act: StoredAct | null
  }>`
    select c.seq, c.audit_id, c.prev_hash, c.hash,
      case when a.id is null then null else jsonb_build_object(
        'centre_id', a.centre_id::text, 'id', a.id::text, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'actor_id', a.actor_id::text, 'actor_name', a.actor_name, 'action', a.action, 'subject_kind', a.subject_kind,
        'subject_id', a.subject_id, 'summary', a.summary, 'before', a.before, 'after', a.after, 'reason', a.reason,
        'ip', a.ip, 'request_id', a.request_id, 'content_hash', a.content_hash) end as act
    from platform.audit_chain c
    left join platform.audit a on a.centre_id = c.centre_id and a.id = c.audit_id
    where c.centre_id = ${tx.centreId} and c.seq > ${after} order by c.seq limit 1000`.execute(tx.sql)
  return rows
}
