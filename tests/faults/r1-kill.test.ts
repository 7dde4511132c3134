import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findRunningEmbedded } from '../../apps/server/src/platform/embedded/embedded.ts'
import { createRandom, type Filed, fileApplications, findFaults, type StoredApplication } from './filing.ts'
import { makeFolder, removeFolder, withClient } from './ground.ts'
import { freePort, type ServerProcess, startServerProcess, untilReady } from './server-process.ts'

// bars.md R1: server or database killed at any moment while applications are filed. LONG=1: 20 seeds each, else 4 in all.
const seeds = process.env.LONG ? Array.from({ length: 20 }, (_, n) => n + 1) : [11, 12]
let base = ''
let dataDir = ''
let port = 0
let server: ServerProcess

beforeAll(async () => {
  base = makeFolder()
  dataDir = join(base, 'data')
  port = await freePort()
  server = await startServerProcess(dataDir, port)
}, 120_000)

afterEach(({ task }) => {
  // what the server said, where a seed failed
  if (task.result?.state === 'fail') writeFileSync(join(tmpdir(), 'r1-server.log'), server.output())
})

afterAll(async () => {
  await server.end('SIGTERM')
  removeFolder(base)
}, 60_000)

async function storedApplications(label: string): Promise<StoredApplication[]> {
  const running = findRunningEmbedded(dataDir)
  return withClient(running?.superUrl ?? '', async (client) => {
    const { rows } = await client.query<StoredApplication>(
      'select id::text, applicant_name as name from hall.application where applicant_name like $1',
      [`${label}-%`],
    )
    return rows
  })
}

const acknowledged = (filed: readonly Filed[]) => filed.filter(({ id }) => id !== undefined).length

async function expectWhole(label: string, filed: readonly Filed[], ms: number): Promise<void> {
  const stored = await storedApplications(label)
  console.log(`R1 ${label}: ${acknowledged(filed)} acknowledged, ${stored.length} stored, back after ${ms} ms`)
  expect(acknowledged(filed)).toBeGreaterThan(3)
  expect(findFaults(filed, stored)).toEqual([])
  expect(stored).toHaveLength(filed.length)
}

describe.each(seeds)('seed %i', (seed) => {
  test('kill -9 of the server loses and doubles nothing', async () => {
    const random = createRandom(seed)
    const filing = fileApplications(`${server.url}/api/public/applications`, `server${seed}`)
    await pause(300 + random() * 1200)
    await server.end('SIGKILL')
    const began = performance.now()
    server = await startServerProcess(dataDir, port)
    const back = Math.round(performance.now() - began)
    await pause(300)
    await filing.finish()
    await expectWhole(`server${seed}`, filing.filed, back)
  }, 120_000)

  test('kill -9 of the database loses and doubles nothing; the server brings it back by itself', async () => {
    const random = createRandom(seed + 1000)
    const filing = fileApplications(`${server.url}/api/public/applications`, `database${seed}`)
    await pause(300 + random() * 1200)
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await pause(50)
    const back = 50 + (await untilReady(server.url))
    await pause(300)
    await filing.finish()
    await expectWhole(`database${seed}`, filing.filed, back)
  }, 120_000)
})

test('negative control: a server that answers before it writes is found out', async () => {
  const owner = findRunningEmbedded(dataDir)?.superUrl ?? ''
  await withClient(owner, (client) => client.query('create table r1_control (id text, name text)'))
  const controlPort = await freePort()
  const args = [join(import.meta.dirname, 'early-answer.ts'), String(controlPort), owner]
  const control = spawn(join(import.meta.dirname, '../../node_modules/node/bin/node'), args, { stdio: 'inherit' })
  await untilReady(`http://127.0.0.1:${controlPort}`)
  const filing = fileApplications(`http://127.0.0.1:${controlPort}/`, 'control')
  await pause(500)
  control.kill('SIGKILL')
  await once(control, 'exit')
  const told = filing.filed.filter(({ id }) => id !== undefined)
  const stored = await withClient(owner, async (client) => {
    const { rows } = await client.query<StoredApplication>('select id, name from r1_control')
    await client.query('drop table r1_control')
    return rows
  })
  const faults = findFaults(told, stored)
  expect(faults.length).toBeGreaterThan(0)
  expect(
    findFaults(
      [],
      [
        { id: '1', name: 'a' },
        { id: '2', name: 'a' },
      ],
    ),
  ).toEqual(['2 times: a'])
  filing.finish().catch(() => undefined)
}, 60_000)
