import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from '../start-checks.ts'
import { type Cluster, lastLines } from './init-cluster.ts'
import { processOptions, runAs } from './run-as.ts'

/** What postmaster.pid says of a living process; PostgreSQL alone writes and removes that file. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** The living postmaster of this cluster, or undefined (no file, or its process is gone). */
export function findPostmaster(pgDir: string): Postmaster | undefined {
  const lines = readOrEmpty(join(pgDir, 'postmaster.pid')).split('\n')
  const pid = Number(lines[0])
  // A process id that another program has by now is no postmaster of ours.
  if (!pid || !readOrEmpty(`/proc/${pid}/cmdline`).includes(pgDir)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

export type Launch = { started: true } | { started: false; output: string }

/** Starts the postmaster as a daemon of its own session (it outlives us) and waits until it takes connections. */
export async function launchPostmaster(cluster: Cluster): Promise<Launch> {
  const logFile = join(cluster.logDir, 'start.log')
  const log = openSync(logFile, 'w', 0o640)
  const child = spawn(join(cluster.binaries.native, 'bin', 'postgres'), ['-D', cluster.pgDir], {
    ...processOptions(cluster.user),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = ''
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal}`))
  // Replaying the log after a crash may take long; as long as the process lives, it is waited for.
  while (ended === '') {
    const running = findPostmaster(cluster.pgDir)
    if (running?.ready && running.pid === child.pid) break
    await pause(5)
  }
  child.unref()
  return ended === '' ? { started: true } : { started: false, output: lastLines(`${readOrEmpty(logFile)}\n${ended}`) }
}

/** Stops the database and waits until it is down: sessions are cut, everything committed is on disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const program = join(cluster.binaries.native, 'bin', 'pg_ctl')
  for (const mode of ['fast', 'immediate']) {
    if (!findPostmaster(cluster.pgDir)) return
    const done = await runAs(cluster.user, program, ['stop', '-D', cluster.pgDir, '-m', mode, '-w', '-t', '60'])
    if (done.code === 0) return
  }
}

/** The wanted port when nobody listens on it, else a free one below the range the system hands out by itself. */
export async function choosePort(wanted: number): Promise<number> {
  for (let port = wanted || randomPort(); ; port = randomPort()) if (await isFree(port)) return port
}

function randomPort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(errorCode(error))) return ''
    throw error
  }
}
