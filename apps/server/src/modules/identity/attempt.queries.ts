import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

/** When the lock on this subject (user name, phone, address) ends; undefined when it is open. */
export async function findLock(tx: Tx, subjects: readonly string[]): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(locked_until) as until from identity.attempt
    where centre_id = ${tx.centreId} and subject = any(${[...subjects]}::text[]) and locked_until > ${tx.now}`.execute(
    tx.sql,
  )
  return rows[0]?.until ?? undefined
}

/** Counts one failure; at `most` within the window the subject is locked until `until`. */
export async function countFailure(
  tx: Tx,
  subject: string,
  limit: { most: number; windowStart: Date; until: Date },
): Promise<void> {
  await sql`
    insert into identity.attempt as t (centre_id, subject, failures, first_at, locked_until)
    values (${tx.centreId}, ${subject}, 1, ${tx.now}, null)
    on conflict (centre_id, subject) do update set
      failures = case when t.first_at < ${limit.windowStart} then 1 else t.failures + 1 end,
      first_at = case when t.first_at < ${limit.windowStart} then ${tx.now} else t.first_at end,
      locked_until = case
        when (case when t.first_at < ${limit.windowStart} then 1 else t.failures + 1 end) >= ${limit.most}
        then ${limit.until}::timestamptz else t.locked_until end`.execute(tx.sql)
}

export async function clearFailures(tx: Tx, subject: string): Promise<void> {
  await sql`delete from identity.attempt where centre_id = ${tx.centreId} and subject = ${subject}`.execute(tx.sql)
}
