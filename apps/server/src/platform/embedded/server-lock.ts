import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from '../start-checks.ts'
import { StartFault } from '../start-fault.ts'
import { anotherServer } from '../start-faults.ts'

interface Holder {
  pid: number
  /** start time of the process in clock ticks since boot: a recycled process id is not mistaken for the holder */
  startTicks: string
  bootId: string
  since: string
  stopping?: boolean
}

export interface ServerLock {
  /** says that this server is on its way out: a start that comes now waits for it instead of giving up */
  markStopping(): void
  release(): void
}

const shortWait = 3_000
const longWait = 60_000

/** One server per data directory: refuses while another lives, waits for one that is stopping, replaces a dead one. */
export async function takeServerLock(dataDir: string, now: () => Date): Promise<ServerLock> {
  const path = join(dataDir, 'server.lock')
  const ticks = startTicks(process.pid)
  const self: Holder = { pid: process.pid, startTicks: ticks, bootId: bootId(), since: now().toISOString() }
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, JSON.stringify(self), { flush: true })
  const began = performance.now()
  try {
    for (;;) {
      if (tryLink(mine, path)) break
      const found = readText(path)
      const holder = parseHolder(found)
      if (!holder || !isAlive(holder)) setAside(path, found)
      else if (performance.now() - began > (holder.stopping ? longWait : shortWait)) {
        throw new StartFault(anotherServer(dataDir, holder.pid))
      } else await pause(50)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return { markStopping: () => rewrite(path, { ...self, stopping: true }), release: () => release(path, self) }
}

/** The process that holds the data directory now, or undefined. */
export function findLockHolder(dataDir: string): number | undefined {
  const holder = parseHolder(readText(join(dataDir, 'server.lock')))
  return holder && isAlive(holder) ? holder.pid : undefined
}

function rewrite(path: string, self: Holder): void {
  if (parseHolder(readText(path))?.pid !== self.pid) return
  writeFileSync(`${path}.part`, JSON.stringify(self))
  renameSync(`${path}.part`, path)
}

function release(path: string, self: Holder): void {
  const holder = parseHolder(readText(path))
  if (holder?.pid === self.pid && holder.startTicks === self.startTicks) rmSync(path, { force: true })
}

// link fails when the name exists: of two servers starting together exactly one gets it.
function tryLink(mine: string, path: string): boolean {
  try {
    linkSync(mine, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

// A rival may have replaced the dead lock between our look and our rename: then it is put back.
function setAside(path: string, seen: string): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  if (readText(aside) !== seen) tryLink(aside, path)
  rmSync(aside, { force: true })
}

function isAlive(holder: Holder): boolean {
  return holder.bootId === bootId() && startTicks(holder.pid) === holder.startTicks && holder.startTicks !== ''
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    // Half-written by a process that died (or absent): nobody holds it.
    return undefined
  }
}

function startTicks(pid: number): string {
  // Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so count from its closing bracket.
  const stat = readText(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id').trim()
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return ''
    throw error
  }
}
