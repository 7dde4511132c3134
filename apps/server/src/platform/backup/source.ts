import type { Config } from '../config.ts'
import { findRunningEmbedded } from '../embedded/embedded.ts'

/** The running database as backups see it. */
export type BackupSource =
  | { kind: 'embedded'; superUrl: string; ownerUrl: string; pgDir: string; walArchive: string }
  | { kind: 'external'; ownerUrl: string }

/** undefined when the embedded database is not running. */
export function findSource(config: Pick<Config, 'database' | 'dataDir'>): BackupSource | undefined {
  if (config.database.kind === 'external') return { kind: 'external', ownerUrl: config.database.ownerUrl }
  const running = findRunningEmbedded(config.dataDir)
  return running && { kind: 'embedded', ...running }
}
