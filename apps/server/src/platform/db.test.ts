import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCentre, startTestApp, type TestApp } from '../testing/app.ts'
import { nextNumber } from './counter.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
  await addCentre(t.db, '2')
})
afterAll(() => t.close())

const bump = (centreId: string) => t.db.inCentre(centreId, (tx) => nextNumber(tx, 'doc'))

describe('tenancy', () => {
  test('a centre sees only its own rows, even when the statement does not ask for a centre', async () => {
    await bump('1')
    await bump('2')
    const seen = await t.db.inCentre('2', (tx) =>
      sql<{ centre_id: string }>`select centre_id from platform.counter`.execute(tx.sql),
    )
    expect(seen.rows.map((row) => row.centre_id)).toEqual(['2'])
  })

  test('writing a row of another centre is refused by the database itself', async () => {
    const write = t.db.inCentre('1', (tx) =>
      sql`insert into platform.counter (centre_id, series, value) values (2, 'stolen', 1)`.execute(tx.sql),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })

  test('without a centre there are no tenant rows at all', async () => {
    const seen = await t.db.globally((tx) => sql`select * from platform.counter`.execute(tx.sql))
    expect(seen.rows).toEqual([])
  })

  test('the setting does not outlive its transaction on a pooled connection', async () => {
    await bump('1')
    for (let i = 0; i < 20; i++) {
      const seen = await t.db.globally((tx) =>
        sql<{ c: string | null }>`select platform.centre_id() as c`.execute(tx.sql),
      )
      expect(seen.rows[0]?.c).toBeNull()
    }
  })

  test('a pipelined read is under the same row-level security', async () => {
    const statement = { name: 'test.counter', text: 'select centre_id from platform.counter', values: [] }
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => t.db.readOnce<{ centre_id: string }>(i % 2 ? '1' : '2', statement)),
    )
    all.forEach((rows, i) => {
      expect(new Set(rows.map((row) => row.centre_id))).toEqual(new Set([i % 2 ? '1' : '2']))
    })
  })

  test('a centre id that is not digits never reaches SQL', async () => {
    expect(() => t.db.inCentre("1'; drop table x; --", async () => null)).toThrow('not a centre id')
  })

  test('every table of the application has forced row-level security, or is a known reference table', async () => {
    const { rows } = await t.db.globally((tx) =>
      sql<{ name: string }>`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'xianghui')
          and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`.execute(tx.sql),
    )
    expect(rows.map((row) => row.name)).toEqual([
      'platform.health',
      'platform.holiday',
      'platform.host',
      'platform.region',
      'platform.tenant',
    ])
  })
})

describe('transactions', () => {
  test('a deadlock is retried and both acts are done', async () => {
    await t.db.inCentre('1', async (tx) => {
      await sql`insert into platform.counter (centre_id, series, value) values (1, 'a', 0), (1, 'b', 0)`.execute(tx.sql)
    })
    const touch = (first: string, second: string) =>
      t.db.inCentre('1', async (tx) => {
        await nextNumber(tx, first)
        await sql`select pg_sleep(0.05)`.execute(tx.sql)
        await nextNumber(tx, second)
      })
    await Promise.all([touch('a', 'b'), touch('b', 'a')])
    const { rows } = await t.db.inCentre('1', (tx) =>
      sql<{ value: string }>`select value from platform.counter where series in ('a', 'b')`.execute(tx.sql),
    )
    expect(rows.map((row) => row.value)).toEqual(['2', '2'])
  })

  test('document numbers have no gap, whatever is rolled back and however many ask at once', async () => {
    const asks = Array.from({ length: 40 }, (_, i) =>
      t.db
        .inCentre('1', async (tx) => {
          const number = await nextNumber(tx, 'gapless')
          if (i % 4 === 0) throw new Error('rolled back')
          return number
        })
        .catch(() => null),
    )
    const numbers = (await Promise.all(asks)).filter((n) => n !== null).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })

  test('a connection that dies under a transaction is an error of that act, not the end of the process', async () => {
    const dying = t.db.inCentre('1', async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql)
      const killer = t.db.globally((other) => sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other.sql))
      await killer
      await sql`select 1`.execute(tx.sql)
    })
    await expect(dying).rejects.toThrow()
    await expect(bump('1')).resolves.toBeGreaterThan(0)
  })
})
