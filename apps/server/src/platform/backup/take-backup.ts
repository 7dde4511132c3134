import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { backupApplicationName } from '../embedded/adopt.ts'
import { packedPath, takeBaseBackup } from './base-backup.ts'
import { copyPath, takeLogicalBackup } from './logical-backup.ts'
import { listStamps, type Manifest, readManifest, writeManifest } from './manifest.ts'
import { planRetention } from './retention.ts'
import type { BackupSource } from './source.ts'
import { stampOf } from './stamp.ts'
import { describeUploads, listUploads, mirrorUploads, pruneUploads, uploadsFolder } from './uploads.ts'
import { mirrorArchive, pruneArchive } from './wal-archive.ts'

export type BackupPlaces = Pick<Config, 'backupDir' | 'files' | 'dataDir'>

export interface BackupOptions {
  places: BackupPlaces
  source: BackupSource
  now: () => Date
  onProgress?: (share: number) => void
}

/** Any number of the house's own: one backup at a time, in whatever process. */
const lockKey = 7_305_332

/** Somebody else is backing up now. */
export class BackupBusy extends Error {
  override name = 'BackupBusy'
}

/** Takes one backup, whole or not at all, then forgets those that are no longer kept. */
export async function takeBackup(options: BackupOptions): Promise<Manifest> {
  const lock = await takeLock(options.source.ownerUrl)
  try {
    const { backupDir } = options.places
    mkdirSync(backupDir, { recursive: true, mode: 0o700 })
    removeHalfMade(backupDir)
    const startedAt = options.now()
    const stamp = freeStamp(backupDir, startedAt)
    const partial = join(backupDir, `${stamp}.partial`)
    mkdirSync(partial, { mode: 0o700 })
    try {
      const manifest = await fill(partial, stamp, startedAt, options)
      writeManifest(partial, manifest)
      await flush(partial)
      renameSync(partial, join(backupDir, stamp))
      await forget(options.places)
      return manifest
    } catch (error) {
      rmSync(partial, { recursive: true, force: true })
      throw error
    }
  } finally {
    await lock.end()
  }
}

async function fill(dir: string, stamp: string, startedAt: Date, options: BackupOptions): Promise<Manifest> {
  const { places, source, onProgress = () => undefined } = options
  const about = await describeDatabase(source.ownerUrl)
  const taken =
    source.kind === 'embedded'
      ? { kind: 'physical' as const, logical: null, ...(await takeBaseBackup(dir, { ...source, stamp, onProgress })) }
      : { kind: 'logical' as const, physical: null, ...(await takeLogicalBackup(dir, source.ownerUrl, onProgress)) }
  // After the database: every upload its rows name is there by now.
  const uploads = await keepUploads(places)
  return {
    format: 1,
    stamp,
    kind: taken.kind,
    ...about,
    startedAt: startedAt.toISOString(),
    point: taken.point.toISOString(),
    finishedAt: options.now().toISOString(),
    bytes: bytesOf(dir),
    files: taken.files,
    folders: 'folders' in taken ? taken.folders : [],
    uploads,
    tables: taken.tables,
    physical: taken.physical,
    logical: taken.logical,
  }
}

async function keepUploads({ files, backupDir }: BackupPlaces): Promise<Manifest['uploads']> {
  if (files.kind === 's3') return null
  const store = join(backupDir, uploadsFolder)
  const living = await listUploads(files.dir)
  await mirrorUploads(files.dir, store)
  const newest = listStamps(backupDir).at(-1)
  return describeUploads(store, living, newest ? (readManifest(join(backupDir, newest)).uploads ?? []) : [])
}

/** Copies the log archive and new uploads to a backup folder on another disk; cheap when there is nothing new. */
export async function mirrorNow(places: BackupPlaces, walArchive: string | null): Promise<number> {
  let copied = 0
  const away = join(places.backupDir, 'wal')
  if (walArchive !== null && away !== walArchive) copied += mirrorArchive(walArchive, away)
  if (places.files.kind === 'disk') {
    copied += (await mirrorUploads(places.files.dir, join(places.backupDir, uploadsFolder))).length
  }
  return copied
}

/** Retention 7 daily, 4 weekly, 12 monthly; the log goes only below the oldest kept daily backup. */
async function forget({ backupDir, files, dataDir }: BackupPlaces): Promise<void> {
  const { keep, drop, oldestDaily } = planRetention(listStamps(backupDir))
  for (const stamp of drop) rmSync(join(backupDir, stamp), { recursive: true, force: true })
  const kept = keep.map((stamp) => readManifest(join(backupDir, stamp)))
  const first = kept.find(({ stamp }) => stamp === oldestDaily)?.physical?.firstSegment
  if (first !== undefined) {
    for (const archive of new Set([join(dataDir, 'backup', 'wal'), join(backupDir, 'wal')]))
      pruneArchive(archive, first)
  }
  if (files.kind === 'disk') {
    const wanted = new Set(await listUploads(files.dir))
    for (const { uploads } of kept) for (const { path } of uploads ?? []) wanted.add(path)
    await pruneUploads(join(backupDir, uploadsFolder), wanted)
  }
}

async function describeDatabase(ownerUrl: string): Promise<{ postgres: string; migration: number }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: backupApplicationName })
  await client.connect()
  try {
    const { rows } = await client.query<{ postgres: string; migration: number }>(
      "select current_setting('server_version') as postgres, (select max(version) from xianghui.migration) as migration",
    )
    return rows[0] ?? { postgres: '', migration: 0 }
  } finally {
    await client.end()
  }
}

async function takeLock(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: backupApplicationName })
  client.on('error', () => undefined) // a lost lock only means that a second backup may begin
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lockKey])
  if (rows[0]?.held) return client
  await client.end()
  throw new BackupBusy('another backup is under way')
}

// Under the lock nobody else is writing one.
function removeHalfMade(backupDir: string): void {
  for (const name of readdirSync(backupDir)) {
    if (/^\d{8}T\d{6}Z\.partial$/.test(name)) rmSync(join(backupDir, name), { recursive: true, force: true })
  }
}

function freeStamp(backupDir: string, at: Date): string {
  const taken = new Set(listStamps(backupDir))
  for (let second = 0; ; second++) {
    const stamp = stampOf(new Date(at.getTime() + second * 1000))
    if (!taken.has(stamp)) return stamp
  }
}

function bytesOf(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

// One flush of the whole file system instead of one a file.
async function flush(dir: string): Promise<void> {
  const [code] = await once(spawn('sync', ['-f', dir], { stdio: 'ignore' }), 'exit')
  if (code !== 0) throw new Error(`sync of ${dir} failed (${code})`)
}

/** The packed file of a database file in a backup. */
export function packedFileOf(dir: string, manifest: Manifest, path: string): string {
  if (path.startsWith('wal/')) return join(dir, path)
  return manifest.kind === 'physical' ? packedPath(dir, path) : copyPath(dir, path)
}
