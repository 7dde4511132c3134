import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openCluster } from '../embedded/embedded.ts'
import { findPostmaster, stopPostmaster } from '../embedded/postmaster.ts'
import { takeServerLock } from '../embedded/server-lock.ts'
import { prepareExternal } from '../external-database.ts'
import type { Logger } from '../log.ts'
import { StartFault } from '../start-fault.ts'
import { listStamps, type Manifest, readManifest } from './manifest.ts'
import { DamagedBackup } from './pack.ts'
import { RecoveryFailed, type RecoveryTarget } from './recover-cluster.ts'
import {
  backupDamaged,
  backupMissing,
  databaseNotEmpty,
  momentTooEarly,
  notForThisDatabase,
  recoveryFailed,
} from './restore-faults.ts'
import { DatabaseNotEmpty, restoreLogical } from './restore-logical.ts'
import { restorePhysical } from './restore-physical.ts'
import { stampOf } from './stamp.ts'
import { restoreUploads, uploadsFolder } from './uploads.ts'

export interface RestoreWish {
  /** a stamp; undefined = the newest that fits */
  from: string | undefined
  /** the moment wanted; undefined = everything (no stamp) or the backup's own moment (with a stamp) */
  to: Date | undefined
}

export interface Restored {
  stamp: string
  kind: Manifest['kind']
  /** the moment whose data is there now */
  reached: Date
  tables: number
  rows: string
  uploads: number
  salvaged: number
  aside: string | null
}

export interface RestoreParts {
  config: Config
  now: () => Date
  log: Pick<Logger, 'info' | 'warn'>
}

/**
 * Restores the stopped server's data.
 * @throws StartFault with a sentence in both languages that names the mend
 */
export async function restore(wish: RestoreWish, parts: RestoreParts): Promise<Restored> {
  const chosen = chooseBackup(parts.config, wish)
  try {
    return parts.config.database.kind === 'embedded'
      ? await restoreEmbedded(chosen, wish, parts)
      : await restoreExternal(chosen, parts)
  } catch (error) {
    if (error instanceof DamagedBackup) throw new StartFault(backupDamaged(error.message), { cause: error })
    if (error instanceof RecoveryFailed) throw new StartFault(recoveryFailed(error.message), { cause: error })
    if (error instanceof DatabaseNotEmpty) throw new StartFault(databaseNotEmpty(), { cause: error })
    throw error
  }
}

interface Chosen {
  dir: string
  manifest: Manifest
}

function chooseBackup({ backupDir, database }: Config, { from, to }: RestoreWish): Chosen {
  const stamps = listStamps(backupDir)
  if (stamps.length === 0 || (from !== undefined && !stamps.includes(from))) {
    throw new StartFault(backupMissing(backupDir, from, stamps))
  }
  const kind = database.kind === 'embedded' ? 'physical' : 'logical'
  const found = (from === undefined ? stamps.toReversed() : [from])
    .map((stamp) => ({ dir: join(backupDir, stamp), manifest: readChecked(join(backupDir, stamp)) }))
    .filter(({ manifest }) => manifest.kind === kind)
  if (found.length === 0) throw new StartFault(notForThisDatabase(kind))
  const fitting = found.find(({ manifest }) => to === undefined || new Date(manifest.point) <= to)
  if (!fitting || (to !== undefined && kind === 'logical')) throw new StartFault(momentTooEarly(kind))
  return fitting
}

function readChecked(dir: string): Manifest {
  try {
    return readManifest(dir)
  } catch (error) {
    if (error instanceof DamagedBackup) throw new StartFault(backupDamaged(error.message), { cause: error })
    throw error
  }
}

async function restoreEmbedded({ dir, manifest }: Chosen, wish: RestoreWish, parts: RestoreParts): Promise<Restored> {
  const { config, now } = parts
  const cluster = openCluster(config.dataDir)
  const lock = await takeServerLock(cluster.dataDir, now)
  try {
    // A killed server leaves its database running; it is stopped cleanly and its log salvaged.
    if (findPostmaster(cluster.pgDir)) await stopPostmaster(cluster)
    const target = targetOf(wish, manifest)
    const archives = [join(config.backupDir, 'wal')].filter((path) => existsSync(path) && path !== cluster.walArchive)
    const done = await restorePhysical({ backup: dir, manifest, cluster, target, archives, stamp: stampOf(now()) })
    const uploads = await putUploadsBack(config, manifest)
    const point = new Date(manifest.point)
    const reached =
      target.kind === 'point' || done.lastChange === null || done.lastChange < point ? point : done.lastChange
    return { ...summary(manifest), reached, uploads, salvaged: done.salvaged, aside: done.aside, ...count(done.tables) }
  } finally {
    lock.release()
  }
}

function targetOf(wish: RestoreWish, manifest: Manifest): RecoveryTarget {
  if (wish.to) return { kind: 'moment', at: wish.to }
  if (wish.from) return { kind: 'point', name: manifest.physical?.restorePoint ?? '' }
  return { kind: 'end' }
}

async function restoreExternal({ dir, manifest }: Chosen, { config, log }: RestoreParts): Promise<Restored> {
  if (config.database.kind !== 'external') throw new Error('an external database was expected')
  const urls = await prepareExternal(config.database.ownerUrl, config.database.appUrl, config.dataDir)
  await restoreLogical({ backup: dir, manifest, ...urls, log })
  const uploads = await putUploadsBack(config, manifest)
  const reached = new Date(manifest.point)
  return { ...summary(manifest), reached, uploads, salvaged: 0, aside: null, ...count(manifest.tables) }
}

async function putUploadsBack({ files, backupDir }: Config, { uploads }: Manifest): Promise<number> {
  if (files.kind === 's3' || uploads === null) return 0
  return restoreUploads(join(backupDir, uploadsFolder), files.dir, uploads)
}

const summary = ({ stamp, kind }: Manifest) => ({ stamp, kind })

function count(tables: Manifest['tables']): { tables: number; rows: string } {
  return { tables: tables.length, rows: String(tables.reduce((sum, { rows }) => sum + BigInt(rows), 0n)) }
}
