import { sql } from 'kysely'
import pg from 'pg'
import type { Tx } from './db.ts'
import type { Logger } from './log.ts'

const channel = 'xianghui_public_change'

/** Says that what visitors see of this centre has changed. Sent by the commit itself, to every process. */
export async function publicChanged(tx: Tx): Promise<void> {
  await sql`select pg_notify(${channel}, ${tx.centreId})`.execute(tx.sql)
}

/** The generation of a centre's public data; a cached answer is good while the generation stands and the line is alive. */
export interface ChangeFeed {
  /** undefined while the line is not known to be alive: answer from the database */
  generation(centreId: string): number | undefined
  onChange(listener: (centreId: string) => void): () => void
  close(): Promise<void>
}

const beatMs = 400
const aliveMs = 900

/** Listens on a connection of its own, beats every 400 ms, and trusts itself for 900 ms: never staler than 1 s (P1). */
export function openChangeFeed(url: string, log: Logger): ChangeFeed {
  const generations = new Map<string, number>()
  const listeners = new Set<(centreId: string) => void>()
  let epoch = 0
  let aliveUntil = 0
  let client: pg.Client | undefined
  let closed = false

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'xianghui changes',
      connectionTimeoutMillis: 2000,
    })
    next.on('error', (error) => log.warn({ err: error }, 'change feed lost'))
    next.on('end', () => {
      if (client === next) client = undefined
    })
    next.on('notification', ({ payload }) => {
      const centreId = payload ?? ''
      generations.set(centreId, (generations.get(centreId) ?? 0) + 1)
      for (const listener of listeners) listener(centreId)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    // Whatever happened while nobody listened is unknown: all earlier answers are void.
    epoch += 1_000_000
    client = next
  }

  async function beat(): Promise<void> {
    if (closed) return
    const sent = performance.now()
    try {
      if (!client) await connect()
      await client?.query('select 1')
      aliveUntil = sent + aliveMs
    } catch (error) {
      log.warn({ err: error }, 'change feed down')
      const dead = client
      client = undefined
      await dead?.end().catch((reason: unknown) => log.debug({ err: reason }, 'closing the dead feed'))
    }
    if (!closed) setTimeout(beat, beatMs).unref()
  }
  void beat()

  return {
    generation: (centreId) => (performance.now() < aliveUntil ? epoch + (generations.get(centreId) ?? 0) : undefined),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      closed = true
      await client?.end()
    },
  }
}
