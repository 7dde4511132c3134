import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runDrill } from '../../apps/server/src/platform/backup/drill.ts'
import { listStamps, readManifest } from '../../apps/server/src/platform/backup/manifest.ts'
import { restore } from '../../apps/server/src/platform/backup/restore.ts'
import { findSource } from '../../apps/server/src/platform/backup/source.ts'
import { mirrorNow, takeBackup } from '../../apps/server/src/platform/backup/take-backup.ts'
import type { Config } from '../../apps/server/src/platform/config.ts'
import type { Embedded } from '../../apps/server/src/platform/embedded/embedded.ts'
import { findPostmaster } from '../../apps/server/src/platform/embedded/postmaster.ts'
import { StartFault } from '../../apps/server/src/platform/start-fault.ts'
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
  startDurable,
  withClient,
} from './ground.ts'

// bars.md R7, embedded: real cluster, fsync and archive on.
let base = ''
let config: Config
let running: Embedded | undefined

beforeEach(async () => {
  base = makeFolder()
  config = configOf(base)
  running = await startDurable(config)
  await addCentres(running.ownerUrl, [1, 2])
  await addRows(running.ownerUrl, 1, 1, 500)
  await addRows(running.ownerUrl, 2, 1, 200)
  addUpload(`${config.dataDir}/files`)
}, 60_000)

afterEach(async () => {
  await running?.stop()
  removeFolder(base)
}, 60_000)

const backUp = async () => {
  const source = findSource(config)
  if (!source) throw new Error('not running')
  return takeBackup({ places: config, source, now })
}
const stop = async () => {
  await running?.stop()
  running = undefined
}
const start = async () => {
  running = await startDurable(config)
  return running
}
const url = () => running?.superUrl ?? ''
const owner = () => running?.ownerUrl ?? ''
const parts = () => ({ config, now, log: quiet })

test('a backup, changes, then back to a moment between the changes: every row and file is as it was', async () => {
  await backUp()
  await addRows(owner(), 1, 1000, 100)
  const upload = addUpload(join(config.dataDir, 'files'))
  await mirrorNow(config, running?.walArchive ?? null)
  const expected = await rowHashes(url())
  await pause(50)
  const moment = new Date()
  await pause(50)
  await addRows(owner(), 2, 2000, 50)
  await withClient(url(), (client) => client.query("delete from platform.attachment where subject_kind = 'test'"))
  await stop()
  rmSync(join(config.dataDir, 'files'), { recursive: true })

  const done = await restore({ from: undefined, to: moment }, parts())
  await start()
  expect(await rowHashes(url())).toEqual(expected)
  expect(done.reached.getTime()).toBeLessThanOrEqual(moment.getTime())
  expect(existsSync(join(config.dataDir, 'files', upload))).toBe(true)
}, 120_000)

test('back to the latest loses nothing when the disk is intact, even after kill -9 of the database', async () => {
  await backUp()
  await addRows(owner(), 1, 1000, 300)
  const expected = await rowHashes(url())
  const postmaster = findPostmaster(running?.pgDir ?? '')
  process.kill(postmaster?.pid ?? 0, 'SIGKILL')
  while (findPostmaster(running?.pgDir ?? '')) await pause(20)
  await stop()
  const done = await restore({ from: undefined, to: undefined }, parts())
  expect(done.salvaged).toBeGreaterThan(0)
  await start()
  expect(await rowHashes(url())).toEqual(expected)

  // And once more from the same base backup: across the new time line, with what was written since.
  await addRows(owner(), 2, 5000, 20)
  const later = await rowHashes(url())
  await stop()
  await restore({ from: undefined, to: undefined }, parts())
  await start()
  expect(await rowHashes(url())).toEqual(later)
}, 180_000)

test('a named backup is restored as of its own moment, and the drill finds the same rows', async () => {
  const { stamp, tables } = await backUp()
  expect(tables.find(({ table }) => table === 'platform.file')?.rows).toBe('700')
  await addRows(owner(), 1, 1000, 300)
  const drill = await runDrill(config)
  expect(drill).toMatchObject({ stamp, ok: true, depth: 'rows', uploads: 1, faults: [] })
  await stop()
  await restore({ from: stamp, to: undefined }, parts())
  await start()
  expect(await rowHashes(url())).toEqual(tables)
}, 120_000)

test('negative control: a changed file in the backup is refused, the drill says so, the data stays', async () => {
  const { stamp, files } = await backUp()
  const largest = [...files].filter(({ path }) => path.startsWith('base/')).sort((a, b) => b.size - a.size)[0]
  const packed = join(config.backupDir, stamp, 'base', `${largest?.path}.zst`)
  const bytes = readFileSync(packed)
  bytes.writeUInt8((bytes.readUInt8(bytes.length >> 1) + 1) % 256, bytes.length >> 1)
  writeFileSync(packed, bytes)
  expect((await runDrill(config))?.ok).toBe(false)
  const expected = await rowHashes(url())
  await stop()
  await expect(restore({ from: undefined, to: undefined }, parts())).rejects.toThrow(/backup_damaged/)
  await start()
  expect(await rowHashes(url())).toEqual(expected)
  expect(readdirSync(config.dataDir).filter((name) => /restoring|restore-log|drill|before/.test(name))).toEqual([])
}, 120_000)

test('negative control: rows changed behind the back of the backup are found by the comparison', async () => {
  const { tables } = await backUp()
  await withClient(url(), (client) =>
    client.query("update platform.file set name = 'x' where centre_id = 1 and id = 7"),
  )
  expect(await rowHashes(url())).not.toEqual(tables)
}, 60_000)

test('a running server is not restored over, and a half-written backup is none', async () => {
  await backUp()
  const failed = await restore({ from: undefined, to: undefined }, parts()).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(StartFault)
  expect(String(failed)).toContain('another_server')
  const { stamp } = await backUp()
  rmSync(join(config.backupDir, stamp, 'manifest.json'))
  expect(listStamps(config.backupDir)).toHaveLength(1)
  const manifest = join(config.backupDir, listStamps(config.backupDir)[0] ?? '', 'manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('physical', 'phisical'))
  expect(() => readManifest(join(manifest, '..'))).toThrow(/sha256/)
}, 60_000)
