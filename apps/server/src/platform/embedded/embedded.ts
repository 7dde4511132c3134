import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import { checkDataDir } from '../start-checks.ts'
import { StartFault } from '../start-fault.ts'
import { dataDirUnreachable, embeddedFailed } from '../start-faults.ts'
import { adoptRunning } from './adopt.ts'
import { type Cluster, giveTo, initCluster, makeDirFor } from './init-cluster.ts'
import { keepPostmasterAlive } from './keep-alive.ts'
import { resetPasswords } from './passwords.ts'
import { binariesFor, closedAt, findBinaries } from './places.ts'
import { choosePort, findPostmaster, launchPostmaster, stopPostmaster } from './postmaster.ts'
import { ensureRoles } from './roles.ts'
import {
  appRole,
  makeSecrets,
  ownerRole,
  readSecrets,
  type Secrets,
  superRole,
  urlOf,
  writeSecrets,
} from './secrets.ts'
import { takeServerLock } from './server-lock.ts'
import { settingsText } from './settings.ts'
import { ensureDatabaseUser, type SystemUser } from './system-user.ts'

export interface EmbeddedOptions {
  dataDir: string
  log: Pick<Logger, 'info' | 'warn'>
  now: () => Date
  /** false only in tests: no fsync, no WAL archive, log on one file */
  durable?: boolean
  sharedBuffers?: string
  maxConnections?: number
}

export interface EmbeddedUrls {
  /** owns database and schemas, no superuser: migrations */
  ownerUrl: string
  /** the application: owns nothing, row-level security applies */
  appUrl: string
  /** base backups and tests only */
  superUrl: string
  port: number
  /** PGDATA */
  pgDir: string
  walArchive: string
}

export interface Embedded extends EmbeddedUrls {
  /** true when a database left running by a killed server was taken over */
  adopted: boolean
  /** call when draining begins: a next start then waits for this one instead of refusing */
  markStopping(): void
  /** starts the database again whenever it dies; returns how to give that up, to be called before `stop` */
  keepAlive(): () => Promise<void>
  /** fast shutdown, everything committed is on disk; may be called again */
  stop(): Promise<void>
}

const patience = 30_000

/** Brings up the embedded PostgreSQL of this data directory, making or recovering it as needed; one server a directory. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const user = chooseUser(placesIn(resolve(options.dataDir)).pgDir)
  // before anything is made
  if (user) refuseUnreachable(dirname(resolve(options.dataDir)), options.dataDir, user)
  checkDataDir(options.dataDir)
  const dataDir = realpathSync(resolve(options.dataDir))
  const lock = await takeServerLock(dataDir, options.now)
  try {
    const cluster = prepare(dataDir, user, options)
    const { secrets, adopted } = await bringUp(cluster, options)
    await ensureRoles(cluster, secrets)
    const stop = async () => {
      lock.markStopping()
      await stopPostmaster(cluster)
      lock.release()
    }
    const keepAlive = () => keepPostmasterAlive(cluster, options.log)
    return { ...urlsOf(cluster, secrets), adopted, markStopping: lock.markStopping, keepAlive, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The cluster of a data directory, started or not, with its folders made: for restore and its drill. */
export function openCluster(dataDir: string): Cluster {
  const user = chooseUser(placesIn(resolve(dataDir)).pgDir)
  if (user) refuseUnreachable(dirname(resolve(dataDir)), dataDir, user)
  checkDataDir(dataDir)
  return prepare(realpathSync(resolve(dataDir)), user, { durable: true })
}

/** Connection strings of a data directory whose embedded database is running now (for backup and other commands). */
export function findRunningEmbedded(dataDir: string): EmbeddedUrls | undefined {
  if (!existsSync(dataDir)) return undefined
  const places = placesIn(realpathSync(resolve(dataDir)))
  const running = findPostmaster(places.pgDir)
  const secrets = readSecrets(dataDir)
  return running?.ready && secrets ? urlsOf(places, { ...secrets, port: running.port }) : undefined
}

function placesIn(dataDir: string) {
  return {
    dataDir,
    pgDir: join(dataDir, 'postgres'),
    walArchive: join(dataDir, 'backup', 'wal'),
    logDir: join(dataDir, 'log', 'postgres'),
  }
}

function urlsOf(places: { pgDir: string; walArchive: string }, secrets: Secrets): EmbeddedUrls {
  return {
    ownerUrl: urlOf(secrets, ownerRole),
    appUrl: urlOf(secrets, appRole),
    superUrl: urlOf(secrets, superRole),
    port: secrets.port,
    pgDir: places.pgDir,
    walArchive: places.walArchive,
  }
}

function prepare(dataDir: string, user: SystemUser | null, options: Pick<EmbeddedOptions, 'durable'>): Cluster {
  const places = placesIn(dataDir)
  const installed = findBinaries()
  if (user) {
    openToGroup(dataDir, user)
    refuseUnreachable(dataDir, dataDir, user)
    for (const parent of ['backup', 'log']) makeDirFor(user, join(dataDir, parent))
  }
  for (const dir of [places.walArchive, places.logDir]) makeDirFor(user, dir)
  if (user && existsSync(places.pgDir) && statSync(places.pgDir).uid !== user.uid) giveTree(user, places.pgDir)
  return {
    ...places,
    user,
    binaries: user ? binariesFor(installed, user) : installed,
    durable: options.durable ?? true,
  }
}

function refuseUnreachable(path: string, dataDir: string, user: SystemUser): void {
  const closed = closedAt(path, user)
  if (closed !== undefined) throw new StartFault(dataDirUnreachable(dataDir, closed, user.name))
}

// Only root and the database's own group may enter the data directory.
function openToGroup(dataDir: string, user: SystemUser): void {
  const { uid, mode } = statSync(dataDir)
  if (uid !== 0 || closedAt(dataDir, user) !== dataDir) return
  chownSync(dataDir, 0, user.gid)
  chmodSync(dataDir, (mode & 0o777) | 0o010)
}

// Root runs an existing cluster as whoever owns it, so that a later start by that person still works.
function chooseUser(pgDir: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(pgDir) ? statSync(pgDir) : undefined
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  return ensureDatabaseUser()
}

function giveTree(user: SystemUser, path: string): void {
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, user.uid, user.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTree(user, join(path, name))
}

async function bringUp(cluster: Cluster, options: EmbeddedOptions): Promise<{ secrets: Secrets; adopted: boolean }> {
  const stored = readSecrets(cluster.dataDir)
  let secrets = stored ?? makeSecrets()
  if (!stored && existsSync(cluster.pgDir)) {
    await stopPostmaster(cluster)
    await resetPasswords(cluster, secrets)
  }
  writeSecrets(cluster.dataDir, secrets)
  await initCluster(cluster, secrets)
  const deadline = performance.now() + patience
  let wantedPort = secrets.port
  for (;;) {
    if (await adoptRunning(cluster, secrets, confText(cluster, options, secrets.port), options.log)) {
      return { secrets, adopted: true }
    }
    secrets = { ...secrets, port: await choosePort(wantedPort) }
    writeSecrets(cluster.dataDir, secrets)
    writeConf(cluster, confText(cluster, options, secrets.port))
    const launched = await launchPostmaster(cluster)
    if (launched.started) return { secrets, adopted: false }
    options.log.warn({ output: launched.output }, 'embedded database did not start, trying again')
    if (performance.now() > deadline) {
      throw new StartFault(embeddedFailed('postgres', join(cluster.logDir, 'start.log'), launched.output))
    }
    if (/could not bind|Address already in use/.test(launched.output)) wantedPort = 0
    await pause(300)
  }
}

function confText(cluster: Cluster, options: EmbeddedOptions, port: number): string {
  const { sharedBuffers = '128MB', maxConnections = 60 } = options
  return settingsText({ ...cluster, port, sharedBuffers, maxConnections })
}

function writeConf(cluster: Cluster, text: string): void {
  const path = join(cluster.pgDir, 'xianghui.conf')
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  writeFileSync(`${path}.part`, text, { mode: 0o600 })
  giveTo(cluster.user, `${path}.part`)
  renameSync(`${path}.part`, path)
}
