import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Which centre a host name shows; hosts without an entry show the first centre. */
export type CentreOfHost = (host: string) => Promise<string>

const freshMs = 5_000

/** Remembers the small host table for five seconds; a new host needs no restart. */
export function createCentreOfHost(db: Db, now: () => Date): CentreOfHost {
  let known: { at: number; first: string; hosts: Map<string, string> } | undefined
  return async (host) => {
    if (!known || now().getTime() - known.at > freshMs) known = { at: now().getTime(), ...(await readHosts(db)) }
    return known.hosts.get(host.split(':')[0] ?? '') ?? known.first
  }
}

async function readHosts(db: Db): Promise<{ first: string; hosts: Map<string, string> }> {
  return db.globally(async (tx) => {
    const first = await sql<{ centre_id: string }>`select min(centre_id) as centre_id from platform.tenant`.execute(
      tx.sql,
    )
    const hosts = await sql<{ host: string; centre_id: string }>`select host, centre_id from platform.host`.execute(
      tx.sql,
    )
    return {
      first: first.rows[0]?.centre_id ?? '1',
      hosts: new Map(hosts.rows.map((row) => [row.host, row.centre_id])),
    }
  })
}

/** The first centre of a new database. Idempotent. */
export async function ensureFirstTenant(db: Db, now: Date): Promise<{ centreId: string; created: boolean }> {
  return db.globally(async (tx) => {
    const inserted = await sql`
      insert into platform.tenant (centre_id, slug, created_at)
      select 1, 'first', ${now} where not exists (select 1 from platform.tenant) on conflict do nothing`.execute(tx.sql)
    const { rows } = await sql<{ centre_id: string }>`select min(centre_id) as centre_id from platform.tenant`.execute(
      tx.sql,
    )
    return { centreId: rows[0]?.centre_id ?? '1', created: inserted.numAffectedRows === 1n }
  })
}
