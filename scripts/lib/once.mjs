import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { at } from './places.mjs'
import { say } from './say.mjs'

/** Runs `work` unless `isDone`; a second start of the same clone waits for the first one instead of working beside it. */
export async function once(name, isDone, work) {
  if (isDone()) return
  const lock = at('.cache', `${name}.lock`)
  mkdirSync(at('.cache'), { recursive: true })
  let waited = false
  while (!take(lock)) {
    if (!waited)
      say(`另一个进程正在进行同一步骤（${name}），等它完成……`, `Another process does this step (${name}), waiting …`)
    waited = true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    if (!isDone()) await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isAlive(Number(readOrEmpty(lock)))) rmSync(lock, { force: true })
  return false
}

function isAlive(pid) {
  // An empty file is a lock being written this instant, or one whose writer died: the next look decides.
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // gone between the two looks
    return ''
  }
}
