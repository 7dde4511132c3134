import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** The next gap-free number of a series (document numbers): rolled back with its transaction, so no number is lost. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const { rows } = await sql<{ value: string }>`
    insert into platform.counter as c (centre_id, series, value) values (${tx.centreId}, ${series}, 1)
    on conflict (centre_id, series) do update set value = c.value + 1 returning value`.execute(tx.sql)
  return Number(rows[0]?.value)
}
