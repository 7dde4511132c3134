import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { HealthFacts, KeptFact } from './health.facts.ts'
import type { Light } from './health.rules.ts'

interface DatabaseRow {
  version: string
  at: Date
  bytes: string
  failing: boolean
  migrations: string
}

export async function readDatabase(tx: Tx): Promise<DatabaseRow> {
  const { rows } = await sql<DatabaseRow>`
    select current_setting('server_version') as version, clock_timestamp() as at,
      pg_database_size(current_database())::text as bytes,
      (select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) from pg_stat_archiver) as failing,
      (select string_agg(version::text, ',' order by version) from xianghui.migration) as migrations`.execute(tx.sql)
  if (!rows[0]) throw new Error('the database did not describe itself')
  return rows[0]
}

export async function readQueue(tx: Tx): Promise<HealthFacts['queue']> {
  const { rows } = await sql<{
    waiting: string
    running: string
    retrying: string
    failed: string
    oldest_due: Date | null
  }>`select waiting, running, retrying, failed, oldest_due from platform.queue_state(${tx.now})`.execute(tx.sql)
  const row = rows[0]
  return {
    waiting: Number(row?.waiting ?? 0),
    running: Number(row?.running ?? 0),
    retrying: Number(row?.retrying ?? 0),
    failed: Number(row?.failed ?? 0),
    oldestDue: row?.oldest_due ?? null,
  }
}

export async function readUnsealed(tx: Tx): Promise<HealthFacts['unsealed']> {
  const { rows } = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::int as count, min(a.at) as oldest from platform.audit a
    where a.centre_id = ${tx.centreId} and a.at > ${new Date(tx.now.getTime() - 30 * 86_400_000)}
      and not exists (select 1 from platform.audit_chain c where c.centre_id = a.centre_id and c.audit_id = a.id)`.execute(
    tx.sql,
  )
  return rows[0] ?? { count: 0, oldest: null }
}

export async function readHolidayYears(tx: Tx, year: number): Promise<{ current: boolean; next: boolean }> {
  const { rows } = await sql<{ current: boolean; next: boolean }>`
    select exists (select 1 from platform.holiday where notice_year = ${year}) as current,
      exists (select 1 from platform.holiday where notice_year = ${year + 1}) as next`.execute(tx.sql)
  return rows[0] ?? { current: false, next: false }
}

export async function readOutgoing(tx: Tx): Promise<{ failed: number; overdue: number }> {
  const { rows } = await sql<{ failed: number; overdue: number }>`
    select count(*) filter (where state = 'failed' and created_at > ${new Date(tx.now.getTime() - 7 * 86_400_000)})::int as failed,
      count(*) filter (where state = 'waiting' and created_at < ${new Date(tx.now.getTime() - 10 * 60_000)})::int as overdue
    from platform.outgoing where centre_id = ${tx.centreId} and state in ('failed', 'waiting')`.execute(tx.sql)
  return rows[0] ?? { failed: 0, overdue: 0 }
}

export type HealthKey = 'backup' | 'drill' | 'chain'

export interface KeptHealth extends KeptFact {
  detail: unknown
}

export async function findHealth(tx: Tx, key: string): Promise<KeptHealth | null> {
  const { rows } = await sql<{ state: Light; message: string; detail: unknown; at: Date }>`
    select state, message, detail, at from platform.health where key = ${key}`.execute(tx.sql)
  const row = rows[0]
  return row ? { light: row.state, message: row.message, at: row.at, detail: row.detail } : null
}

export async function putHealth(
  tx: Tx,
  key: string,
  fact: { light: Light; message: string; detail?: unknown },
): Promise<void> {
  await sql`
    insert into platform.health (key, state, message, detail, at)
    values (${key}, ${fact.light}, ${fact.message}, ${JSON.stringify(fact.detail ?? null)}::jsonb, ${tx.now})
    on conflict (key) do update set state = excluded.state, message = excluded.message, detail = excluded.detail,
      at = excluded.at`.execute(tx.sql)
}
