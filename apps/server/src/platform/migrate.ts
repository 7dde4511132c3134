import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations as migrateQueue } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from './log.ts'
import { splitStatements } from './sql-statements.ts'
import { StartFault } from './start-fault.ts'
import { databaseNewer } from './start-faults.ts'

const folder = join(import.meta.dirname, '../../migrations')
/** Any number, the same in every process that migrates. */
const lockKey = 7_305_331

export interface MigrateOptions {
  log: Pick<Logger, 'info'>
  /** role the application connects as; it is granted rights, never ownership */
  appRole?: string
  /** restore of an older copy: only these versions, the others follow in a second call */
  only?: ReadonlySet<number>
}

interface Step {
  version: number
  name: string
  checksum: string
  text: string
}

/**
 * Brings the database to this program's version: forward only, one transaction a file, one process at a time.
 * @throws StartFault when the database is newer than the program or an applied file was changed afterwards
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<void> {
  const steps = await readSteps()
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'xianghui migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const applied = await readApplied(client)
    refuseForeign(steps, applied)
    const missing = steps.filter(({ version }) => !applied.has(version) && (options.only?.has(version) ?? true))
    if (missing.length === 0) return
    await migrateQueue({ connectionString: ownerUrl })
    for (const step of missing) {
      await apply(client, step, options.appRole ?? 'xianghui_app')
      options.log.info({ migration: step.name }, 'database migrated')
    }
  } finally {
    await client.end()
  }
}

/** The migrations this program brings, by version. */
export async function programMigrations(): Promise<number[]> {
  return (await readSteps()).map(({ version }) => version)
}

async function readSteps(): Promise<Step[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      const checksum = createHash('sha256').update(text).digest('hex')
      return { version: Number(name.slice(0, 4)), name, checksum, text }
    }),
  )
}

async function readApplied(client: pg.Client): Promise<Map<number, string>> {
  await client.query('create schema if not exists xianghui')
  await client.query(
    'create table if not exists xianghui.migration (version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)',
  )
  const { rows } = await client.query<{ version: number; checksum: string }>('select * from xianghui.migration')
  return new Map(rows.map((row) => [row.version, row.checksum]))
}

function refuseForeign(steps: readonly Step[], applied: ReadonlyMap<number, string>): void {
  const newest = Math.max(0, ...steps.map((step) => step.version))
  const newer = [...applied.keys()].filter((version) => version > newest)
  if (newer.length > 0) throw new StartFault(databaseNewer(String(Math.max(...newer)), String(newest)))
  const changed = steps.find((step) => applied.has(step.version) && applied.get(step.version) !== step.checksum)
  if (changed) throw new StartFault(migrationChanged(changed.name))
}

function migrationChanged(name: string) {
  return {
    code: 'database.migration_changed',
    zh: `迁移文件 ${name} 在执行之后被改动过。`,
    en: `The migration ${name} was edited after it had been applied.`,
    mendZh: '请恢复原文件；要改表结构请新增一个迁移文件。',
    mendEn: 'Put the original back; add a new file to change the schema.',
  }
}

async function apply(client: pg.Client, step: Step, appRole: string): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/i.test(appRole)) throw new Error(`not a role name: ${appRole}`)
  await client.query('begin')
  try {
    await client.query(`set local xianghui.app_role = '${appRole}'`)
    for (const statement of splitStatements(step.text)) await client.query(statement.replaceAll(':app', `"${appRole}"`))
    await client.query('insert into xianghui.migration (version, name, checksum, applied_at) values ($1, $2, $3, $4)', [
      step.version,
      step.name,
      step.checksum,
      new Date(),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${step.name} failed`, { cause: error })
  }
}
