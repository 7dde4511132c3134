import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '../../apps/server/src/platform/embedded/embedded.ts'
import { findPostmaster } from '../../apps/server/src/platform/embedded/postmaster.ts'
import { configOf, makeFolder, now, quiet, removeFolder, withClient } from './ground.ts'
import { freePort, type ServerProcess, spawnServer, startServerProcess, untilReady } from './server-process.ts'

// bars.md R2 on an external database that we can take away: a second cluster, used by DATABASE_URL.
let base = ''
let database: Embedded
let server: ServerProcess
let port = 0
const env = () => ({ DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl })

beforeAll(async () => {
  base = makeFolder()
  database = await startEmbedded({ dataDir: `${base}/database`, log: quiet, now })
  port = await freePort()
  server = await startServerProcess(configOf(base).dataDir, port, env())
}, 120_000)

afterAll(async () => {
  await server.end('SIGTERM')
  await database.stop()
  removeFolder(base)
}, 60_000)

test('without its database the server answers 503 with Retry-After of at most 2 s, and recovers alone', async () => {
  const pid = findPostmaster(database.pgDir)?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  while (findPostmaster(database.pgDir)) await pause(20)
  for (const path of ['/api/public/services', '/readyz']) {
    const began = performance.now()
    const response = await fetch(`${server.url}${path}`)
    console.log(`R2 ${path}: ${response.status} after ${Math.round(performance.now() - began)} ms`)
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(2)
  }
  expect((await fetch(`${server.url}/livez`)).status).toBe(200)
  const giveUp = database.keepAlive()
  console.log(`R2 recovered after ${await untilReady(server.url)} ms`)
  await giveUp()
  expect((await fetch(`${server.url}/api/public/services`)).status).toBe(200)
}, 90_000)

test('the job of a worker that died is taken over', async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query(
      'select graphile_worker.add_job(\'deliver\', \'{"centreId":"1","eventId":"7"}\'::json, \'r2:queue\', now() + interval \'1 hour\')',
    )
    // as a killed worker leaves it: taken, and nobody alive says so
    await client.query(
      "update graphile_worker._private_jobs set run_at = now(), attempts = 1, locked_by = 'worker-dead', locked_at = now() - interval '11 s' where payload::text like '%\"7\"%'",
    )
    await client.query(
      "update graphile_worker._private_job_queues set locked_by = 'worker-dead', locked_at = now() - interval '11 s' where queue_name = 'r2:queue'",
    )
    const left = async () =>
      (await client.query('select 1 from graphile_worker._private_jobs where payload::text like \'%"7"%\'')).rowCount
    expect(await left()).toBe(1)
    for (let waited = 0; waited < 40_000 && (await left()) !== 0; waited += 250) await pause(250)
    expect(await left()).toBe(0)
  })
}, 60_000)

test('a database newer than the program is refused with the mend, and nothing is changed', async () => {
  await withClient(database.ownerUrl, (client) =>
    client.query("insert into xianghui.migration (version, name, checksum, applied_at) values (9999, 'x', 'x', now())"),
  )
  const second = spawnServer(`${base}/second`, await freePort(), env())
  const code = await new Promise((resolve) => second.child.once('exit', resolve))
  expect(code).not.toBe(0)
  expect(second.output()).toContain('数据库比程序新')
  expect(second.output()).toContain('The database is newer than the program')
  await withClient(database.ownerUrl, (client) => client.query('delete from xianghui.migration where version = 9999'))
}, 60_000)
