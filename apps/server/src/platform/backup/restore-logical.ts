import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Logger } from '../log.ts'
import { migrate } from '../migrate.ts'
import { copyPath } from './logical-backup.ts'
import type { LogicalPart, Manifest } from './manifest.ts'
import { checkPacked, DamagedBackup, forEachLimited } from './pack.ts'
import { differingTables, hashTables, listTables, type UserTable } from './table-hashes.ts'

export interface LogicalRestore {
  backup: string
  manifest: Manifest
  ownerUrl: string
  appRole: string
  log: Pick<Logger, 'info'>
}

/** The database already holds tables of ours: a copy is put into an empty one only. */
export class DatabaseNotEmpty extends Error {
  override name = 'DatabaseNotEmpty'
}

/**
 * Puts a copy into an empty database: the backup's own migrations first, then every row in one transaction, tables in the
 * order of their foreign keys, then what this program's version adds. Rows are compared before the commit.
 */
export async function restoreLogical(options: LogicalRestore): Promise<{ tables: number; jobs: number }> {
  const { manifest, backup, ownerUrl, appRole, log } = options
  const logical = manifest.logical
  if (!logical) throw new DamagedBackup(backup, 'no logical part')
  await checkFiles(backup, manifest)
  await refuseNotEmpty(ownerUrl)
  const only = new Set(logical.migrations.map(({ version }) => version))
  await migrate(ownerUrl, { log, appRole, only })
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'xianghui restore' })
  await client.connect()
  try {
    await client.query('begin')
    await fillTables(client, backup, logical)
    for (const { name, value, called } of logical.sequences) {
      await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called])
    }
    const found = await hashTables(client, await listTables(client))
    const differing = differingTables(manifest.tables, found)
    if (differing.length > 0) throw new DamagedBackup(differing.join(', '), 'rows differ after the restore')
    await enqueueJobs(client, logical)
    await client.query('commit')
  } finally {
    await client.end()
  }
  await migrate(ownerUrl, { log, appRole })
  return { tables: logical.tables.length, jobs: logical.jobs.length }
}

async function fillTables(client: pg.Client, backup: string, logical: LogicalPart): Promise<void> {
  const known = new Map((await listTables(client)).map((table) => [table.table, table]))
  const ordered = await inOrderOfKeys(
    client,
    logical.tables.map(({ table }) => table),
  )
  // What migrations themselves put in comes again from the copy.
  await client.query(`truncate ${[...known.keys()].join(', ')}`)
  for (const name of ordered) {
    const part = logical.tables.find(({ table }) => table === name)
    const table = known.get(name)
    if (!part || !table) throw new DamagedBackup(name, 'the table is unknown to these migrations')
    await fillTable(client, table, part, copyPath(backup, part.file))
  }
}

// COPY FROM knows no row-level security; the owner is exempt for the length of this transaction.
async function fillTable(client: pg.Client, table: UserTable, part: LogicalPart['tables'][number], path: string) {
  if (table.tenant) await client.query(`alter table ${table.table} no force row level security`)
  await pipeline(
    createReadStream(path),
    createZstdDecompress(),
    client.query(copyFrom(`copy ${table.table} (${part.columns.join(', ')}) from stdin`)),
  )
  if (table.tenant) await client.query(`alter table ${table.table} force row level security`)
}

/** Referenced tables before those that refer to them; a table that refers to itself is filled by one statement. */
async function inOrderOfKeys(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select format('%I.%I', n.nspname, c.relname) as "from", format('%I.%I', m.nspname, d.relname) as "to"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`)
  return orderByKeys(tables, rows)
}

/** Pure. @throws when tables refer to each other in a circle */
export function orderByKeys(tables: readonly string[], keys: readonly { from: string; to: string }[]): string[] {
  const waiting = new Set(tables)
  const ordered: string[] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (table) => !keys.some(({ from, to }) => from === table && to !== table && waiting.has(to)),
    )
    if (free.length === 0) throw new Error(`foreign keys in a circle: ${[...waiting].join(', ')}`)
    for (const table of free) waiting.delete(table)
    ordered.push(...free)
  }
  return ordered
}

async function enqueueJobs(client: pg.Client, { jobs }: LogicalPart): Promise<void> {
  for (const job of jobs) {
    await client.query('select graphile_worker.add_job($1, $2::json, $3, $4::timestamptz, $5, $6)', [
      job.task,
      JSON.stringify(job.payload),
      job.queue,
      job.runAt,
      job.maxAttempts,
      job.key,
    ])
  }
}

async function refuseNotEmpty(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ used: boolean }>(
      "select exists (select 1 from pg_namespace where nspname in ('platform', 'xianghui', 'graphile_worker')) as used",
    )
    if (rows[0]?.used) throw new DatabaseNotEmpty('the database is not empty')
  } finally {
    await client.end()
  }
}

// Everything is read once before anything is written.
async function checkFiles(backup: string, manifest: Manifest): Promise<void> {
  await forEachLimited(manifest.files, 2, (file) => checkPacked(copyPath(backup, file.path), file))
}
