import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')
const node = join(root, 'node_modules/node/bin/node')

export interface ServerProcess {
  url: string
  child: ChildProcess
  output(): string
  /** ms until /readyz said yes */
  readyAfter: number
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** The real program in a process of its own, ready to answer. */
export async function startServerProcess(
  dataDir: string,
  port: number,
  env: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const server = spawnServer(dataDir, port, env)
  const began = performance.now()
  await untilReady(server.url, () => server.child.exitCode !== null && server.output())
  const readyAfter = Math.round(performance.now() - began)
  // The site answers a moment before the start is over; a database lost in that moment ends the start.
  while (!server.output().includes('Xianghui is running') && server.child.exitCode === null) await pause(25)
  return { ...server, readyAfter }
}

export function spawnServer(dataDir: string, port: number, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(node, [join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      METRICS_PORT: 'off',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
      TRUST_PROXY: 'true',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    child.kill(signal)
    await once(child, 'exit')
    return child.exitCode
  }
  return { url: `http://127.0.0.1:${port}`, child, output: () => text, end }
}

/** Waits until the database answers behind the server; returns ms. */
export async function untilReady(url: string, hasFailed: () => string | false = () => false): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < 60_000) {
    const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return Math.round(performance.now() - began)
    const failed = hasFailed()
    if (failed !== false) throw new Error(`the server ended: ${failed}`)
    await pause(25)
  }
  throw new Error('not ready within a minute')
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
