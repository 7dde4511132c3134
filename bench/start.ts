import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, conditions, type Figure, median, round } from './figure.ts'
import { residentMb, root, runUntilPage } from './process.ts'

const bar = { firstPageMs: 2000, residentMb: 220 }

/** P7: second `npm start` to the first page, embedded database and npm's own time included; memory of the idle server. */
export const start: Bench = async ({ quick }) => {
  const home = mkdtempSync(join(tmpdir(), 'xianghui-bench-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(home, 0o755)
  const port = 23_100
  const env = { PORT: String(port), DATA_DIR: join(home, 'data'), METRICS_PORT: 'off', LOG_LEVEL: 'warn' }
  const url = `http://127.0.0.1:${port}/`
  try {
    const first = await runUntilPage('npm', ['start', '--silent'], env, url)
    await first.stop()
    const times: number[] = []
    const memory: number[] = []
    for (let i = 0; i < (quick ? 3 : 7); i++) {
      const again = await runUntilPage('npm', ['start', '--silent'], env, url)
      times.push(again.firstPageMs)
      await new Promise((resolve) => setTimeout(resolve, quick ? 1500 : 5000))
      memory.push(residentMb(serverPid(again.child.pid ?? 0)))
      await again.stop()
    }
    const figure = (name: string, value: number, unit: string, against: number): Figure => ({
      bench: 'start',
      name,
      value: round(value, 0),
      unit,
      against: 'bar P7',
      againstValue: against,
      ratio: round(value / against),
      cpuMsServer: null,
      cpuMsDb: null,
      conditions: conditions(
        `npm start in ${root}, median of ${times.length}, range ${round(Math.min(...times), 0)}–${round(Math.max(...times), 0)} ms; first start ${round(first.firstPageMs, 0)} ms`,
      ),
    })
    return [
      figure('second start to first page', median(times), 'ms', bar.firstPageMs),
      figure('resident memory of the idle server', median(memory), 'MB', bar.residentMb),
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** The node 24 that runs main.ts, somewhere below npm. */
function serverPid(pid: number): number {
  const text = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8')
  if (text('cmdline').includes('apps/server/src/main.ts') && !text('cmdline').includes('start.mjs')) return pid
  for (const child of text(`task/${pid}/children`).trim().split(' ').filter(Boolean)) {
    const found = serverPid(Number(child))
    if (found) return found
  }
  return 0
}
