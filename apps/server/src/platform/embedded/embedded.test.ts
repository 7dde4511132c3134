import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { StartFault } from '../start-fault.ts'
import { type Embedded, findRunningEmbedded, startEmbedded } from './embedded.ts'
import { closedAt } from './places.ts'
import { findPostmaster } from './postmaster.ts'

const log = { info: () => undefined, warn: () => undefined }
const isRoot = process.getuid?.() === 0
const script = join(import.meta.dirname, 'testing', 'hold.ts')
const running = new Set<Embedded>()

afterEach(async () => {
  for (const embedded of running) await embedded.stop()
  running.clear()
})

function makeDir(name = 'data'): string {
  const base = mkdtempSync(join(tmpdir(), 'embedded-'))
  chmodSync(base, 0o755)
  onTestFinished(() => rmSync(base, { recursive: true, force: true }))
  return join(base, name)
}

async function start(dataDir: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log, now: () => new Date(), durable: false })
  running.add(embedded)
  return embedded
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query({ text: sql, rowMode: 'array' })
    return result.rows?.flat() ?? []
  } finally {
    await client.end()
  }
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof StartFault ? error.faults.map((fault) => fault.code).join() : `not a StartFault: ${error}`
}

/** Starts hold.ts in a process of its own, so that it can be killed as a server would be. */
async function startElsewhere(dataDir: string, as: { uid?: number; gid?: number } = {}, mode = 'quick') {
  const child = spawn(process.execPath, [script, dataDir, mode], { stdio: ['ignore', 'pipe', 'pipe'], ...as })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])
  if (typeof line !== 'string') throw new Error(said.join(''))
  return { child, embedded: JSON.parse(line) as Embedded & { uid: number } }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

test('makes a cluster in a path with blanks and Chinese, with roles that own nothing they should not, and stops', async () => {
  const dataDir = makeDir("乡 汇's 数据")
  const first = await start(dataDir)
  expect(first.adopted).toBe(false)
  const facts = `select current_user, current_setting('data_checksums'), datlocprovider, datcollate || datlocale,
    pg_get_userbyid(datdba), (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user)
    from pg_database where datname = current_database()`
  expect(await ask(first.appUrl, facts)).toEqual(['xianghui_app', 'on', 'b', 'CC.UTF-8', 'xianghui_owner', false])
  await ask(first.ownerUrl, 'create schema s; create table s.t (id int); insert into s.t values (7)')
  await expect(ask(first.appUrl, 'create schema mine')).rejects.toThrow('permission denied')
  await expect(ask(first.appUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  expect(statSync(join(dataDir, 'secret', 'embedded.json')).mode & 0o777).toBe(0o600)
  await first.stop()
  expect(findPostmaster(first.pgDir)).toBeUndefined()
  const second = await start(dataDir)
  expect(second.port).toBe(first.port)
  expect(await ask(second.ownerUrl, 'select id from s.t')).toEqual([7])
})

test('a second server on the same directory is refused, one on another runs beside it', async () => {
  const dataDir = makeDir()
  const { child, embedded } = await startElsewhere(dataDir)
  expect(await faultOf(start(dataDir))).toBe('another_server')
  const beside = await start(makeDir())
  expect(beside.port).not.toBe(embedded.port)
  expect(await ask(embedded.appUrl, 'select 1')).toEqual([1])
  await end(child, 'SIGTERM')
  expect(findPostmaster(embedded.pgDir)).toBeUndefined()
  expect(findRunningEmbedded(dataDir)).toBeUndefined()
})

test('after kill -9 of the server the next start takes the running database over and cuts the dead sessions', async () => {
  const dataDir = makeDir()
  const { child, embedded } = await startElsewhere(dataDir)
  const left = new pg.Client({ connectionString: embedded.ownerUrl })
  const lost = new Promise((resolve) => left.on('error', resolve))
  await left.connect()
  await end(child, 'SIGKILL')
  expect(findRunningEmbedded(dataDir)?.port).toBe(embedded.port)
  const next = await start(dataDir)
  expect(next).toMatchObject({ adopted: true, port: embedded.port, ownerUrl: embedded.ownerUrl })
  await lost
  await next.stop()
  expect(findPostmaster(embedded.pgDir)).toBeUndefined()
})

test('after kill -9 of server and postmaster the next start recovers what was committed', async () => {
  const dataDir = makeDir()
  const { child, embedded } = await startElsewhere(dataDir, {}, 'durable')
  await ask(embedded.ownerUrl, 'create table t (id int); insert into t values (1)')
  process.kill(findPostmaster(embedded.pgDir)?.pid ?? 0, 'SIGKILL')
  await end(child, 'SIGKILL')
  const next = await start(dataDir)
  expect(next.adopted).toBe(false)
  expect(await ask(next.ownerUrl, 'select id from t')).toEqual([1])
})

test('every finished WAL segment reaches the archive', async () => {
  const dataDir = makeDir('with blank')
  const { child, embedded } = await startElsewhere(dataDir, {}, 'durable')
  const [segment] = await ask(embedded.superUrl, 'select pg_walfile_name(pg_switch_wal())')
  const archiver = 'select last_archived_wal, failed_count::int from pg_stat_archiver'
  while ((await ask(embedded.ownerUrl, archiver))[0] !== segment) await pause(50)
  expect(await ask(embedded.ownerUrl, archiver)).toEqual([segment, 0])
  expect(readdirSync(embedded.walArchive)).toContain(`${segment}.gz`)
  await end(child, 'SIGTERM')
})

test('an initdb that was killed leaves nothing behind that the next start trips over', async () => {
  const dataDir = makeDir()
  const child = spawn(process.execPath, [script, dataDir, 'quick'], { stdio: 'ignore', detached: true })
  const halfMade = () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres.making-'))
  while (!halfMade()) await pause(2)
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await once(child, 'exit')
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  expect(await ask((await start(dataDir)).appUrl, 'select 1')).toEqual([1])
  expect(readdirSync(dataDir).filter((name) => name.includes('making'))).toEqual([])
})

test('a remembered port that another program took is replaced', async () => {
  const dataDir = makeDir()
  const first = await start(dataDir)
  await first.stop()
  const thief = createServer().listen(first.port, '127.0.0.1')
  onTestFinished(() => void thief.close())
  await once(thief, 'listening')
  const second = await start(dataDir)
  expect(second.port).not.toBe(first.port)
  expect(await ask(second.appUrl, 'select 1')).toEqual([1])
})

test('lost secrets are made anew for whoever owns the files', async () => {
  const dataDir = makeDir()
  const first = await start(dataDir)
  await ask(first.ownerUrl, 'create table t (id int); insert into t values (3)')
  await first.stop()
  rmSync(join(dataDir, 'secret'), { recursive: true })
  const second = await start(dataDir)
  expect(second.ownerUrl).not.toBe(first.ownerUrl)
  expect(await ask(second.ownerUrl, 'select id from t')).toEqual([3])
})

test('a directory that is no cluster, or one of another PostgreSQL, is refused and left alone', async () => {
  const dataDir = makeDir()
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), 'keep')
  expect(await faultOf(start(dataDir))).toBe('cluster_foreign')
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  expect(await faultOf(start(dataDir))).toBe('cluster_foreign')
  expect(existsSync(join(dataDir, 'postgres', 'letter.txt'))).toBe(true)
})

test.runIf(isRoot)('root gets a clear message when the database user cannot reach DATA_DIR', async () => {
  const dataDir = makeDir('closed/data')
  mkdirSync(join(dataDir, '..'), { mode: 0o700 })
  expect(await faultOf(start(dataDir))).toBe('data_dir_unreachable')
  expect(existsSync(dataDir), 'nothing half made').toBe(false)
})

// Node and the program must be reachable by that user; under /root they are not, and the product then refuses too.
const nobody = { uid: 65_534, gid: 65_534 }
test.runIf(isRoot && closedAt(import.meta.dirname, nobody) === undefined)(
  'an ordinary user runs it as himself',
  async () => {
    const dataDir = makeDir()
    mkdirSync(dataDir)
    chownSync(dataDir, nobody.uid, nobody.gid)
    const { child, embedded } = await startElsewhere(dataDir, nobody)
    expect(embedded.uid).toBe(nobody.uid)
    expect(statSync(embedded.pgDir).uid).toBe(nobody.uid)
    expect(await ask(embedded.appUrl, 'select current_user')).toEqual(['xianghui_app'])
    await end(child, 'SIGTERM')
    const byRoot = await start(dataDir)
    expect(await ask(byRoot.appUrl, 'select 1')).toEqual([1])
    expect(statSync(byRoot.pgDir).uid, 'root leaves the owner as it was').toBe(nobody.uid)
  },
)
