import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedBackup, type PackedFile } from './pack.ts'
import { instantOfStamp } from './stamp.ts'
import type { TableHash } from './table-hashes.ts'

/** What one backup holds: manifest.json in its folder, itself covered by manifest.sha256. */
export interface Manifest {
  format: 1
  stamp: string
  kind: 'physical' | 'logical'
  postgres: string
  /** number of the newest migration in it */
  migration: number
  startedAt: string
  /** the moment whose data it holds */
  point: string
  finishedAt: string
  /** bytes on disk of the database part */
  bytes: number
  files: PackedFile[]
  /** folders of the cluster, empty ones too */
  folders: string[]
  /** uploads known at that moment, by storage key; null: they lie in an S3 bucket */
  uploads: PackedFile[] | null
  /** row hashes of every table at `point`; empty when writers never paused */
  tables: TableHash[]
  physical: PhysicalPart | null
  logical: LogicalPart | null
}

export interface PhysicalPart {
  /** named point in the log, exactly at `point` */
  restorePoint: string
  firstSegment: string
  lastSegment: string
}

export interface LogicalPart {
  migrations: { version: number; name: string }[]
  tables: { table: string; columns: string[]; file: string }[]
  sequences: { name: string; value: string; called: boolean }[]
  jobs: QueuedJob[]
}

export interface QueuedJob {
  task: string
  payload: unknown
  queue: string | null
  runAt: string
  maxAttempts: number
  key: string | null
}

export function writeManifest(dir: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  writeFileSync(join(dir, 'manifest.json'), text, { mode: 0o600, flush: true })
  writeFileSync(join(dir, 'manifest.sha256'), hashOf(text), { mode: 0o600, flush: true })
}

/** @throws DamagedBackup when it was changed or is incomplete */
export function readManifest(dir: string): Manifest {
  const path = join(dir, 'manifest.json')
  if (!existsSync(path)) throw new DamagedBackup(path, 'missing')
  const text = readFileSync(path, 'utf8')
  const sum = join(dir, 'manifest.sha256')
  if (!existsSync(sum) || readFileSync(sum, 'utf8').trim() !== hashOf(text)) throw new DamagedBackup(path, 'sha256')
  return JSON.parse(text) as Manifest
}

/** Finished backups, oldest first; half-written ones (`.partial`) are none. */
export function listStamps(backupDir: string): string[] {
  if (!existsSync(backupDir)) return []
  return readdirSync(backupDir)
    .filter((name) => instantOfStamp(name) && existsSync(join(backupDir, name, 'manifest.json')))
    .sort()
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
