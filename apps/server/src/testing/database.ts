import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestCluster } from './cluster.ts'

export interface TestDatabase {
  ownerUrl: string
  appUrl: string
  superUrl: string
  drop(): Promise<void>
}

const template = 'xianghui_template'

/** A database of its own for one test file, copied from the migrated template; `drop` it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster')
  await ensureTemplate(cluster)
  return makeDatabase(cluster, template)
}

/** A database with nothing in it but its owner: for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return makeDatabase(inject('cluster'), 'template0')
}

async function makeDatabase(cluster: TestCluster, from: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await asSuper(cluster, async (client) => {
    await client.query(`create database ${name} owner xianghui_owner template ${from}`)
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to xianghui_app`)
  })
  return {
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    appUrl: inDatabase(cluster.appUrl, name),
    superUrl: inDatabase(cluster.superUrl, name),
    drop: () => asSuper(cluster, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  }
}

// Test files run in several processes; an advisory lock lets the first one migrate and the others wait for it.
async function ensureTemplate(cluster: TestCluster): Promise<void> {
  await asSuper(cluster, async (client) => {
    await client.query('select pg_advisory_lock(7201)')
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount !== 0) return
    const making = `${template}_making`
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making} owner xianghui_owner template template0`)
    await client.query(`revoke all on database ${making} from public`)
    await client.query(`grant connect on database ${making} to xianghui_app`)
    const { migrate } = await import('../platform/migrate.ts')
    await migrate(inDatabase(cluster.ownerUrl, making), { log: quiet })
    await client.query(`alter database ${making} rename to ${template}`)
  })
}

const nothing = () => undefined
const quiet = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
}

async function asSuper(cluster: TestCluster, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(cluster.superUrl, 'postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function inDatabase(url: string, name: string): string {
  const at = new URL(url)
  at.pathname = `/${name}`
  return at.href
}
