import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'

/** One read-only transaction that sees the database as it stood at its first statement, however long it takes. */
export function inSnapshot<T>(db: Db, centreId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.inCentre(centreId, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx.sql)
    return work(tx)
  })
}

/** All rows of a keyset-paged list, a page in memory at a time. */
export async function* rowsOf<Row>(
  page: (after: string | null) => Promise<{ rows: readonly Row[]; next: string | null }>,
): AsyncGenerator<Row> {
  let after: string | null = null
  do {
    const { rows, next } = await page(after)
    yield* rows
    after = next
  } while (after !== null)
}
