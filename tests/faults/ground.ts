import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { hashTables, listTables, type TableHash } from '../../apps/server/src/platform/backup/table-hashes.ts'
import { type Config, loadConfig } from '../../apps/server/src/platform/config.ts'
import { type Embedded, startEmbedded } from '../../apps/server/src/platform/embedded/embedded.ts'
import { migrate } from '../../apps/server/src/platform/migrate.ts'

/** What the fault tests share: a real data directory, rows and files in it, and the hash of every row. */
export const quiet = { info: () => undefined, warn: () => undefined }
export const now = () => new Date()

/** A folder that the database's own user can enter; remove it with `removeFolder`. */
export function makeFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'faults-'))
  chmodSync(base, 0o755)
  return base
}

export const removeFolder = (path: string) => rmSync(path, { recursive: true, force: true })

export function configOf(base: string, env: NodeJS.ProcessEnv = {}): Config {
  const loaded = loadConfig({ DATA_DIR: join(base, 'data'), METRICS_PORT: 'off', LOG_LEVEL: 'silent', ...env })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  return loaded.config
}

/** A durable embedded database (fsync and WAL archive as in production) with our tables and two centres. */
export async function startDurable(config: Config): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir: config.dataDir, log: quiet, now })
  await migrate(embedded.ownerUrl, { log: quiet })
  return embedded
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function addCentres(ownerUrl: string, ids: readonly number[]): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const id of ids)
      await client.query('insert into platform.tenant (centre_id, slug, created_at) values ($1, $2, now())', [
        id,
        `c${id}`,
      ])
  })
}

/** Rows in two tables with a foreign key between them, text that tests quoting, and a counter. */
export async function addRows(ownerUrl: string, centre: number, from: number, count: number): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`begin; set local app.centre_id = '${centre}'`)
    await client.query(
      `insert into platform.file (centre_id, id, name, mime, size, sha256, storage_key, created_at)
       select $1::bigint, g, E'照片\\t"' || g || E'\\\\n''.jpg', 'image/jpeg', g, md5(g::text), 'k' || g, now() from generate_series($2::int, $3::int) g`,
      [centre, from, from + count - 1],
    )
    await client.query(
      `insert into platform.attachment (centre_id, subject_kind, subject_id, file_id, created_at)
       select $1::bigint, 'test', g, g, now() from generate_series($2::int, $3::int) g`,
      [centre, from, from + count - 1],
    )
    await client.query(
      `insert into platform.counter (centre_id, series, value) values ($1, 'test', $2)
       on conflict (centre_id, series) do update set value = excluded.value`,
      [centre, from + count - 1],
    )
    await client.query('commit')
  })
}

export async function rowHashes(url: string): Promise<TableHash[]> {
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    return hashTables(client, await listTables(client))
  })
}

/** An upload as the file storage keeps it; returns its key. */
export function addUpload(dir: string, size = 5000): string {
  const content = randomBytes(size)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const key = `${sha256.slice(0, 2)}/${sha256}-1-7`
  mkdirSync(join(dir, sha256.slice(0, 2)), { recursive: true })
  writeFileSync(join(dir, key), content)
  return key
}
