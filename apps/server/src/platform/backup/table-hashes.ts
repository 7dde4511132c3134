import type pg from 'pg'

/** Rows of one table and the sum of their hashes: equal on two sides only when the rows are, in whatever order. */
export interface TableHash {
  table: string
  rows: string
  hash: string
}

export interface UserTable {
  /** quoted, with schema */
  table: string
  tenant: boolean
}

// Text of a row must not depend on the session.
const plainText =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local intervalstyle = 'postgres'"

/** Our own tables: neither PostgreSQL's nor the job queue's nor the list of migrations. */
export async function listTables(client: pg.ClientBase): Promise<UserTable[]> {
  const { rows } = await client.query<UserTable>(`
    select format('%I.%I', n.nspname, c.relname) as "table",
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id' and not a.attisdropped)
        and c.relrowsecurity as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p'
      and n.nspname not in ('information_schema', 'graphile_worker', 'xianghui') and n.nspname not like 'pg\\_%'
    order by 1`)
  return rows
}

export async function listTenants(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ centre_id: string }>(
    'select centre_id::text from platform.tenant order by platform.tenant.centre_id',
  )
  return rows.map((row) => row.centre_id)
}

/**
 * Hashes every table as the open transaction sees it. Forced row-level security binds the owner too, so each centre is
 * read under its own setting.
 */
export async function hashTables(client: pg.ClientBase, tables: readonly UserTable[]): Promise<TableHash[]> {
  await client.query(plainText)
  const centres = await listTenants(client)
  const hashes: TableHash[] = []
  for (const { table, tenant } of tables) {
    let rows = 0n
    let hash = 0n
    for (const centre of tenant ? centres : [null]) {
      const one = await hashOne(client, table, centre)
      rows += BigInt(one.rows)
      hash += BigInt(one.hash)
    }
    hashes.push({ table, rows: String(rows), hash: String(hash) })
  }
  return hashes
}

async function hashOne(client: pg.ClientBase, table: string, centre: string | null) {
  if (centre !== null) await client.query(`set local app.centre_id = '${BigInt(centre)}'`)
  const { rows } = await client.query<{ rows: string; hash: string }>(`
    select count(*)::text as rows,
      coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint), 0)::text as hash
    from ${table} t ${centre === null ? '' : `where centre_id = ${BigInt(centre)}`}`)
  return rows[0] ?? { rows: '0', hash: '0' }
}

/** Tables whose rows differ; empty when all are equal. */
export function differingTables(one: readonly TableHash[], other: readonly TableHash[]): string[] {
  const found = new Map(other.map((table) => [table.table, `${table.rows}/${table.hash}`]))
  const names = new Set([...one, ...other].map(({ table }) => table))
  const expected = new Map(one.map((table) => [table.table, `${table.rows}/${table.hash}`]))
  return [...names].filter((name) => found.get(name) !== expected.get(name)).sort()
}
