import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import type { Cluster } from './init-cluster.ts'
import { findPostmaster, launchPostmaster } from './postmaster.ts'

const lookEveryMs = 200

/**
 * Starts the database again when it died under us (killed, out of memory); it recovers from its own log. Requests meanwhile
 * get 503 (bars.md R1, R2). Call the result before the database is stopped on purpose.
 */
export function keepPostmasterAlive(cluster: Cluster, log: Pick<Logger, 'info' | 'warn'>): () => Promise<void> {
  let wanted = true
  const watch = async () => {
    while (wanted) {
      if (!findPostmaster(cluster.pgDir)) await revive(cluster, log, () => wanted)
      await pause(lookEveryMs)
    }
  }
  const watching = watch()
  return async () => {
    wanted = false
    await watching
  }
}

// The dead postmaster's children hold the shared memory for a moment more: tried until they are gone.
async function revive(cluster: Cluster, log: Pick<Logger, 'info' | 'warn'>, wanted: () => boolean): Promise<void> {
  log.warn({}, 'the embedded database has died, starting it again')
  const began = performance.now()
  for (let attempt = 1; wanted(); attempt++) {
    const launched = await launchPostmaster(cluster)
    if (launched.started) {
      log.info({ attempt, ms: Math.round(performance.now() - began) }, 'the embedded database is back')
      return
    }
    if (attempt % 20 === 1) log.warn({ output: launched.output }, 'the embedded database does not start yet')
    await pause(100)
  }
}
