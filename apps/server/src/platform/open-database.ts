import type { Config } from './config.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { prepareExternal } from './external-database.ts'
import type { Logger } from './log.ts'
import { roleOf } from './role-of.ts'

export interface OpenDatabase {
  ownerUrl: string
  /** the application's own role: owns nothing, cannot bypass row-level security */
  appUrl: string
  appRole: string
  /** where the cluster lives, null for an external one */
  embedded: { pgDir: string; walArchive: string; superUrl: string } | null
  /** says on disk that the server is draining, so that a next start waits for it */
  markStopping(): void
  /** revives an embedded database that dies; an external one has its own keepers */
  keepAlive(): () => Promise<void>
  stop(): Promise<void>
}

/** Embedded or external PostgreSQL behind the same four facts. */
export async function openDatabase(config: Config, parts: { log: Logger; now: () => Date }): Promise<OpenDatabase> {
  if (config.database.kind === 'external') {
    const { ownerUrl, appUrl } = config.database
    const urls = await prepareExternal(ownerUrl, appUrl, config.dataDir)
    return {
      ...urls,
      embedded: null,
      markStopping: () => {},
      keepAlive: () => async () => undefined,
      stop: async () => undefined,
    }
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, ...parts })
  return {
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    appRole: roleOf(embedded.appUrl),
    embedded: { pgDir: embedded.pgDir, walArchive: embedded.walArchive, superUrl: embedded.superUrl },
    markStopping: embedded.markStopping,
    keepAlive: embedded.keepAlive,
    stop: embedded.stop,
  }
}
