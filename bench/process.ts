import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface Running {
  child: ChildProcess
  /** milliseconds from spawn to the first page answered with 200 */
  firstPageMs: number
  output(): string
  stop(): Promise<void>
}

/** Starts a program and waits until `url` answers 200. */
export async function runUntilPage(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  url: string,
): Promise<Running> {
  const began = performance.now()
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  child.stderr?.on('data', (chunk) => {
    text += chunk
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`ended before its first page:\n${text}`)
    if (performance.now() - began > 300_000) throw new Error(`no page after 300 s:\n${text}`)
    if (await answers(url)) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const firstPageMs = performance.now() - began
  const stop = async () => {
    if (child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { child, firstPageMs, output: () => text, stop }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.status === 200,
    () => false,
  )
}

/** Resident memory of a process in MB, as Linux counts it. */
export function residentMb(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}

/** CPU milliseconds a process has used so far (its own threads, no children). */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** CPU milliseconds of every process below (and with) a postmaster. */
export function cpuMsOfTree(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return cpuMs(pid) + children.reduce((sum, child) => sum + cpuMsIfAlive(Number(child)), 0)
}

function cpuMsIfAlive(pid: number): number {
  try {
    return cpuMs(pid)
  } catch {
    return 0
  }
}
