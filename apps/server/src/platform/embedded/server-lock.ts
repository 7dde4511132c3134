import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../start-checks.ts'
import { StartFault } from '../start-fault.ts'
import { anotherServer } from '../start-faults.ts'

interface Holder {
  pid: number
  /** start time of the process in clock ticks since boot: a recycled process id is not mistaken for the holder */
  startTicks: string
  bootId: string
  since: string
}

/** One server per data directory. Refuses while another lives; a dead one's lock is taken over. Returns the release. */
export function takeServerLock(dataDir: string, now: () => Date): () => void {
  const path = join(dataDir, 'server.lock')
  const mine = `${path}.${process.pid}`
  const self: Holder = {
    pid: process.pid,
    startTicks: startTicks(process.pid),
    bootId: bootId(),
    since: now().toISOString(),
  }
  writeFileSync(mine, JSON.stringify(self), { flush: true })
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(mine, path)) return () => release(path, self)
      const found = readText(path)
      const holder = parseHolder(found)
      if (holder && isAlive(holder)) throw new StartFault(anotherServer(dataDir, holder.pid))
      setAside(path, found)
    }
    throw new StartFault(anotherServer(dataDir, parseHolder(readText(path))?.pid ?? 0))
  } finally {
    rmSync(mine, { force: true })
  }
}

/** The process that holds the data directory now, or undefined. */
export function findLockHolder(dataDir: string): number | undefined {
  const holder = parseHolder(readText(join(dataDir, 'server.lock')))
  return holder && isAlive(holder) ? holder.pid : undefined
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
