import { sql } from 'kysely'
import { type Actor, scopeOf } from './actor.ts'
import type { Tx } from './db.ts'

export interface NewTodo {
  /** one open to-do a key: asking twice does not make two */
  key: string
  /** one account, or everybody who holds the permission (within scope of stationId) */
  accountId?: string
  forPermission?: string
  stationId?: string | null
  title: string
  /** console path without /console, e.g. `/approvals/1` */
  link: string
  dueAt?: Date | null
}

export async function openTodo(tx: Tx, todo: NewTodo): Promise<void> {
  await sql`
    insert into platform.todo (centre_id, id, dedupe_key, account_id, for_permission, station_id, title, link, due_at, created_at)
    values (${tx.centreId}, ${tx.newId()}, ${todo.key}, ${todo.accountId ?? null}, ${todo.forPermission ?? null},
      ${todo.stationId ?? null}, ${todo.title}, ${todo.link}, ${todo.dueAt ?? null}, ${tx.now})
    on conflict (centre_id, dedupe_key) where done_at is null do nothing`.execute(tx.sql)
}

export async function closeTodo(tx: Tx, key: string, actor: Actor): Promise<void> {
  await sql`
    update platform.todo set done_at = ${tx.now}, done_by = ${actor.id}
    where centre_id = ${tx.centreId} and dedupe_key = ${key} and done_at is null`.execute(tx.sql)
}

export interface TodoRow {
  id: string
  title: string
  link: string
  dueAt: Date | null
  createdAt: Date
}

/** What waits for this actor: his own, and what his permissions reach; the nearest deadline first. */
export async function listTodos(tx: Tx, actor: Actor, most = 100): Promise<TodoRow[]> {
  const centreWide = [...actor.permissions].filter(([, scope]) => scope === 'centre').map(([name]) => name)
  const atStations = [...actor.permissions]
    .filter(([, scope]) => scope !== 'centre')
    .flatMap(([name]) => (scopeOf(actor, name) as readonly string[]).map((station) => `${name}@${station}`))
  const { rows } = await sql<TodoRow>`
    select id, title, link, due_at as "dueAt", created_at as "createdAt" from platform.todo
    where centre_id = ${tx.centreId} and done_at is null and (account_id = ${actor.id}
      or for_permission = any(${centreWide}::text[])
      or (station_id is not null and for_permission || '@' || station_id::text = any(${atStations}::text[])))
    order by due_at nulls last, created_at limit ${most}`.execute(tx.sql)
  return rows
}

/** A note to one account: what happened to what he asked for. */
export async function notify(
  tx: Tx,
  notice: { accountId: string; title: string; body: string; link?: string },
): Promise<void> {
  await sql`
    insert into platform.notice (centre_id, id, account_id, title, body, link, created_at)
    values (${tx.centreId}, ${tx.newId()}, ${notice.accountId}, ${notice.title}, ${notice.body}, ${notice.link ?? null}, ${tx.now})`.execute(
    tx.sql,
  )
}

export interface NoticeRow {
  id: string
  title: string
  body: string
  link: string | null
  createdAt: Date
  readAt: Date | null
}

export async function listNotices(tx: Tx, accountId: string, most = 50): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select id, title, body, link, created_at as "createdAt", read_at as "readAt" from platform.notice
    where centre_id = ${tx.centreId} and account_id = ${accountId} order by created_at desc limit ${most}`.execute(
    tx.sql,
  )
  return rows
}

export async function markNoticesRead(tx: Tx, accountId: string): Promise<void> {
  await sql`update platform.notice set read_at = ${tx.now}
    where centre_id = ${tx.centreId} and account_id = ${accountId} and read_at is null`.execute(tx.sql)
}
