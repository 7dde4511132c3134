import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { environment, root } from './places.mjs'

/** Runs a program to its end, passing signals on; resolves to its exit code (128 + n when a signal ended it). */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: environment(), ...options })
    const stopPassing = passSignals(child)
    const stopWatching = watchParent(child)
    child.once('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve(127)
    })
    child.once('exit', (code, signal) => {
      stopPassing()
      stopWatching()
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** Like `run`, but its output comes back instead of going to the terminal. */
export async function capture(program, args, options = {}) {
  const chunks = []
  const code = await new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const stopPassing = passSignals(child)
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.once('error', (error) => {
      chunks.push(Buffer.from(error.message))
      resolve(127)
    })
    child.once('close', (exit, signal) => {
      stopPassing()
      resolve(exit ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
  return { code, output: Buffer.concat(chunks).toString('utf8') }
}

// npm and the terminal may each deliver the same signal: it is passed on once a second at most.
function passSignals(child) {
  const last = new Map()
  const pass = (signal) => {
    const now = Date.now()
    if (now - (last.get(signal) ?? 0) < 1000) return
    last.set(signal, now)
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
  }
}

// npm killed hard (kill -9) leaves us orphaned with nobody to stop us: then the child is asked to end.
function watchParent(child) {
  if (!process.env.npm_lifecycle_event) return () => undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    child.kill('SIGTERM')
  }, 500)
  return () => clearInterval(timer)
}
