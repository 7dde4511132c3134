import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkDataDir, checkDisk, checkPort } from './start-checks.ts'
import { describeStartError, StartFault } from './start-fault.ts'

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'passes'
  } catch (error) {
    if (!(error instanceof StartFault)) throw error
    const { text, exitCode } = describeStartError(error)
    expect(exitCode).toBeGreaterThan(0)
    expect(text).toMatch(/处理办法：.+\n✗ .+\n {2}To mend it: .+/)
    return error.faults.map((fault) => fault.code).join()
  }
}

test('a port is refused while somebody listens on it, an address while it is not ours', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  expect(await codeOf(() => checkPort(port, '127.0.0.1'))).toBe('port_busy')
  await new Promise((resolve) => other.close(resolve))
  expect(await codeOf(() => checkPort(port, '127.0.0.1'))).toBe('passes')
  expect(await codeOf(() => checkPort(port, '203.0.113.1'))).toBe('port_forbidden')
})

test('a disk is refused when less is free than needed, also for a directory not made yet', async () => {
  expect(await codeOf(() => checkDisk(tmpdir(), 1))).toBe('passes')
  expect(await codeOf(() => checkDisk(join(tmpdir(), 'no', 'such'), Number.MAX_SAFE_INTEGER))).toBe('disk_full')
})

test('a data directory that cannot be made is refused', async () => {
  const base = mkdtempSync(join(tmpdir(), 'checks-'))
  onTestFinished(() => rmSync(base, { recursive: true }))
  expect(await codeOf(() => checkDataDir(join(base, 'a', 'b')))).toBe('passes')
  expect(existsSync(join(base, 'a', 'b'))).toBe(true)
  writeFileSync(join(base, 'file'), '')
  expect(await codeOf(() => checkDataDir(join(base, 'file', 'data')))).toBe('data_dir_unwritable')
})

test('any other error is shown as the program error it is', () => {
  expect(describeStartError(new Error('boom'))).toMatchObject({ exitCode: 1, text: expect.stringContaining('boom') })
})
