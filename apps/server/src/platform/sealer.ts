import { sealActs } from './audit-chain.ts'
import type { Db } from './db.ts'
import type { Logger } from './log.ts'

const pauseMs = 1000

/**
 * Seals new acts into the chain once a second, so that an act can be altered unseen for a moment only. The minutely
 * schedule `audit.seal` catches up where this process was down.
 */
export function startSealer(
  db: Db,
  listCentres: (db: Db) => Promise<string[]>,
  log: Logger,
): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      round = sealAll(db, listCentres, log).finally(next)
    }, pauseMs).unref()
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

// A database that is down for a moment is no reason to end: the acts wait, and the next round takes them.
async function sealAll(db: Db, listCentres: (db: Db) => Promise<string[]>, log: Logger): Promise<void> {
  try {
    for (const centreId of await listCentres(db)) await sealCentre(db, centreId)
  } catch (error) {
    log.warn({ err: error }, 'acts could not be sealed')
  }
}

/** Seals everything that waits in one centre; returns how many acts. */
export async function sealCentre(db: Db, centreId: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const batch = await db.inCentre(centreId, (tx) => sealActs(tx))
    sealed += batch
    if (batch < 500) return sealed
  }
}
