import { accessSync, chmodSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { type Fault, StartFault } from './start-fault.ts'
import { dataDirUnwritable, diskFull, portBusy, portForbidden } from './start-faults.ts'

/** Issue 2, item 1: with less than 2 GB free nothing is begun. */
export const minimumFreeBytes = 2_000_000_000

/** Refuses when the disk that holds (or will hold) `dir` has less than `needed` bytes free. */
export function checkDisk(dir: string, needed = minimumFreeBytes): void {
  const { bavail, bsize } = statfsSync(nearestExisting(dir))
  const free = bavail * bsize
  if (free < needed) throw new StartFault(diskFull(dir, free, needed))
}

/** Makes the data directory when missing and refuses when it cannot be written. Private to its owner. */
export function checkDataDir(dir: string): void {
  try {
    const first = mkdirSync(dir, { recursive: true })
    if (first !== undefined) openParents(resolve(dir), first)
    accessSync(dir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartFault(dataDirUnwritable(dir, errorCode(error)), { cause: error })
  }
}

/** Refuses when nobody could listen on this port, before anything is made. Port 0 (any free one) always passes. */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer()
  const error = await new Promise<Error | undefined>((done) => {
    probe.once('error', done)
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(undefined)))
  })
  if (error) throw new StartFault(listenFault(error, port, host), { cause: error })
}

/** The fault for an error of `listen`. */
export function listenFault(error: unknown, port: number, host: string): Fault {
  const code = errorCode(error)
  return code === 'EADDRINUSE' ? portBusy(port, host) : portForbidden(port, host, code)
}

/** The system's name of an error (ENOENT, EACCES, ECONNREFUSED …), else its message. */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0])
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}

// Whatever the umask: started by root, the database's own user must get through the directories above.
function openParents(dir: string, first: string): void {
  chmodSync(dir, 0o700)
  for (let at = dirname(dir); at.length >= first.length; at = dirname(at)) chmodSync(at, 0o711)
}

function nearestExisting(dir: string): string {
  let at = resolve(dir)
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return at
}
