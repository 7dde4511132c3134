import type { Logger } from '../log.ts'
import { type BackupPlaces, mirrorNow } from './take-backup.ts'

const everyMs = 10_000

/** Keeps the backup folder's copy of the log archive and of the uploads young; returns how to stop it. */
export function startMirror(places: BackupPlaces, walArchive: string | null, log: Logger): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = mirrorNow(places, walArchive)
      .catch((error: unknown) => log.error({ err: error }, 'the backup folder could not be brought up to date'))
      .finally(() => {
        busy = false
      })
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
