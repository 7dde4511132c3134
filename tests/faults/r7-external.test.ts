import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runDrill } from '../../apps/server/src/platform/backup/drill.ts'
import { restore } from '../../apps/server/src/platform/backup/restore.ts'
import { orderByKeys } from '../../apps/server/src/platform/backup/restore-logical.ts'
import { findSource } from '../../apps/server/src/platform/backup/source.ts'
import { takeBackup } from '../../apps/server/src/platform/backup/take-backup.ts'
import type { Config } from '../../apps/server/src/platform/config.ts'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../apps/server/src/testing/database.ts'
import {
  addCentres,
  addRows,
  addUpload,
  configOf,
  makeFolder,
  now,
  quiet,
  removeFolder,
  rowHashes,
  withClient,
} from './ground.ts'

// bars.md R7, external: a copy as the owner who is no superuser, so that forced row-level security binds it.
let base = ''
let from: TestDatabase
let to: TestDatabase
let source: Config
let target: Config

beforeEach(async () => {
  base = makeFolder()
  from = await createTestDatabase()
  to = await createEmptyDatabase()
  source = configOf(base, { DATABASE_URL: from.ownerUrl, DATABASE_APP_URL: from.appUrl })
  target = configOf(base, { DATABASE_URL: to.ownerUrl, DATABASE_APP_URL: to.appUrl })
  await addCentres(from.ownerUrl, [1, 2, 9])
  await addRows(from.ownerUrl, 1, 1, 300)
  await addRows(from.ownerUrl, 2, 1, 100)
})

afterEach(async () => {
  await from.drop()
  await to.drop()
  removeFolder(base)
})

const backUp = () => {
  const found = findSource(source)
  if (!found) throw new Error('no source')
  return takeBackup({ places: source, source: found, now })
}
const parts = () => ({ config: target, now, log: quiet })

test('every row of every centre, counters, sequences, waiting jobs and files come back in an empty database', async () => {
  const upload = addUpload(join(source.dataDir, 'files'))
  await withClient(from.ownerUrl, async (client) => {
    await client.query("select nextval('platform.node') from generate_series(1, 5)")
    await client.query("select graphile_worker.add_job('deliver', '{\"eventId\":\"7\"}'::json, 'q:1')")
  })
  const { tables } = await backUp()
  const expected = await rowHashes(from.superUrl)
  expect(tables).toEqual(expected)
  expect(tables.find(({ table }) => table === 'platform.attachment')?.rows).toBe('400')
  rmSync(join(source.dataDir, 'files'), { recursive: true })

  const done = await restore({ from: undefined, to: undefined }, parts())
  expect(await rowHashes(to.superUrl)).toEqual(expected)
  expect(done.uploads).toBe(1)
  expect(readFileSync(join(source.dataDir, 'files', upload))).toHaveLength(5000)
  await withClient(to.ownerUrl, async (client) => {
    const jobs = await client.query(
      'select t.identifier, payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id',
    )
    expect(jobs.rows).toEqual([{ identifier: 'deliver', payload: { eventId: '7' } }])
    const node = await client.query("select nextval('platform.node')::int as n")
    expect(node.rows).toEqual([{ n: 5 }])
  })
})

test('row-level security is forced again after the restore', async () => {
  await backUp()
  await restore({ from: undefined, to: undefined }, parts())
  const open = await withClient(to.ownerUrl, (client) => client.query('select count(*)::int as n from platform.file'))
  expect(open.rows).toEqual([{ n: 0 }])
  await withClient(to.superUrl, async (client) => {
    const { rows } = await client.query(
      'select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace::regnamespace::text = $1',
      ['platform'],
    )
    expect(rows).toEqual([])
  })
})

test('a database that holds something is not written over', async () => {
  await backUp()
  await restore({ from: undefined, to: undefined }, parts())
  await expect(restore({ from: undefined, to: undefined }, parts())).rejects.toThrow(/database_not_empty/)
})

test('negative control: a changed file is refused by its hash and nothing is written', async () => {
  const { stamp, files } = await backUp()
  expect(await runDrill(source)).toMatchObject({ stamp, ok: true, depth: 'files' })
  const largest = [...files].sort((a, b) => b.size - a.size)[0]
  const path = join(source.backupDir, stamp, `${largest?.path}.zst`)
  const bytes = readFileSync(path)
  bytes.writeUInt8((bytes.readUInt8(bytes.length >> 1) + 1) % 256, bytes.length >> 1)
  writeFileSync(path, bytes)
  expect((await runDrill(source))?.ok).toBe(false)
  await expect(restore({ from: undefined, to: undefined }, parts())).rejects.toThrow(/backup_damaged/)
  const left = await withClient(to.ownerUrl, (client) =>
    client.query("select 1 from pg_namespace where nspname = 'platform'"),
  )
  expect(left.rowCount).toBe(0)
})

test('tables are filled after those they refer to', () => {
  const keys = [
    { from: 'c', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'a', to: 'a' },
  ]
  expect(orderByKeys(['c', 'b', 'a', 'd'], keys)).toEqual(['a', 'd', 'b', 'c'])
  expect(() =>
    orderByKeys(
      ['a', 'b'],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    ),
  ).toThrow(/circle/)
})
