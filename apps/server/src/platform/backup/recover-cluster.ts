import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, giveTo } from '../embedded/init-cluster.ts'
import { launchPostmaster, stopPostmaster } from '../embedded/postmaster.ts'
import { databaseName, superRole } from '../embedded/secrets.ts'
import { quoted, settingsText } from '../embedded/settings.ts'
import { emptiedFolders } from './cluster-files.ts'
import type { Manifest } from './manifest.ts'
import { forEachLimited, hashFile, type PackedFile, refuseOther, unpackFile } from './pack.ts'
import { packedFileOf } from './take-backup.ts'

/** Up to where the log is replayed: the backup's own point, a moment, or everything there is. */
export type RecoveryTarget = { kind: 'point'; name: string } | { kind: 'moment'; at: Date } | { kind: 'end' }

export interface Recovery {
  /** pgDir: the folder being restored, not the one in use */
  cluster: Cluster
  target: RecoveryTarget
  /** folders with log segments as the database's own user reads them: `<segment>.gz` or plain */
  logs: readonly string[]
}

/** Unpacks a base backup, checking every hash on the way. @throws DamagedBackup */
export async function unpackCluster(from: string, manifest: Manifest, cluster: Cluster, walDir: string): Promise<void> {
  const { pgDir, user } = cluster
  for (const folder of ['', ...manifest.folders, ...emptiedFolders, 'pg_wal/archive_status', 'pg_wal/summaries']) {
    makeFolder(cluster, join(pgDir, folder))
  }
  await forEachLimited(manifest.files, 4, async (file) => {
    const isLog = file.path.startsWith('wal/')
    const target = isLog ? join(walDir, file.path.slice('wal/'.length)) : join(pgDir, file.path)
    if (isLog) await copyChecked(packedFileOf(from, manifest, file.path), target, file)
    else await unpackFile(packedFileOf(from, manifest, file.path), target, file)
    giveTo(user, target)
  })
}

/** Replays the log until the target, lets `work` ask the recovered database, and stops it cleanly. */
export async function recoverCluster<T>(recovery: Recovery, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { cluster } = recovery
  const meeting = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'xh-'))
  chmodSync(meeting, 0o700)
  giveTo(cluster.user, meeting)
  try {
    const trust = join(meeting, 'hba.conf')
    writeFor(cluster, trust, 'local all all trust\n')
    writeFor(cluster, join(cluster.pgDir, 'xianghui.conf'), recoveryText(recovery, meeting, trust))
    writeFor(cluster, join(cluster.pgDir, 'recovery.signal'), '')
    const inMeeting = { ...cluster, logDir: meeting }
    const launched = await launchPostmaster(inMeeting)
    if (!launched.started) throw new RecoveryFailed(launched.output)
    try {
      return await ask(meeting, work)
    } finally {
      await stopPostmaster(inMeeting)
    }
  } finally {
    rmSync(meeting, { recursive: true, force: true })
  }
}

/** PostgreSQL could not replay the log to the target; the message is the end of its own log. */
export class RecoveryFailed extends Error {
  override name = 'RecoveryFailed'
  /** the log ended before the wanted moment: everything in it is older */
  get endedEarly(): boolean {
    return this.message.includes('recovery ended before configured recovery target was reached')
  }
}

async function ask<T>(socketDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: socketDir, port: meetingPort, user: superRole, database: databaseName })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// Only the name of the socket: no TCP port is opened while a database without passwords runs.
const meetingPort = 5432

// Archiving stays on without a command: the new time line's first segments wait for the server's next start.
function recoveryText({ cluster, target, logs }: Recovery, meeting: string, trust: string): string {
  const base = settingsText({ ...cluster, port: meetingPort, sharedBuffers: '64MB', maxConnections: 60 })
  const settings: [string, string][] = [
    ['listen_addresses', ''],
    ['unix_socket_directories', meeting],
    ['hba_file', trust],
    ['archive_command', ''],
    ['logging_collector', 'off'],
    ['hot_standby', 'off'],
    ['restore_command', restoreCommandOf(logs)],
    ['recovery_target_action', 'promote'],
    ...targetSettings(target),
  ]
  return base + settings.map(([key, value]) => `${key} = ${quoted(value)}\n`).join('')
}

function targetSettings(target: RecoveryTarget): [string, string][] {
  if (target.kind === 'point') {
    return [
      ['recovery_target_name', target.name],
      ['recovery_target_timeline', 'current'],
    ]
  }
  // no zone names: their table is not loaded when this setting is read
  const timeline: [string, string] = ['recovery_target_timeline', 'latest']
  return target.kind === 'end'
    ? [timeline]
    : [timeline, ['recovery_target_time', target.at.toISOString().replace('T', ' ').replace('Z', '+00')]]
}

/** Tries every folder in turn; `%` in a path must be doubled for PostgreSQL. */
export function restoreCommandOf(folders: readonly string[]): string {
  return folders
    .map((folder) => `'${folder.replaceAll("'", `'\\''`)}'`.replaceAll('%', '%%'))
    .map((at) => `{ test -f ${at}/%f.gz && gzip -dc ${at}/%f.gz > "%p"; } || { test -f ${at}/%f && cp ${at}/%f "%p"; }`)
    .join(' || ')
}

async function copyChecked(from: string, to: string, file: PackedFile) {
  refuseOther(file, await hashFile(from))
  await copyFile(from, to)
}

function makeFolder(cluster: Cluster, path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  giveTo(cluster.user, path)
}

function writeFor(cluster: Cluster, path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 })
  giveTo(cluster.user, path)
}
