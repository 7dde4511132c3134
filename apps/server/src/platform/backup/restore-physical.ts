import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type pg from 'pg'
import { type Cluster, giveTo } from '../embedded/init-cluster.ts'
import {
  appRole,
  makeSecrets,
  ownerRole,
  readSecrets,
  type Secrets,
  superRole,
  writeSecrets,
} from '../embedded/secrets.ts'
import type { Manifest } from './manifest.ts'
import { RecoveryFailed, type RecoveryTarget, recoverCluster, unpackCluster } from './recover-cluster.ts'
import { hashTables, listTables, type TableHash } from './table-hashes.ts'
import { listArchived, listSegments, positionOf } from './wal-archive.ts'

export interface PhysicalRestore {
  backup: string
  manifest: Manifest
  cluster: Cluster
  target: RecoveryTarget
  /** further archives, such as the copy on another disk */
  archives: readonly string[]
  stamp: string
}

export interface RestoredCluster {
  /** the last change it holds; null: nothing after the backup's point */
  lastChange: Date | null
  tables: TableHash[]
  /** segments that were not archived yet and came from the old cluster's own log */
  salvaged: number
  /** where the old cluster lies now; null: there was none */
  aside: string | null
}

/**
 * Puts a cluster back. The old one is touched only when the new one has been recovered and read whole: a failure before
 * that leaves everything as it was.
 */
export async function restorePhysical(options: PhysicalRestore): Promise<RestoredCluster> {
  const { cluster, manifest } = options
  const making = { ...cluster, pgDir: mkdtempSync(join(cluster.dataDir, 'postgres.restoring-')) }
  const logs = mkdtempSync(join(cluster.dataDir, 'restore-log-'))
  giveTo(cluster.user, making.pgDir)
  giveTo(cluster.user, logs)
  try {
    await unpackCluster(options.backup, manifest, making, logs)
    collectLogs(options, logs)
    const salvage = options.target.kind === 'point' ? [] : salvageLog(options, logs)
    const secrets = readSecrets(cluster.dataDir) ?? makeSecrets()
    const found = await recover(making, logs, options, (client) => inspect(client, secrets))
    if (!existsSync(join(cluster.dataDir, 'secret', 'embedded.json'))) writeSecrets(cluster.dataDir, secrets)
    const kept = archiveSalvage(cluster, logs, salvage, found.lastSegment)
    const aside = swap(cluster, making.pgDir, options.stamp)
    return { lastChange: found.lastChange, tables: found.tables, salvaged: kept, aside }
  } finally {
    rmSync(making.pgDir, { recursive: true, force: true })
    rmSync(logs, { recursive: true, force: true })
  }
}

// When everything in the log is older than the wanted moment, replaying all of it is that moment.
async function recover<T>(
  making: Cluster,
  logs: string,
  options: PhysicalRestore,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const recovery = { cluster: making, logs: [logs, options.cluster.walArchive] }
  try {
    return await recoverCluster({ ...recovery, target: options.target }, work)
  } catch (error) {
    if (options.target.kind !== 'moment' || !(error instanceof RecoveryFailed) || !error.endedEarly) throw error
    rmSync(making.pgDir, { recursive: true, force: true })
    mkdirSync(making.pgDir, { mode: 0o700 })
    await unpackCluster(options.backup, options.manifest, making, logs)
    return recoverCluster({ ...recovery, target: { kind: 'end' } }, work)
  }
}

interface Found {
  lastChange: Date | null
  lastSegment: string
  tables: TableHash[]
}

/** Reads every row (the pages' checksums speak up) and gives the roles this data directory's passwords. */
async function inspect(client: pg.Client, secrets: Secrets): Promise<Found> {
  const { rows } = await client.query<{ last: Date | null; segment: string }>(
    `select pg_last_xact_replay_timestamp() as last,
       pg_walfile_name(coalesce(pg_last_wal_replay_lsn(), pg_current_wal_lsn())) as segment`,
  )
  const passwords: [string, string][] = [
    [superRole, secrets.superPassword],
    [ownerRole, secrets.ownerPassword],
    [appRole, secrets.appPassword],
  ]
  for (const [role, password] of passwords) {
    await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`)
  }
  await client.query('begin isolation level repeatable read read only')
  const tables = await hashTables(client, await listTables(client))
  await client.query('rollback')
  await client.query('checkpoint')
  return { lastChange: rows[0]?.last ?? null, lastSegment: rows[0]?.segment ?? '', tables }
}

// The database's user may not be allowed into a folder on another disk, so what only lies there is brought over.
function collectLogs({ cluster, archives, manifest }: PhysicalRestore, logs: string): void {
  const first = manifest.physical?.firstSegment ?? ''
  for (const archive of archives) {
    for (const name of listArchived(archive)) {
      const known = existsSync(join(logs, name)) || existsSync(join(cluster.walArchive, name))
      if (known || (!name.includes('history') && positionOf(name) < positionOf(first))) continue
      copyFileSync(join(archive, name), join(logs, name))
      giveTo(cluster.user, join(logs, name))
    }
  }
}

/** What the old cluster wrote but had not archived: with the disk intact nothing is lost. */
function salvageLog({ cluster }: PhysicalRestore, logs: string): string[] {
  const old = join(cluster.pgDir, 'pg_wal')
  if (!existsSync(old)) return []
  const archived = new Set(listSegments(cluster.walArchive))
  const names = readdirSync(old).filter(
    (name) => /^[0-9A-F]{24}$|^[0-9A-F]{8}\.history$/.test(name) && !archived.has(name),
  )
  for (const name of names) {
    if (existsSync(join(logs, `${name}.gz`))) continue
    copyFileSync(join(old, name), join(logs, name))
    giveTo(cluster.user, join(logs, name))
  }
  return names
}

// Segments beyond the last replayed one are recycled files with old content; only what was replayed is archived.
function archiveSalvage(cluster: Cluster, logs: string, names: readonly string[], last: string): number {
  const replayed = names.filter((name) => name.length === 24 && positionOf(name) <= positionOf(last))
  for (const name of replayed) {
    const target = join(cluster.walArchive, `${name}.gz`)
    if (existsSync(target) || !existsSync(join(logs, name))) continue
    writeFileSync(`${target}.part`, gzipSync(readFileSync(join(logs, name)), { level: 1 }), { flush: true })
    giveTo(cluster.user, `${target}.part`)
    renameSync(`${target}.part`, target)
  }
  return replayed.length
}

function swap(cluster: Cluster, made: string, stamp: string): string | null {
  const aside = existsSync(cluster.pgDir) ? join(cluster.dataDir, `postgres.before-${stamp}`) : null
  if (aside !== null) renameSync(cluster.pgDir, aside)
  try {
    renameSync(made, cluster.pgDir)
  } catch (error) {
    if (aside !== null) renameSync(aside, cluster.pgDir)
    throw error
  }
  return aside
}
