import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { freemem } from 'node:os'
import { dirname, join } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import { businessDate } from '@xianghui/kit/calendar'
import { listStamps } from '../../platform/backup/manifest.ts'
import { instantOfStamp } from '../../platform/backup/stamp.ts'
import { programMigrations } from '../../platform/migrate.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import type { HealthFacts } from './health.facts.ts'
import { findHealth, readDatabase, readHolidayYears, readOutgoing, readQueue, readUnsealed } from './health.queries.ts'

export type HealthDeps = Pick<ModuleDeps, 'db' | 'config' | 'now'>

/** Looks at everything once; nothing is cached, the page asks again by itself. */
export async function gatherHealth(deps: HealthDeps, centreId: string): Promise<HealthFacts> {
  const { config } = deps
  const began = performance.now()
  const wall = deps.now().getTime()
  const read = await deps.db.inCentre(centreId, async (tx) => ({
    database: await readDatabase(tx),
    answerMs: Math.round(performance.now() - began),
    queue: await readQueue(tx),
    unsealed: await readUnsealed(tx),
    holidays: await readHolidayYears(tx, Number(businessDate(tx.now).slice(0, 4))),
    outgoing: await readOutgoing(tx),
    backup: await findHealth(tx, 'backup'),
    drill: await findHealth(tx, 'drill'),
    chain: await findHealth(tx, `chain:${centreId}`),
    now: tx.now,
  }))
  return {
    now: read.now,
    nightlyAt: config.backupAt,
    database: {
      kind: config.database.kind,
      version: read.database.version,
      answerMs: read.answerMs,
      bytes: Number(read.database.bytes),
    },
    archive: config.database.kind === 'embedded' ? waitingLog(config.dataDir, read.database.failing) : null,
    disks: disksOf(config),
    lastBackup: instantOfStamp(listStamps(config.backupDir).at(-1) ?? '') ?? null,
    lastBackupFailure: read.backup?.light === 'red' ? read.backup : null,
    drill: read.drill,
    chain: read.chain,
    queue: read.queue,
    unsealed: read.unsealed,
    holidays: holidayState(businessDate(read.now), read.holidays),
    outgoing: { mail: config.mail.kind, ...read.outgoing },
    skewMs: Math.round(read.database.at.getTime() - wall - read.answerMs),
    memory: memoryNow(),
    version: {
      program: '0.1.0',
      node: process.versions.node,
      programMigrations: (await programMigrations()).join(','),
      databaseMigrations: read.database.migrations,
    },
  }
}

function holidayState(today: string, has: { current: boolean; next: boolean }): HealthFacts['holidays'] {
  if (!has.current) return 'missing-current'
  return today.slice(5) >= '12-01' && !has.next ? 'missing-next' : 'ok'
}

// PostgreSQL marks each finished segment that is not archived yet with a file of its own.
function waitingLog(dataDir: string, failing: boolean): HealthFacts['archive'] {
  const folder = join(dataDir, 'postgres', 'pg_wal', 'archive_status')
  if (!existsSync(folder)) return { waiting: 0, oldestWaiting: null, failing }
  const times = readdirSync(folder)
    .filter((name) => name.endsWith('.ready'))
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtime)
    .filter((time) => time !== undefined)
  const oldest = times.sort((a, b) => a.getTime() - b.getTime())[0]
  return { waiting: times.length, oldestWaiting: oldest ?? null, failing: failing && times.length > 0 }
}

function disksOf({ dataDir, backupDir }: HealthDeps['config']): HealthFacts['disks'] {
  const data = { what: 'data' as const, dir: dataDir, ...spaceOf(dataDir) }
  const backup = { what: 'backup' as const, dir: backupDir, ...spaceOf(backupDir) }
  const same = data.free === backup.free && data.total === backup.total
  return same ? [data] : [data, backup]
}

function spaceOf(dir: string): { free: number; total: number } {
  let at = dir
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  const { bavail, blocks, bsize } = statfsSync(at)
  return { free: bavail * bsize, total: blocks * bsize }
}

function memoryNow(): HealthFacts['memory'] {
  const { rss, heapUsed } = process.memoryUsage()
  return {
    resident: rss,
    heapUsed,
    heapLimit: getHeapStatistics().heap_size_limit,
    free: process.availableMemory() || freemem(),
  }
}
