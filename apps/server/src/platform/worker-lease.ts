import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from './log.ts'

const everyMs = 5_000

export interface WorkerLease {
  /** a pool of workers of this process has begun */
  add(workerId: string): void
  stop(): Promise<void>
}

/**
 * Says by an advisory lock a worker that this process lives, and frees the jobs of workers that nobody says it for: a
 * killed worker's jobs are taken over within seconds, not after the queue's own four hours (bars.md R2).
 */
export function keepWorkerLease(ownerUrl: string, log: Pick<Logger, 'info' | 'warn'>): WorkerLease {
  const mine = new Set<string>()
  let client: pg.Client | undefined
  let held = new Set<string>()
  let wanted = true

  const connect = async () => {
    const next = new pg.Client({ connectionString: ownerUrl, application_name: 'xianghui workers' })
    next.on('error', (error) => log.warn({ err: error }, 'worker lease lost'))
    next.on('end', () => {
      if (client === next) client = undefined
    })
    await next.connect()
    held = new Set()
    client = next
    return next
  }
  const round = async () => {
    const at = client ?? (await connect())
    for (const id of mine) {
      if (held.has(id)) continue
      await at.query("select pg_advisory_lock(hashtextextended('worker:' || $1, 0))", [id])
      held.add(id)
    }
    const freed = await freeDead(at, [...mine])
    if (freed.length > 0) log.info({ workers: freed }, 'jobs of dead workers freed')
  }
  const keep = async () => {
    while (wanted) {
      await round().catch(async (error: unknown) => {
        log.warn({ err: error }, 'worker lease not renewed')
        const dead = client
        client = undefined
        await dead?.end().catch((reason: unknown) => log.warn({ err: reason }, 'closing the dead lease'))
      })
      for (let waited = 0; wanted && waited < everyMs; waited += 100) await pause(100)
    }
  }
  const keeping = keep()
  return {
    add: (workerId) => mine.add(workerId),
    stop: async () => {
      wanted = false
      await keeping
      await client?.end()
    },
  }
}

// A lock that can be had belongs to nobody alive. Young locks are left alone: their worker may not have said so yet.
async function freeDead(client: pg.Client, mine: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select locked_by as id from (
       select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
       union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null) l
     where locked_by <> all ($1::text[])
     group by locked_by having min(locked_at) < now() - interval '10 seconds'`,
    [mine],
  )
  const dead: string[] = []
  for (const { id } of rows) {
    const tried = await client.query<{ free: boolean }>(
      "select pg_try_advisory_xact_lock(hashtextextended('worker:' || $1, 0)) as free",
      [id],
    )
    if (tried.rows[0]?.free) dead.push(id)
  }
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  return dead
}
