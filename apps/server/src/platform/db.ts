import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Logger } from './log.ts'

/** Tables are opened by each module's queries.ts: `tx.sql.withTables<ContentTables>()`; another module's is a compile error. */
export type NoTables = Record<never, never>

/** A transaction inside one centre: row-level security sees only that centre's rows. */
export interface Tx {
  readonly centreId: string
  /** the instant this transaction works with; rules never read a clock of their own */
  readonly now: Date
  readonly sql: Kysely<NoTables>
  /** new 63-bit id as a decimal string */
  readonly newId: () => string
}

export interface Db {
  /** Runs `work` in one transaction of the centre; serialisation failures and deadlocks are retried (so no side effects inside). */
  inCentre<T>(centreId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Global reference tables only (regions, holidays, hosts): no centre is set, so tenant tables are empty. */
  globally<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One read as a named, pipelined statement under the centre's row-level security: the hot path. */
  readOnce<R extends object>(centreId: string, statement: NamedStatement): Promise<R[]>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface NamedStatement {
  name: string
  text: string
  values: readonly unknown[]
}

export interface DbOptions {
  url: string
  log: Logger
  now: () => Date
  newId: () => string
  /** most connections of this process */
  size: number
}

const sessionLimits = '-c statement_timeout=10000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=15000'
const retryable = new Set(['40001', '40P01'])

/** `date` stays 'YYYY-MM-DD' text (business days have no instant); int8 stays text (63-bit ids). */
pg.types.setTypeParser(1082, (text) => text)

/** Opens the application's pools. Throws nothing by itself: the first query meets an absent database. */
export function openDb(options: DbOptions): Db {
  const base = { connectionString: options.url, options: sessionLimits, application_name: 'xianghui' }
  const pool = new pg.Pool({ ...base, max: options.size, connectionTimeoutMillis: 2000, idleTimeoutMillis: 30_000 })
  const reads = new pg.Pool({ ...base, max: 2, connectionTimeoutMillis: 2000, idleTimeoutMillis: 0, pipeline: true })
  for (const one of [pool, reads]) {
    one.on('error', (error) => options.log.warn({ err: error }, 'idle database connection lost'))
    // A checked-out client whose connection dies emits on itself; without a listener the process would end.
    one.on('connect', (client) => client.on('error', (error) => options.log.warn({ err: error }, 'connection lost')))
  }

  async function run<T>(centreId: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await runOnce(pool, centreId, work, options)
      } catch (error) {
        if (attempt >= 4 || !retryable.has(sqlState(error))) throw error
        options.log.info({ attempt, state: sqlState(error) }, 'transaction retried')
      }
    }
  }

  return {
    pool,
    inCentre: (centreId, work) => run(checkedCentre(centreId), work),
    globally: (work) => run(null, work),
    readOnce: (centreId, statement) => readPipelined(reads, checkedCentre(centreId), statement),
    close: async () => {
      await Promise.all([pool.end(), reads.end()])
    },
  }
}

async function runOnce<T>(
  pool: pg.Pool,
  centreId: string | null,
  work: (tx: Tx) => Promise<T>,
  options: DbOptions,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(centreId === null ? 'begin' : `begin; set local app.centre_id = '${centreId}'`)
    const tx: Tx = { centreId: centreId ?? '0', now: options.now(), sql: kyselyOn(client), newId: options.newId }
    const result = await work(tx)
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollback(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

// Four messages, one round trip: begin + set local, the statement, commit (house.md section 5: 0.81 of a bare server).
async function readPipelined<R extends object>(pool: pg.Pool, centreId: string, s: NamedStatement): Promise<R[]> {
  const client = await pool.connect()
  const begun = client.query(`begin read only; set local app.centre_id = '${centreId}'`)
  const rows = client.query<R>({ name: s.name, text: s.text, values: [...s.values] })
  const ended = client.query('commit')
  // Several readers share the connection: it goes back at once, its queue keeps the order.
  client.release()
  const [, result] = await Promise.all([begun, rows, ended])
  return result.rows
}

/** A centre id goes into SQL as a literal, so it must be digits and nothing else. */
function checkedCentre(centreId: string): string {
  if (!/^[1-9]\d{0,18}$/.test(centreId)) throw new Error(`not a centre id: ${centreId}`)
  return centreId
}

/** SQLSTATE of a database error, or ''. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function kyselyOn(client: pg.PoolClient): Kysely<NoTables> {
  return new Kysely<NoTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOf(connectionOf(client)),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

function connectionOf(client: pg.PoolClient): DatabaseConnection {
  return {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const result = await client.query(query.sql, [...query.parameters])
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: streams go through exports' own cursor
    streamQuery: async function* () {
      throw new Error('streaming goes through platform/cursor.ts')
    },
  }
}

// The transaction is begun and ended by inCentre; Kysely only compiles and executes.
function driverOf(connection: DatabaseConnection): Driver {
  const nested = async () => {
    throw new Error('transactions do not nest: pass the tx on')
  }
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: nested,
    commitTransaction: nested,
    rollbackTransaction: nested,
    destroy: async () => undefined,
  }
}
