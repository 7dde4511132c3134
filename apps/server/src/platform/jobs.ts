import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { parseCronItems, Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { Logger } from './log.ts'
import { deliver, type EventHandler } from './outbox.ts'
import { keepWorkerLease, type WorkerLease } from './worker-lease.ts'

/** A job of the queue: `payload` is what `enqueue` was given. Retried with growing pauses until it stops throwing. */
export type JobHandler = (job: { centreId: string; payload: Record<string, unknown>; log: Logger }) => Promise<void>

/** A scheduled act, run once for every centre. */
export interface Schedule {
  name: string
  /** 'minutely', 'hourly' or a time of day at +08:00 such as '02:30' */
  every: string
  run(centreId: string): Promise<void>
}

export interface WorkerParts {
  db: Db
  /** the queue's own tables belong to the database's owner */
  ownerUrl: string
  jobs: Readonly<Record<string, JobHandler>>
  handlers: readonly EventHandler[]
  schedules: readonly Schedule[]
  log: Logger
}

export interface Worker {
  /** waits for running jobs, at most as long as the process's own drain */
  stop(): Promise<void>
}

/** Starts the job queue of this process. A dead worker's jobs are taken over by the queue's own lease. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const taskList: TaskList = {
    deliver: async (payload) => {
      const { centreId, eventId } = payload as { centreId: string; eventId: string }
      await deliver(parts.db, parts.handlers, centreId, eventId)
    },
  }
  for (const [name, handler] of Object.entries(parts.jobs))
    taskList[name] = async (payload) => {
      const { centreId, ...rest } = payload as { centreId: string }
      await handler({ centreId, payload: rest, log: parts.log })
    }
  for (const schedule of parts.schedules)
    taskList[`schedule.${schedule.name}`] = async () => {
      for (const centreId of await listCentres(parts.db)) await schedule.run(centreId)
    }
  const lease = keepWorkerLease(parts.ownerUrl, parts.log)
  let stopped = false
  let pulse = createPulse()
  let runner = await startRunner(parts, taskList, lease, pulse)
  // The queue gives up when the database is away while it notes a job's end; a new one goes on (bars.md R1, R2).
  const watch = async () => {
    while (!stopped) {
      const ended = runner.promise.catch((error: unknown) =>
        parts.log.warn({ err: error }, 'the job queue has stopped'),
      )
      const reason = await Promise.race([ended.then(() => 'ended'), untilSilent(pulse, () => stopped)])
      if (reason === 'silent') {
        parts.log.warn({}, 'the job queue is silent, starting another')
        runner.stop().catch((error: unknown) => parts.log.warn({ err: error }, 'the silent job queue'))
      }
      pulse = createPulse()
      runner = (await startAgain(parts, taskList, lease, pulse, () => stopped)) ?? runner
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopped = true
      await runner.stop().catch((error: unknown) => parts.log.debug({ err: error }, 'the job queue had stopped before'))
      await watching
      await lease.stop()
    },
  }
}

async function startAgain(
  parts: WorkerParts,
  taskList: TaskList,
  lease: WorkerLease,
  pulse: Pulse,
  isStopped: () => boolean,
): Promise<Runner | undefined> {
  while (!isStopped()) {
    await pause(300)
    try {
      return isStopped() ? undefined : await startRunner(parts, taskList, lease, pulse)
    } catch (error) {
      parts.log.warn({ err: error }, 'the job queue does not start yet')
    }
  }
  return undefined
}

/** When the queue's workers last showed that they live, and how many jobs they have in hand. */
interface Pulse {
  at: number
  jobs: number
}

const createPulse = (): Pulse => ({ at: performance.now(), jobs: 0 })
const silentMs = 8_000

// Idle workers look for jobs every second. After the database was away the queue's pool may hand out dead connections for
// ever ("not queryable"): only a look that succeeded counts as a sign of life.
async function untilSilent(pulse: Pulse, isStopped: () => boolean): Promise<'silent' | 'stopped'> {
  while (!isStopped()) {
    if (pulse.jobs === 0 && performance.now() - pulse.at > silentMs) return 'silent'
    await pause(250)
  }
  return 'stopped'
}

async function startRunner(parts: WorkerParts, taskList: TaskList, lease: WorkerLease, pulse: Pulse): Promise<Runner> {
  const events = new EventEmitter()
  const beat = () => {
    pulse.at = performance.now()
  }
  events.on('worker:getJob:empty', beat)
  events.on('job:start', () => {
    beat()
    pulse.jobs++
  })
  events.on('job:complete', () => {
    beat()
    pulse.jobs = Math.max(0, pulse.jobs - 1)
  })
  // Jobs are taken in the name of the pool of workers, not of one worker.
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => lease.add(workerPool.id))
  events.on('job:error', ({ error, job }: { error: unknown; job: { task_identifier: string; attempts: number } }) =>
    parts.log.error({ err: error, task: job.task_identifier, attempt: job.attempts }, 'job failed'),
  )
  return run({
    events,
    connectionString: parts.ownerUrl,
    maxPoolSize: 4,
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    // In batches a job's end is tried again while the database is away; one by one the queue leaves a promise unwatched,
    // which would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: queueLogger(parts.log),
    taskList,
    parsedCronItems: parseCronItems(
      parts.schedules.map((one) => ({
        task: `schedule.${one.name}`,
        match: cronOf(one.every),
        options: { backfillPeriod: 0, maxAttempts: 3, queueName: `schedule.${one.name}` },
        identifier: one.name,
      })),
    ),
  })
}

export async function listCentres(db: Db): Promise<string[]> {
  const { rows } = await db.globally((tx) =>
    sql<{ centre_id: string }>`select centre_id from platform.centres()`.execute(tx.sql),
  )
  return rows.map((row) => row.centre_id)
}

/** The queue's cron speaks UTC; people speak +08:00. */
export function cronOf(every: string): string {
  if (every === 'minutely') return '* * * * *'
  if (every === 'hourly') return '7 * * * *'
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(every)
  if (!match) throw new Error(`not a schedule: ${every}`)
  return `${Number(match[2])} ${(Number(match[1]) + 16) % 24} * * *`
}

function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
