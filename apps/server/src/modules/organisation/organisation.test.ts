import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resetRateLimits } from '../../platform/rate-limit.ts'
import { search } from '../../platform/search-index.ts'
import { addCentre, type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'
import { type Plan, readPlan } from '../plan/plan-files.ts'
import {
  getPublicZone,
  insertPlanOrg,
  insertPlanZones,
  leaderOf,
  listPublicZones,
  type PlanOrgRow,
  removePlanOrg,
  removePlanZones,
} from './index.ts'

let t: TestApp
let admin: SignedInUser
let manager: SignedInUser
let plan: Plan

beforeAll(async () => {
  t = await startTestApp()
  admin = await t.signIn(['admin'], '管理员')
  manager = await t.signIn(['manager'], '负责人')
  plan = await readPlan('lushui')
})
afterAll(() => t.close())
beforeEach(() => resetRateLimits())

const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, user: SignedInUser, payload?: object) => {
  const headers = { cookie: user.cookie, 'idempotency-key': crypto.randomUUID() }
  const response = await t.app.http.inject({
    method,
    url,
    headers,
    ...(method === 'GET' ? {} : { payload: payload ?? {} }),
  })
  return { status: response.statusCode, body: response.json() }
}
const blank = { name: '和秀英', gender: null, phone: null, email: null, citizenId: null, badgeNo: null, note: null }
const addPerson = async (change: object = {}) =>
  (await call('POST', '/api/people', manager, { ...blank, ...change })).body.id as string
const auditOf = async (action: string, id: string) => {
  const { rows } = await t.db.inCentre('1', (tx) =>
    sql<{ reason: string; before: unknown; after: unknown; summary: string }>`
      select reason, before, after, summary from platform.audit where action = ${action} and subject_id = ${id}`.execute(
      tx.sql,
    ),
  )
  return rows
}

describe('people', () => {
  test('lists mask; seeing the whole needs the right and a reason, and leaves a trace', async () => {
    const id = await addPerson({ name: '阿普', phone: '13800138001', citizenId: '11010519491231002X' })
    const { body } = await call('GET', '/api/people?q=阿普', manager)
    expect(body.items[0]).toMatchObject({ phone: '138****8001', citizenId: '110***********002X' })
    const assistant = await t.signIn(['assistant'])
    const ask = { reason: '核对银行卡资料' }
    expect((await call('POST', `/api/people/${id}/reveal`, assistant, ask)).status).toBe(403)
    expect((await call('POST', `/api/people/${id}/reveal`, manager, { reason: '' })).status).toBe(400)
    expect(await auditOf('person.revealed', id)).toHaveLength(0)
    const shown = await call('POST', `/api/people/${id}/reveal`, manager, ask)
    expect(shown.body).toEqual({ phone: '13800138001', email: null, citizenId: '11010519491231002X' })
    expect(await auditOf('person.revealed', id)).toMatchObject([{ reason: '核对银行卡资料' }])
    const traces = JSON.stringify(await auditOf('person.created', id))
    expect(traces).not.toContain('13800138001')
    expect(traces).not.toContain('11010519491231002X')
  })

  test('a badge number is held once, also by two at the same moment', async () => {
    const make = () => call('POST', '/api/people', manager, { ...blank, badgeNo: 'A-7' })
    const answers = await Promise.all([make(), make(), make()])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409])
    expect(answers.find((one) => one.status === 409)?.body.fields[0].field).toBe('badgeNo')
  })

  test('an edit keeps what it does not name, and an old version is refused', async () => {
    const id = await addPerson({ phone: '13800138002' })
    expect((await call('PUT', `/api/people/${id}`, manager, { version: 1, note: '周末值班' })).status).toBe(200)
    const stale = await call('PUT', `/api/people/${id}`, manager, { version: 1, name: '别人' })
    expect(stale.body.code).toBe('record.changed')
    const { person } = (await call('GET', `/api/people/${id}`, manager)).body
    expect(person).toMatchObject({ name: '和秀英', phone: '138****8002', note: '周末值班', version: 2 })
  })

  test('leaving ends account and sessions; personal data goes on request, the ledger stays', async () => {
    const user = await t.signIn(['operator'], '要走的人')
    const leave = { version: 1, lastDay: '2026-11-23', reason: '辞职' }
    expect(
      (await call('POST', `/api/people/${user.personId}/anonymise`, manager, { version: 1, reason: '本人要求' })).body
        .code,
    ).toBe('person.still_active')
    expect((await call('POST', `/api/people/${user.personId}/leave`, manager, leave)).status).toBe(200)
    expect((await call('GET', '/api/me', user)).status).toBe(401)
    const gone = await call('POST', `/api/people/${user.personId}/anonymise`, manager, {
      version: 2,
      reason: '本人要求',
    })
    expect(gone.status).toBe(200)
    const out = await call('POST', `/api/people/${user.personId}/export`, manager, { reason: '本人要求' })
    expect(out.body.person).toMatchObject({ name: '已匿名', phone: null, citizenId: null })
    expect(await auditOf('person.left', user.personId)).toHaveLength(1)
  })

  test('a person of the neighbouring centre does not exist here', async () => {
    await addCentre(t.db, '2')
    const id = await t.db.inCentre('2', async (tx) => {
      const id = tx.newId()
      await sql`insert into identity.person (centre_id, id, name, created_at, updated_at)
        values ('2', ${id}, '邻县人', ${tx.now}, ${tx.now})`.execute(tx.sql)
      return id
    })
    expect((await call('GET', `/api/people/${id}`, manager)).status).toBe(404)
    expect((await call('GET', '/api/people?q=邻县人', manager)).body.total).toBe(0)
  })
})

describe('accounts', () => {
  test('opened with a temporary password that must be changed', async () => {
    const personId = await addPerson({ name: '新同事' })
    const made = await call('POST', '/api/accounts', admin, {
      personId,
      username: 'new.colleague',
      phone: null,
      grants: [{ role: 'operator', stationId: '0' }],
    })
    expect(made.status).toBe(200)
    const signedIn = await t.app.http.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username: 'new.colleague', password: made.body.temporaryPassword },
    })
    const cookie = `xh_session=${signedIn.cookies.find((one) => one.name === 'xh_session')?.value}`
    const user = { accountId: made.body.accountId, personId, cookie }
    expect((await call('GET', '/api/me', user)).body.mustChangePassword).toBe(true)
    const disabled = await call('POST', `/api/accounts/${user.accountId}/disable`, admin, { reason: '停职' })
    expect(disabled.status).toBe(200)
    expect((await call('GET', '/api/me', user)).status).toBe(401)
  })

  test('nobody raises himself; grants are kept with before and after', async () => {
    const security = await t.signIn(['security'], '安全员')
    const more = {
      grants: [
        { role: 'security', stationId: '0' },
        { role: 'admin', stationId: '0' },
      ],
      reason: '需要',
    }
    expect((await call('PUT', `/api/accounts/${security.accountId}/roles`, security, more)).body.code).toBe(
      'identity.not_above_self',
    )
    expect((await call('PUT', `/api/accounts/${security.accountId}/roles`, admin, more)).status).toBe(200)
    expect(await auditOf('account.roles_changed', security.accountId)).toMatchObject([
      { reason: '需要', before: ['security@0'], after: ['security@0', 'admin@0'] },
    ])
    const less = { grants: [{ role: 'security', stationId: '0' }], reason: '收回' }
    expect((await call('PUT', `/api/accounts/${security.accountId}/roles`, security, less)).status).toBe(200)
  })

  test('the last administrator stays, also when two are taken at once', async () => {
    const last = await call('POST', `/api/accounts/${admin.accountId}/disable`, admin, { reason: '试试' })
    expect(last.body.code).toBe('identity.last_admin')
    const second = await t.signIn(['admin'], '第二位')
    const both = await Promise.all(
      [admin, second].map((one, i) =>
        call('PUT', `/api/accounts/${one.accountId}/roles`, i === 0 ? second : admin, { grants: [], reason: '换人' }),
      ),
    )
    // One goes; the other is refused as the last one, or because who asked for it has just lost the right.
    expect(both.filter((one) => one.status === 200)).toHaveLength(1)
    const { rows } = await t.db.inCentre('1', (tx) =>
      sql`select account_id from identity.role_grant where role = 'admin'`.execute(tx.sql),
    )
    expect(rows).toHaveLength(1)
    const left = (rows[0] as { account_id: string }).account_id
    if (left !== admin.accountId) admin = second
  })

  test('the matrix names every role and permission in both languages', async () => {
    const { body } = await call('GET', '/api/roles', manager)
    expect(body.roles).toHaveLength(11)
    for (const one of [...body.roles, ...body.permissions]) expect(one.zh.length * one.en.length).toBeGreaterThan(0)
  })
})

describe('the plan comes and goes', () => {
  const source = 'plan:lushui-2019'
  const load = () =>
    t.db.inCentre('1', async (tx) => {
      await insertPlanZones(tx, plan.zones, source, plan.budget.equipment)
      await insertPlanOrg(tx, plan.posts as PlanOrgRow[], source)
    })
  const remove = () =>
    t.db.inCentre('1', async (tx) => ({
      zones: await removePlanZones(tx, source),
      org: await removePlanOrg(tx, source),
    }))

  test('untouched, nothing of it stays', async () => {
    await load()
    const found = await t.db.inCentre('1', (tx) =>
      search(tx, { words: '摄影美工', audience: 'public', page: 1, size: 5 }),
    )
    expect(found.items.map((one) => one.url)).toContain('/zones/studio')
    expect(await t.db.inCentre('1', listPublicZones)).toHaveLength(9)
    const { zones, org } = await remove()
    expect([zones.kept, org.kept]).toEqual([[], []])
    // 11 rows of the file and the host government above them
    expect(org.removed).toBe(plan.posts.length + 1)
    expect(await t.db.inCentre('1', listPublicZones)).toEqual([])
  })

  test('what people built upon stays, and leads from the post above', async () => {
    await load()
    const { body: tree } = await call('GET', '/api/organisation', manager)
    const post = (key: string) => tree.posts.find((one: { key: string }) => one.key === key).id
    const boss = await addPerson({ name: '中心主任' })
    const officer = await addPerson({ name: '培训专员' })
    const appoint = (personId: string, key: string) =>
      call('POST', '/api/organisation/assignments', manager, {
        postId: post(key),
        personId,
        validFrom: '2026-01-01',
        validTo: null,
        main: true,
        leaderId: null,
      })
    expect((await appoint(boss, 'centre_head')).status).toBe(200)
    expect((await appoint(officer, 'training_officer')).status).toBe(200)
    expect((await appoint(officer, 'assistant')).body.code).toBe('org.assigned_already')
    expect(await t.db.inCentre('1', (tx) => leaderOf(tx, officer, '2026-11-23'))).toBe(boss)
    expect(await t.db.inCentre('1', (tx) => leaderOf(tx, officer, '2025-12-31'))).toBe(null)

    const studio = (await call('GET', '/api/zones', manager)).body.find((one: { key: string }) => one.key === 'studio')
    const add = await call('POST', '/api/equipment', manager, {
      assetTag: null,
      zoneId: studio.id,
      kind: 'computer',
      name: '电脑',
      model: null,
      quantity: 3,
      state: 'in_use',
      acquiredOn: null,
      note: null,
    })
    expect(add.body.assetTag).toBe('ZC-0001')
    const needs = (await call('GET', '/api/equipment/needs', manager)).body
    expect(needs.find((one: { kind: string }) => one.kind === 'computer')).toMatchObject({
      plannedCount: 55,
      presentCount: 3,
    })

    const { zones, org } = await remove()
    expect(zones.kept).toEqual(['功能区“摄影美工区”'])
    expect(org.kept).toContain('岗位“中心负责人”')
    expect(org.kept).toContain('机构“领导小组”')
    expect(org.kept).not.toContain('岗位“服务点工作人员”')
    expect(await t.db.inCentre('1', (tx) => getPublicZone(tx, 'studio'))).toMatchObject({ equipment: [] })
  })
})
