import {
  chownSync,
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
import { StartFault } from '../start-fault.ts'
import { clusterForeign, embeddedFailed } from '../start-faults.ts'
import type { Binaries } from './places.ts'
import { runAs } from './run-as.ts'
import { type Secrets, superRole } from './secrets.ts'
import type { SystemUser } from './system-user.ts'

/** What every step on one cluster needs to know. */
export interface Cluster {
  dataDir: string
  /** PGDATA */
  pgDir: string
  walArchive: string
  logDir: string
  binaries: Binaries
  /** null: the database runs as ourselves */
  user: SystemUser | null
  durable: boolean
}

const makingPrefix = 'postgres.making-'

/** Makes the cluster when there is none: into a directory of another name, renamed when whole, so never half made. */
export async function initCluster(cluster: Cluster, secrets: Secrets): Promise<void> {
  removeHalfMade(cluster.dataDir)
  if (existsSync(cluster.pgDir)) return refuseForeign(cluster)
  const making = mkdtempSync(join(cluster.dataDir, makingPrefix))
  const passwordFile = `${making}.password`
  writeFileSync(passwordFile, secrets.superPassword, { mode: 0o600 })
  for (const path of [making, passwordFile]) giveTo(cluster.user, path)
  const made = await runAs(cluster.user, join(cluster.binaries.native, 'bin', 'initdb'), [
    ...['-D', making, '-U', superRole, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    ...(cluster.durable ? [] : ['--no-sync']),
  ])
  rmSync(passwordFile, { force: true })
  if (made.code !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new StartFault(embeddedFailed('initdb', cluster.logDir, lastLines(made.output)))
  }
  const conf = join(making, 'postgresql.conf')
  writeFileSync(conf, `${readFileSync(conf, 'utf8')}\ninclude 'xianghui.conf'\n`, { flush: cluster.durable })
  renameSync(making, cluster.pgDir)
}

/** Removes what an initdb that was killed left behind; safe under the server lock only. */
function removeHalfMade(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(makingPrefix)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

function refuseForeign(cluster: Cluster): void {
  const versionFile = join(cluster.pgDir, 'PG_VERSION')
  if (!existsSync(versionFile)) throw new StartFault(clusterForeign(cluster.pgDir, 'no PG_VERSION'))
  const made = readFileSync(versionFile, 'utf8').trim()
  const ours = cluster.binaries.version.split('.')[0]
  if (made !== ours) throw new StartFault(clusterForeign(cluster.pgDir, `PostgreSQL ${made} ≠ ${ours}`))
}

/** Makes a directory that the database's user owns and nobody else reads. */
export function makeDirFor(user: SystemUser | null, path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  giveTo(user, path)
}

/** Hands a file or directory (not what is in it) to the database's user. */
export function giveTo(user: SystemUser | null, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** The end of a log, enough to see why something failed. */
export function lastLines(text: string, count = 8): string {
  return text.trim().split('\n').slice(-count).join('\n')
}
