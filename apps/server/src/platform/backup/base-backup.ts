import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { backupApplicationName } from '../embedded/adopt.ts'
import { errorCode } from '../start-checks.ts'
import { listClusterFiles } from './cluster-files.ts'
import type { PhysicalPart } from './manifest.ts'
import { forEachLimited, hashFile, type PackedFile, packStream } from './pack.ts'
import { hashTables, listTables, type TableHash } from './table-hashes.ts'
import { listArchived, listSegments } from './wal-archive.ts'

export interface TakenBackup {
  files: PackedFile[]
  folders: string[]
  physical: PhysicalPart
  tables: TableHash[]
  point: Date
}

export interface BaseBackupOptions {
  superUrl: string
  pgDir: string
  walArchive: string
  stamp: string
  /** share of the work done, 0–1 */
  onProgress: (share: number) => void
}

const archivePatience = 60_000

/**
 * A base backup without pg_basebackup (the embedded PostgreSQL ships none): non-exclusive start and stop on one session,
 * PGDATA copied file by file, then a named point in the log and the hash of every row exactly there.
 */
export async function takeBaseBackup(dir: string, options: BaseBackupOptions): Promise<TakenBackup> {
  const client = new pg.Client({ connectionString: options.superUrl, application_name: backupApplicationName })
  client.on('error', () => undefined) // the query that follows meets the loss and reports it
  await client.connect()
  try {
    await refuseWithoutArchive(client)
    const { start } = await one<{ start: string }>(client, 'select pg_backup_start($1, true)::text as start', [
      options.stamp,
    ])
    const { segment: firstSegment } = await segmentOf(client, start)
    const { files, folders } = await copyCluster(dir, options)
    const { label } = await one<{ label: string }>(client, 'select labelfile as label from pg_backup_stop(false)')
    files.push({ path: 'backup_label', ...(await packStream(Readable.from([label]), packedPath(dir, 'backup_label'))) })
    const { point, lsn, tables } = await markPoint(options.superUrl, client, options.stamp)
    const { segment: lastSegment } = await segmentOf(client, lsn)
    await client.query('select pg_switch_wal()')
    await waitForSegment(options.walArchive, lastSegment)
    files.push(...(await copyLog(dir, options.walArchive, firstSegment, lastSegment)))
    return {
      files,
      folders,
      tables,
      point,
      physical: { restorePoint: restorePointOf(options.stamp), firstSegment, lastSegment },
    }
  } finally {
    await client.end()
  }
}

export const packedPath = (dir: string, path: string): string => join(dir, 'base', `${path}.zst`)
export const logFolder = (dir: string): string => join(dir, 'wal')
const restorePointOf = (stamp: string): string => `xianghui_${stamp}`

async function copyCluster(dir: string, { pgDir, onProgress }: BaseBackupOptions) {
  const tree = await listClusterFiles(pgDir)
  const packed: PackedFile[] = []
  let done = 0
  const copy = async (path: string) => {
    const found = await stat(join(pgDir, path)).catch((error: unknown) => {
      // A table dropped or a temporary file gone meanwhile: the log says so again at recovery. Any other reason (no
      // right to read, a failing disk) would leave a hole in the backup, so it ends it.
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    })
    if (found) packed.push({ path, ...(await packStream(createReadStream(join(pgDir, path)), packedPath(dir, path))) })
    onProgress(++done / tree.files.length)
  }
  await forEachLimited(tree.files.slice(0, -1), 4, copy)
  await forEachLimited(tree.files.slice(-1), 1, copy)
  return { files: packed.sort((a, b) => (a.path < b.path ? -1 : 1)), folders: tree.folders }
}

/**
 * The named point and the rows seen there: for a moment no table takes writes, a second session takes its snapshot, the
 * point goes into the log, and writing goes on while the snapshot is hashed.
 */
async function markPoint(superUrl: string, client: pg.Client, stamp: string) {
  const reader = new pg.Client({ connectionString: superUrl, application_name: backupApplicationName })
  reader.on('error', () => undefined)
  await reader.connect()
  try {
    const tables = await listTables(client)
    const quiet = await stopWriters(
      client,
      tables.map(({ table }) => table),
    )
    await reader.query('begin isolation level repeatable read read only')
    await reader.query('select 1')
    const mark = await one<{ lsn: string; point: Date }>(
      client,
      'select pg_create_restore_point($1)::text as lsn, clock_timestamp() as point',
      [restorePointOf(stamp)],
    )
    if (quiet) await client.query('commit')
    const hashes = quiet ? await hashTables(reader, tables) : []
    await reader.query('rollback')
    return { ...mark, tables: hashes }
  } finally {
    await reader.end()
  }
}

// Waits for open writers at most a second at a time, so that nobody queues behind us for longer than that.
async function stopWriters(client: pg.Client, tables: readonly string[]): Promise<boolean> {
  if (tables.length === 0) return false
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await client.query(`begin; set local lock_timeout = '1s'; lock table ${tables.join(', ')} in share mode`)
      return true
    } catch (error) {
      await client.query('rollback')
      if (!(error instanceof Error && 'code' in error && ['55P03', '40P01'].includes(String(error.code)))) throw error
      await pause(500)
    }
  }
  return false
}

async function copyLog(dir: string, archive: string, first: string, last: string): Promise<PackedFile[]> {
  await mkdir(logFolder(dir), { recursive: true, mode: 0o700 })
  const wanted = [
    ...listSegments(archive)
      .filter((name) => name >= first && name <= last)
      .map((name) => `${name}.gz`),
    ...listArchived(archive).filter((name) => name.includes('.history')),
  ]
  const copied: PackedFile[] = []
  for (const name of wanted) {
    await copyFile(join(archive, name), join(logFolder(dir), name))
    copied.push({ path: `wal/${name}`, ...(await hashFile(join(logFolder(dir), name))) })
  }
  return copied
}

async function waitForSegment(archive: string, segment: string): Promise<void> {
  const deadline = performance.now() + archivePatience
  while (!existsSync(join(archive, `${segment}.gz`))) {
    if (performance.now() > deadline) throw new Error(`the log segment ${segment} was not archived within 60 s`)
    await pause(50)
  }
}

async function refuseWithoutArchive(client: pg.Client): Promise<void> {
  const { mode } = await one<{ mode: string }>(client, "select current_setting('archive_mode') as mode")
  if (mode !== 'on') throw new Error('this cluster runs without a WAL archive: no base backup is possible')
}

const segmentOf = (client: pg.Client, lsn: string) =>
  one<{ segment: string }>(client, 'select pg_walfile_name($1::pg_lsn) as segment', [lsn])

async function one<R extends pg.QueryResultRow>(client: pg.Client, text: string, values: unknown[] = []): Promise<R> {
  const { rows } = await client.query<R>(text, values)
  if (!rows[0]) throw new Error(`no answer to: ${text}`)
  return rows[0]
}
