import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import { outboxOnly, sendMessage } from '../../platform/outgoing.ts'
import { resetRateLimits } from '../../platform/rate-limit.ts'
import { sealCentre } from '../../platform/sealer.ts'
import { putSearchDoc } from '../../platform/search-index.ts'
import { notify, openTodo } from '../../platform/todo.ts'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'

let t: TestApp
let writer: SignedInUser
let reviewer: SignedInUser
let auditor: SignedInUser
let keeper: SignedInUser

beforeAll(async () => {
  t = await startTestApp()
  writer = await t.signIn(['editor'], '信息员')
  reviewer = await t.signIn(['assistant'], '助理')
  auditor = await t.signIn(['auditor', 'security'], '审计员')
  keeper = await t.signIn([{ role: 'keeper', stationId: '77' }], '站点人员')
})
afterAll(() => t.close())
beforeEach(() => resetRateLimits())

async function call(who: SignedInUser, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const response = await t.app.http.inject({
    method,
    url,
    headers: { cookie: who.cookie, 'idempotency-key': crypto.randomUUID() },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

async function askReview(title: string): Promise<string> {
  const fields = { columnKey: 'news', title, bodyHtml: '<p>正文</p>', sourceName: '本中心', summary: '' }
  const none = { titleEn: null, summaryEn: null, bodyHtmlEn: null, sourceNameEn: null, author: null, publishOn: null }
  const rest = { coverFileId: null, coverAlt: null, attachments: [], isTop: false, showOnHome: true }
  const body = { ...fields, ...none, ...rest, relatedServices: [], relatedZones: [] }
  const article = (await call(writer, 'POST', '/api/articles', body)).body
  return (await call(writer, 'POST', `/api/articles/${article.id}/review`, { version: 1 })).body.approvalId
}

describe('approvals', () => {
  test('each sees what waits for him, what he asked for, and nothing of what does not concern him', async () => {
    const id = await askReview('看得见的稿件')
    const list = async (who: SignedInUser, view: string) =>
      (await call(who, 'GET', `/api/approvals?view=${view}`)).body.items.map((one: { id: string }) => one.id)
    expect(await list(reviewer, 'decide')).toContain(id)
    expect(await list(writer, 'decide')).not.toContain(id)
    expect(await list(writer, 'asked')).toContain(id)
    expect(await list(keeper, 'all')).toEqual([])
    expect((await call(keeper, 'GET', `/api/approvals/${id}`)).status).toBe(404)
  })

  test('the decider sees everything as it was submitted, and who is next', async () => {
    const id = await askReview('全文可见')
    const { body } = await call(reviewer, 'GET', `/api/approvals/${id}`)
    expect(body).toMatchObject({ canDecide: true, whyNot: null, canWithdraw: false })
    expect(body.snapshot).toMatchObject({ title: '全文可见', bodyHtml: '<p>正文</p>', column: { name: '工作动态' } })
    expect(body.steps.map((one: { name: string; state: string }) => `${one.name} ${one.state}`)).toEqual([
      '初审 current',
      '复审 ahead',
      '终审发布 ahead',
    ])
  })

  test('only who asked takes it back', async () => {
    const id = await askReview('撤回')
    expect((await call(reviewer, 'DELETE', `/api/approvals/${id}`)).body.code).toBe('desk.not_asker')
    expect((await call(writer, 'DELETE', `/api/approvals/${id}`)).status).toBe(200)
    expect((await call(writer, 'DELETE', `/api/approvals/${id}`)).body.code).toBe('approval.closed')
  })

  test('the same decision sent twice decides once and answers twice', async () => {
    const id = await askReview('两次点击')
    const send = () =>
      t.app.http.inject({
        method: 'POST',
        url: `/api/approvals/${id}/decisions`,
        headers: { cookie: reviewer.cookie, 'idempotency-key': `same-${id}` },
        payload: { verdict: 'pass' },
      })
    const first = await send()
    const second = await send()
    expect([first.statusCode, second.statusCode, second.body]).toEqual([200, 200, first.body])
  })
})

describe('to-dos and messages', () => {
  test('a duty of a station reaches its keeper, not another’s', async () => {
    await t.db.inCentre('1', async (tx) => {
      await openTodo(tx, { key: 'a', forPermission: 'station.write', stationId: '77', title: '本站', link: '/x' })
      await openTodo(tx, { key: 'b', forPermission: 'station.write', stationId: '78', title: '别站', link: '/x' })
    })
    const { body } = await call(keeper, 'GET', '/api/todos')
    expect(body.items.map((one: { title: string }) => one.title)).toEqual(['本站'])
  })

  test('messages are read once', async () => {
    await t.db.inCentre('1', (tx) => notify(tx, { accountId: keeper.accountId, title: '已办结', body: '' }))
    expect((await call(keeper, 'GET', '/api/notices')).body.unread).toBe(1)
    await call(keeper, 'POST', '/api/notices/read')
    expect((await call(keeper, 'GET', '/api/notices')).body).toMatchObject({ unread: 0, items: [{ title: '已办结' }] })
  })
})

describe('what leaves the house', () => {
  test('codes are readable until they expire; recipients are masked', async () => {
    const expiresAt = new Date(t.clock().getTime() + 300_000)
    await t.db.inCentre('1', (tx) =>
      sendMessage(tx, outboxOnly, { channel: 'sms', recipient: '13988612345', body: '验证码 135246', expiresAt }),
    )
    const list = async () => (await call(auditor, 'GET', '/api/outgoing')).body.items
    expect(await list()).toMatchObject([{ recipientMasked: '139****2345', body: '验证码 135246', state: 'kept' }])
    expect((await call(writer, 'GET', '/api/outgoing')).body.code).toBe('auth.forbidden')
    t.clock.advance(300_000)
    expect(await list()).toMatchObject([{ body: '' }])
    const forget = t.app.schedules.find((one) => one.name === 'desk.forget')
    await forget?.run('1')
    const { rows } = await t.db.inCentre('1', (tx) =>
      sql<{ body: string }>`select body from platform.outgoing`.execute(tx.sql),
    )
    expect(rows).toEqual([{ body: '' }])
  })
})

describe('the ledger of acts', () => {
  test('is filtered by who, what and when, and shows before and after', async () => {
    t.clock.set('2026-12-01T23:59:59+08:00')
    auditor = await t.signIn(['auditor'], '审计员')
    await t.db.inCentre('1', (tx) =>
      recordAct(
        tx,
        { ...systemActor('1'), name: '张三' },
        {
          action: 'station.saved',
          subject: { kind: 'station', id: '5' },
          summary: '张三 改了站点',
          before: { hours: '9-17' },
          after: { hours: '9-18' },
        },
      ),
    )
    const find = async (query: string) => (await call(auditor, 'GET', `/api/audit?${query}`)).body.items
    for (const query of [
      'actor=张三',
      'action=station.',
      'subjectKind=station&subjectId=5',
      'from=2026-12-01&to=2026-12-01',
    ])
      expect(await find(encodeURI(query)), query).toMatchObject([
        { before: { hours: '9-17' }, after: { hours: '9-18' } },
      ])
    expect(await find('from=2026-12-02')).toEqual([])
    expect(await find(encodeURI('actor=李四'))).toEqual([])
    await sealCentre(t.db, '1')
    const { body } = await call(auditor, 'POST', '/api/audit/verification')
    expect(body.faults).toEqual([])
    expect(body.acts).toBeGreaterThan(5)
    expect(Number((await find(encodeURI('actor=张三')))[0].seq)).toBe(body.acts)
  })
})

test('the staff’s search hides what a person may not open', async () => {
  await t.db.inCentre('1', async (tx) => {
    const doc = { summary: '', url: '/x', audience: 'staff' as const }
    await putSearchDoc(tx, { ...doc, kind: 'article_work', ref: 's1', title: '草果抽检草稿' })
    await putSearchDoc(tx, { ...doc, kind: 'article', ref: 's2', title: '草果抽检公告', audience: 'public' })
  })
  writer = await t.signIn(['editor'], '信息员')
  keeper = await t.signIn([{ role: 'keeper', stationId: '77' }], '站点人员')
  const find = async (who: SignedInUser) =>
    (await call(who, 'GET', `/api/staff-search?q=${encodeURIComponent('草果抽检')}`)).body.items.map(
      (one: { kind: string }) => one.kind,
    )
  expect(await find(writer)).toEqual(['article_work', 'article'])
  expect(await find(keeper)).toEqual(['article'])
})
