import { createHash } from 'node:crypto'
import { canonicalJson } from '@xianghui/kit/canonical'
import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import { Refusal } from './refusal.ts'

export interface IdempotentCall {
  centreId: string
  /** account id, or the anonymous caller's key space */
  actor: string
  key: string
  route: string
  body: unknown
}

/**
 * Same key and body → the first answer again; other body → 422; first still in flight → 409. The claim, the work and
 * the kept answer are one transaction: after a crash there is either all of it or nothing, so nothing is done twice.
 * A refusal rolls back and is not kept.
 */
export async function onceOnly<R>(db: Db, call: IdempotentCall, work: (tx: Tx) => Promise<R>): Promise<R> {
  const hash = createHash('sha256')
    .update(`${call.route}\n${canonicalJson(call.body ?? null)}`)
    .digest('hex')
  return db.inCentre(call.centreId, async (tx) => {
    const lock = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${call.actor}:${call.key}`}, ${call.centreId}::bigint)) as held`.execute(
      tx.sql,
    )
    if (!lock.rows[0]?.held) throw new Refusal('idempotency.in_flight')
    const { rows } = await sql<{ body_hash: string; reply: R }>`
      select body_hash, reply from platform.idempotency
      where centre_id = ${call.centreId} and actor = ${call.actor} and key = ${call.key}`.execute(tx.sql)
    const earlier = rows[0]
    if (earlier && earlier.body_hash !== hash) throw new Refusal('idempotency.other_body')
    if (earlier) return earlier.reply
    const reply = await work(tx)
    await sql`
      insert into platform.idempotency (centre_id, actor, key, route, body_hash, status, reply, created_at)
      values (${call.centreId}, ${call.actor}, ${call.key}, ${call.route}, ${hash}, 200,
        ${JSON.stringify(reply ?? null)}::jsonb, ${tx.now})`.execute(tx.sql)
    return reply
  })
}

/** Answers older than the retry window are of no use any more; returns how many went. */
export async function forgetOldAnswers(tx: Tx, before: Date): Promise<number> {
  const gone =
    await sql`delete from platform.idempotency where centre_id = ${tx.centreId} and created_at < ${before}`.execute(
      tx.sql,
    )
  return Number(gone.numAffectedRows ?? 0n)
}
