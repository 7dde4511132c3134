import type { App } from './app.ts'
import { startMirror } from './platform/backup/mirror.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { listCentres, startWorker } from './platform/jobs.ts'
import type { Logger } from './platform/log.ts'
import type { OpenDatabase } from './platform/open-database.ts'
import { startSealer } from './platform/sealer.ts'

export interface BackgroundParts {
  app: App
  config: Config
  database: OpenDatabase
  db: Db
  log: Logger
}

/** The first page comes first (P7): a web process takes up its queue a moment after it listens. */
const afterFirstPageMs = 1_200
const againMs = 3_000

/** Queue, sealer and copies of the log; a database that is away at this moment is tried again, the site goes on. */
export function startBackground(parts: BackgroundParts): () => Promise<void> {
  const stops: (() => Promise<unknown>)[] = []
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const begin = async () => {
    try {
      const worker = await startWorker({
        db: parts.db,
        ownerUrl: parts.database.ownerUrl,
        log: parts.log,
        ...parts.app,
      })
      stops.push(() => worker.stop())
      stops.push(startMirror(parts.config, parts.database.embedded?.walArchive ?? null, parts.log))
      const sealer = startSealer(parts.db, listCentres, parts.log)
      stops.push(() => sealer.stop())
    } catch (error) {
      parts.log.error({ err: error }, 'background work not started, tried again')
      if (!stopped) plan(againMs)
    }
  }
  const plan = (ms: number) => {
    timer = setTimeout(() => {
      running = begin()
    }, ms)
  }
  plan(parts.config.role === 'worker' ? 0 : afterFirstPageMs)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
    for (const stop of stops.reverse()) await stop()
  }
}
