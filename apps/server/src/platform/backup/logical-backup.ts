import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { backupApplicationName } from '../embedded/adopt.ts'
import type { LogicalPart, QueuedJob } from './manifest.ts'
import { type PackedFile, packStream } from './pack.ts'
import { hashTables, listTables, listTenants, type TableHash, type UserTable } from './table-hashes.ts'

export interface TakenCopy {
  files: PackedFile[]
  logical: LogicalPart
  tables: TableHash[]
  point: Date
}

/**
 * A copy of an external database by COPY inside one repeatable-read transaction: every table, each centre under its own
 * setting (forced row-level security binds the owner too), the sequences, and the jobs not yet done.
 */
export async function takeLogicalBackup(
  dir: string,
  ownerUrl: string,
  onProgress: (share: number) => void,
): Promise<TakenCopy> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: backupApplicationName })
  client.on('error', () => undefined) // the query that follows meets the loss and reports it
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const point = await client.query<{ at: Date }>('select clock_timestamp() as at')
    const tables = await listTables(client)
    const hashes = await hashTables(client, tables)
    const files: PackedFile[] = []
    const copied: LogicalPart['tables'] = []
    for (const [index, table] of tables.entries()) {
      const columns = await listColumns(client, table.table)
      const path = `tables/${String(index).padStart(3, '0')}.copy`
      files.push({ path, ...(await packStream(Readable.from(rowsOf(client, table, columns)), copyPath(dir, path))) })
      copied.push({ table: table.table, columns, file: path })
      onProgress((index + 1) / tables.length)
    }
    const logical: LogicalPart = {
      migrations: await listMigrations(client),
      tables: copied,
      sequences: await listSequences(client),
      jobs: await listJobs(client),
    }
    await client.query('rollback')
    return { files, logical, tables: hashes, point: point.rows[0]?.at ?? new Date(0) }
  } finally {
    await client.end()
  }
}

export const copyPath = (dir: string, path: string): string => join(dir, `${path}.zst`)

async function* rowsOf(client: pg.Client, { table, tenant }: UserTable, columns: readonly string[]) {
  const chosen = columns.join(', ')
  for (const centre of tenant ? await listTenants(client) : [null]) {
    if (centre !== null) await client.query(`set local app.centre_id = '${BigInt(centre)}'`)
    const only = centre === null ? '' : ` where centre_id = ${BigInt(centre)}`
    yield* client.query(copyTo(`copy (select ${chosen} from ${table}${only}) to stdout`))
  }
}

/** Generated columns are computed again at restore. */
async function listColumns(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  return rows.map((row) => row.name)
}

async function listMigrations(client: pg.Client): Promise<LogicalPart['migrations']> {
  const { rows } = await client.query<LogicalPart['migrations'][number]>(
    'select version, name from xianghui.migration order by version',
  )
  return rows
}

async function listSequences(client: pg.Client): Promise<LogicalPart['sequences']> {
  const { rows } = await client.query<LogicalPart['sequences'][number]>(`
    select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as value,
      last_value is not null as called
    from pg_sequences where schemaname not in ('graphile_worker', 'information_schema') order by 1`)
  return rows
}

// Jobs that are waiting or under way; one under way is done again, its effects happen once (platform.handled).
async function listJobs(client: pg.Client): Promise<QueuedJob[]> {
  const { rows } = await client.query<QueuedJob>(`
    select t.identifier as task, j.payload, q.queue_name as queue, to_json(j.run_at) #>> '{}' as "runAt",
      j.max_attempts::int as "maxAttempts", j.key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts and t.identifier not like 'schedule.%' order by j.id`)
  return rows
}
