import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lintCatalogue } from '../testing/catalogue-lint.ts'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.superUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

describe('the catalogue is ready for Citus', () => {
  test('no fault in the migrated schema', async () => {
    expect(await lintCatalogue(client)).toEqual([])
  })

  test.each([
    [
      'every table of a tenant has forced row-level security',
      'create table platform.bad (centre_id bigint, id bigint, primary key (centre_id, id))',
    ],
    [
      'centre_id stands first in every primary key and unique index of a tenant table',
      'create table platform.bad (centre_id bigint, id bigint primary key)',
    ],
    ['every tenant table has a primary key', 'create table platform.bad (centre_id bigint, id bigint)'],
    [
      'a foreign key between tenant tables carries centre_id',
      'create table platform.bad (centre_id bigint, id bigint, slug text references platform.tenant (slug), primary key (centre_id, id))',
    ],
    [
      'no foreign key leads from a reference table to a tenant table',
      'create table platform.bad (id bigint primary key, a bigint, foreign key (a, id) references platform.file (centre_id, id))',
    ],
    [
      'no trigger',
      "create function platform.bad() returns trigger language plpgsql as 'begin return new; end'; create trigger bad before insert on platform.file for each row execute function platform.bad()",
    ],
    [
      'no default that calls a volatile function',
      'create table platform.bad (centre_id bigint, at timestamptz default now(), primary key (centre_id, at))',
    ],
    [
      'no identity column',
      'create table platform.bad (centre_id bigint, id bigint generated always as identity, primary key (centre_id, id))',
    ],
    ['ledgers are append-only for the application', 'grant update on platform.audit to xianghui_app'],
  ])('the lint sees: %s', async (rule, ddl) => {
    await client.query('begin')
    await client.query(ddl)
    const faults = await lintCatalogue(client)
    await client.query('rollback')
    expect(faults.map((fault) => fault.rule)).toContain(rule)
  })
})

describe('statements in the sources', () => {
  const src = join(import.meta.dirname, '..')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|sql)$/.test(name) && !/\.test\.ts$|testing\/|embedded\/|backup/.test(name),
  )
  const volatileInUpdate = /\bupdate\s+[\w.]+[^`;]*\bset\b[^`;]*\b(now|random|clock_timestamp|gen_random_uuid)\(\)/i
  const sessionSet = /`\s*set\s+(?!local\b)(session\s+)?[a-z_.]+\s*(=|to)\s/i

  test('times and ids are parameters: no volatile function in an UPDATE, no session-level SET', () => {
    const bad = files.filter((name) => {
      const text = readFileSync(join(src, name), 'utf8')
      return volatileInUpdate.test(text) || sessionSet.test(text)
    })
    expect(bad).toEqual([])
    expect(files.length).toBeGreaterThan(40)
  })

  test('the scan sees what it is for', () => {
    expect(volatileInUpdate.test('sql`update a.b set at = now() where x`')).toBe(true)
    expect(sessionSet.test('sql`set statement_timeout = 1`')).toBe(true)
    expect(sessionSet.test('sql`set local a.b = 1`')).toBe(false)
  })
})
