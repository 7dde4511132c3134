import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'

/** A fact, past tense. Written in the transaction that made it true, delivered at least once, in order per aggregate. */
export interface DomainEvent<P = unknown> {
  /** `content.article_published` */
  name: string
  /** what must stay in order: `article:123` */
  aggregate: string
  payload: P
}

export interface StoredEvent extends DomainEvent {
  id: string
  centreId: string
  at: Date
}

/** Reacts to a fact in a transaction of its own; its effects happen exactly once per event. */
export interface EventHandler {
  event: string
  /** stable name: the key of exactly-once */
  name: string
  handle(tx: Tx, event: StoredEvent): Promise<void>
}

type OutboxTables = {
  'platform.outbox': {
    centre_id: string
    id: string
    name: string
    aggregate: string
    payload: string
    created_at: Date
  }
  'platform.handled': { centre_id: string; handler: string; event_id: string; handled_at: Date }
}

export async function publish(tx: Tx, event: DomainEvent): Promise<string> {
  const id = tx.newId()
  await tx.sql
    .withTables<OutboxTables>()
    .insertInto('platform.outbox')
    .values({
      centre_id: tx.centreId,
      id,
      name: event.name,
      aggregate: event.aggregate,
      payload: JSON.stringify(event.payload),
      created_at: tx.now,
    })
    .execute()
  await enqueue(tx, 'deliver', { eventId: id }, { queue: `${tx.centreId}:${event.aggregate}` })
  return id
}

export interface EnqueueOptions {
  /** jobs of one queue run one after the other */
  queue?: string
  runAt?: Date
  /** a later job with the same key replaces an earlier one that has not started */
  key?: string
  attempts?: number
}

/** Puts a job beside the change that asks for it: both or neither. */
export async function enqueue(tx: Tx, task: string, payload: object, options: EnqueueOptions = {}): Promise<void> {
  const body = JSON.stringify({ ...payload, centreId: tx.centreId })
  await sql`select platform.enqueue(${task}, ${body}::json, ${options.queue ?? null}, ${options.runAt ?? null}::timestamptz,
    ${options.key ?? null}, ${options.attempts ?? 25}::integer)`.execute(tx.sql)
}

/** Hands one stored event to its handlers; called by the job queue, again after a crash. */
export async function deliver(
  db: Db,
  handlers: readonly EventHandler[],
  centreId: string,
  eventId: string,
): Promise<void> {
  const event = await db.inCentre(centreId, (tx) => findEvent(tx, eventId))
  if (!event) return
  for (const handler of handlers.filter((one) => one.event === event.name))
    await db.inCentre(centreId, async (tx) => {
      const first = await tx.sql
        .withTables<OutboxTables>()
        .insertInto('platform.handled')
        .values({ centre_id: centreId, handler: handler.name, event_id: eventId, handled_at: tx.now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (first.numInsertedOrUpdatedRows === 1n) await handler.handle(tx, event)
    })
}

async function findEvent(tx: Tx, eventId: string): Promise<StoredEvent | undefined> {
  const { rows } = await sql<{ name: string; aggregate: string; payload: unknown; created_at: Date }>`
    select name, aggregate, payload, created_at from platform.outbox
    where centre_id = ${tx.centreId} and id = ${eventId}`.execute(tx.sql)
  const row = rows[0]
  return row && { id: eventId, centreId: tx.centreId, at: row.created_at, ...row }
}
