import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { systemActor } from './actor.ts'
import { recordAct } from './audit.ts'
import { verifyActs } from './audit-chain.ts'
import { sealCentre } from './sealer.ts'

let t: TestApp
let ids: string[]

beforeEach(async () => {
  t = await startTestApp()
  await t.db.inCentre('1', async (tx) => {
    for (let n = 1; n <= 5; n++)
      await recordAct(tx, systemActor('1'), {
        action: 'test.act',
        subject: { kind: 'thing', id: String(n) },
        summary: `第 ${n} 件事`,
        before: { n, note: '原来' },
        after: { n: n + 1 },
      })
  })
  expect(await sealCentre(t.db, '1')).toBeGreaterThanOrEqual(5)
  ids = await t.db.inCentre('1', async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from platform.audit where action = 'test.act' order by id`.execute(tx.sql)
    return rows.map((row) => row.id)
  })
})
afterEach(() => t.close())

/** As somebody with the keys of the whole database would do it. */
async function asSuper(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: t.database.superUrl })
  await client.connect()
  try {
    const result = await client.query(text, values)
    expect(result.rowCount).toBeGreaterThan(0)
  } finally {
    await client.end()
  }
}
const verify = () => verifyActs(t.db, '1', t.clock())
const runCommand = () =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../commands/audit-verify.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: t.database.ownerUrl,
      DATABASE_APP_URL: t.database.appUrl,
      METRICS_PORT: 'off',
    },
    encoding: 'utf8',
  })

// The command is another process: on a busy machine its start alone takes seconds.
describe('the chain over the acts', { timeout: 60_000 }, () => {
  test('untouched acts are sound, and sealing again finds nothing to do', async () => {
    expect((await verify()).faults).toEqual([])
    expect(await sealCentre(t.db, '1')).toBe(0)
    const { status, stdout } = runCommand()
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('完整') })
  })

  test('a changed row is found, whichever part of it was changed', async () => {
    await asSuper(`update platform.audit set summary = '没有这回事' where id = $1`, [ids[1]])
    await asSuper(`update platform.audit set after = '{"n": 99}' where id = $1`, [ids[3]])
    const { faults } = await verify()
    expect(faults.map((fault) => [fault.auditId, fault.problem])).toEqual([
      [ids[1], 'content_changed'],
      [ids[3], 'content_changed'],
    ])
    const { status, stderr } = runCommand()
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('内容被改过') })
  })

  test('a changed row is found even when its own hash was computed anew', async () => {
    await asSuper(`update platform.audit set actor_name = '别人', content_hash = repeat('0', 64) where id = $1`, [
      ids[2],
    ])
    expect((await verify()).faults).toMatchObject([{ auditId: ids[2], problem: 'content_changed' }])
  })

  test('a deleted act is found, with and without its link', async () => {
    await asSuper('delete from platform.audit where id = $1', [ids[1]])
    expect((await verify()).faults).toMatchObject([{ auditId: ids[1], problem: 'act_missing' }])
    await asSuper('delete from platform.audit_chain where audit_id = $1', [ids[1]])
    expect((await verify()).faults).toMatchObject([{ auditId: ids[2], problem: 'link_broken' }])
  })

  test('two acts that changed places are found', async () => {
    await asSuper(
      `with pair as (select id, content_hash, summary, subject_id, before, after from platform.audit where id = any($1))
       update platform.audit a set content_hash = p.content_hash, summary = p.summary, subject_id = p.subject_id,
         before = p.before, after = p.after
       from pair p where a.id = any($1) and p.id <> a.id`,
      [[ids[0], ids[4]]],
    )
    expect((await verify()).faults.map((fault) => fault.auditId)).toEqual([ids[0], ids[4]])
  })

  test('two links that changed places are found', async () => {
    await asSuper(
      `with gone as (delete from platform.audit_chain where audit_id = any($1) returning *)
       insert into platform.audit_chain (centre_id, seq, audit_id, prev_hash, hash)
       select g.centre_id, g.seq, other.audit_id, g.prev_hash, g.hash from gone g join gone other on other.seq <> g.seq`,
      [[ids[0], ids[1]]],
    )
    expect((await verify()).faults.map((fault) => fault.problem)).toEqual(['link_broken', 'link_broken'])
  })

  test('an act that nobody sealed is found once its time is over', async () => {
    await t.db.inCentre('1', (tx) =>
      recordAct(tx, systemActor('1'), { action: 'test.late', subject: { kind: 'thing', id: '9' }, summary: '迟' }),
    )
    expect((await verify()).faults).toEqual([])
    t.clock.advance(61_000)
    expect((await verify()).faults).toMatchObject([{ seq: null, problem: 'act_unsealed' }])
  })
})
