import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../platform/actor.ts'
import { deliver } from '../../platform/outbox.ts'
import { resetRateLimits } from '../../platform/rate-limit.ts'
import { search } from '../../platform/search-index.ts'
import { addCentre, type SignedInUser, signIn, startTestApp, type TestApp } from '../../testing/app.ts'
import type { Article, ArticleInput } from './contract.ts'
import {
  getPublicArticle,
  insertPlanArticles,
  listPublicArticles,
  neighboursOf,
  type PublicArticleLine,
  publicListStatement,
  removePlanArticles,
} from './index.ts'
import { publishDue } from './publishing.ts'

let t: TestApp
let writer: SignedInUser
let first: SignedInUser
let second: SignedInUser
let last: SignedInUser
let last2: SignedInUser
let stranger: SignedInUser

beforeAll(async () => {
  t = await startTestApp()
  await addCentre(t.db, '2')
  writer = await t.signIn(['editor'], '信息员')
  first = await t.signIn(['assistant'], '助理')
  second = await t.signIn(['reviewer'], '审稿人')
  last = await t.signIn(['leader'], '组长')
  last2 = await t.signIn(['leader'], '副组长')
  stranger = await signIn(t.db, '2', ['manager', 'leader', 'auditor', 'admin'], '邻县')
})
afterAll(() => t.close())
beforeEach(() => resetRateLimits())

const input: ArticleInput = {
  columnKey: 'notice',
  title: '电商培训班报名',
  titleEn: null,
  summary: '',
  summaryEn: null,
  bodyHtml: '<p>本周五在培训会务区开班。</p><script>alert(1)</script>',
  bodyHtmlEn: null,
  sourceName: '本中心',
  sourceNameEn: null,
  author: null,
  coverFileId: null,
  coverAlt: null,
  attachments: [],
  isTop: false,
  showOnHome: true,
  relatedServices: [],
  relatedZones: [],
  publishOn: null,
}

async function call(
  who: SignedInUser | null,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
) {
  const response = await t.app.http.inject({
    method,
    url,
    headers: { ...(who ? { cookie: who.cookie } : {}), 'idempotency-key': crypto.randomUUID() },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

async function create(fields: Partial<ArticleInput> = {}): Promise<Article> {
  const { status, body } = await call(writer, 'POST', '/api/articles', { ...input, ...fields })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
async function submit(article: Pick<Article, 'id' | 'version'>): Promise<string> {
  const { status, body } = await call(writer, 'POST', `/api/articles/${article.id}/review`, {
    version: article.version,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.approvalId
}
const decide = (who: SignedInUser, approvalId: string, verdict = 'pass', reason?: string) =>
  call(who, 'POST', `/api/approvals/${approvalId}/decisions`, { verdict, ...(reason ? { reason } : {}) })

async function publishThrough(article: Pick<Article, 'id' | 'version'>): Promise<void> {
  const approvalId = await submit(article)
  for (const who of [first, second, last]) {
    const { status, body } = await decide(who, approvalId)
    expect(status, JSON.stringify(body)).toBe(200)
  }
}
const asPublic = (id: string, centreId = '1') => t.db.inCentre(centreId, (tx) => getPublicArticle(tx, id))
const get = async (id: string): Promise<Article> => (await call(writer, 'GET', `/api/articles/${id}`)).body

describe('三审', () => {
  test('an article reaches visitors after three different people passed it, not before', async () => {
    const article = await create({ title: '青花椒收购公告' })
    expect(article.bodyHtml).toBe('<p>本周五在培训会务区开班。</p>')
    const found = () =>
      t.db.inCentre('1', (tx) => search(tx, { words: '青花椒收购', audience: 'public', page: 1, size: 9 }))
    const approvalId = await submit(article)
    for (const who of [first, second]) {
      expect((await decide(who, approvalId)).body).toEqual({ state: 'open' })
      expect(await asPublic(article.id)).toBeUndefined()
      expect((await found()).total).toBe(0)
    }
    expect((await decide(last, approvalId)).body).toEqual({ state: 'passed' })
    expect(await asPublic(article.id)).toMatchObject({
      title: '青花椒收购公告',
      summary: '本周五在培训会务区开班。',
      fromPlan: false,
    })
    expect((await found()).items).toMatchObject([{ ref: article.id, url: `/news/${article.id}` }])
    expect(await get(article.id)).toMatchObject({ state: 'published', publishedVersion: 1 })
  })

  test('steps are taken in order and by people who may', async () => {
    const approvalId = await submit(await create())
    expect((await decide(last, approvalId)).body.code).toBe('auth.forbidden')
    expect((await decide(writer, approvalId)).body.code).toBe('auth.forbidden')
    expect((await decide(second, approvalId)).status).toBe(200)
    expect((await decide(second, approvalId)).body.code).toBe('approval.same_person')
  })

  test('who wrote it does not review it', async () => {
    const both = await t.signIn(['assistant'], '助理乙')
    const made = await call(both, 'POST', '/api/articles', input)
    const asked = await call(both, 'POST', `/api/articles/${made.body.id}/review`, { version: 1 })
    expect((await decide(both, asked.body.approvalId)).body.code).toBe('approval.own')
    const seen = await call(both, 'GET', `/api/approvals/${asked.body.approvalId}`)
    expect(seen.body).toMatchObject({ canDecide: false, canWithdraw: true })
    expect(seen.body.whyNot).toContain('您是提交人')
  })

  test('a small centre may let one person take several steps', async () => {
    const alone = await t.signIn(['manager'], '负责人')
    await t.db.inCentre('1', async (tx) => {
      await sql`insert into centre.rule_version (centre_id, id, key, source, origin, value, valid_from, reason, created_at, created_by_name)
        values (1, ${tx.newId()}, 'content.review', 'company', 'company', '{"distinctPeople": false}', '2020-01-01', '人手不足', ${tx.now}, '测试')`.execute(
        tx.sql,
      )
    })
    try {
      const made = await call(alone, 'POST', '/api/articles', input)
      const { approvalId } = (await call(alone, 'POST', `/api/articles/${made.body.id}/review`, { version: 1 })).body
      for (let step = 0; step < 3; step++) expect((await decide(alone, approvalId)).status).toBe(200)
      expect(await asPublic(made.body.id)).toBeDefined()
    } finally {
      const client = new (await import('pg')).default.Client({ connectionString: t.database.superUrl })
      await client.connect()
      await client.query(`delete from centre.rule_version where key = 'content.review'`)
      await client.end()
    }
  })

  test('a returned article says why and can be mended and sent again', async () => {
    const article = await create()
    const approvalId = await submit(article)
    expect((await decide(first, approvalId, 'return')).body.code).toBe('approval.reason_needed')
    expect((await decide(first, approvalId, 'return', '时间不对')).body).toEqual({ state: 'returned' })
    expect(await get(article.id)).toMatchObject({ state: 'draft', stateReason: '时间不对' })
    const notices = async () => (await call(writer, 'GET', '/api/notices')).body.items
    await deliverAll()
    const own = (await notices()).filter((one: { link: string }) => one.link === `/approvals/${approvalId}`)
    expect(own).toMatchObject([{ body: '退回原因：时间不对' }])
    const mended = await call(writer, 'PUT', `/api/articles/${article.id}`, { ...input, version: 1, title: '改正' })
    expect(mended.body).toMatchObject({ version: 2, title: '改正' })
    await publishThrough(mended.body)
  })

  test('of two final approvers at the same moment one decides', async () => {
    const article = await create()
    const approvalId = await submit(article)
    await decide(first, approvalId)
    await decide(second, approvalId)
    const answers = await Promise.all([decide(last, approvalId), decide(last2, approvalId)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const { rows } = await t.db.inCentre('1', (tx) =>
      sql<{ n: string }>`select count(*) as n from platform.outbox where name = 'content.article_published'
        and aggregate = ${`article:${article.id}`}`.execute(tx.sql),
    )
    expect(rows[0]?.n).toBe('1')
  })

  test('nothing changes under the eyes of a reviewer', async () => {
    const article = await create()
    const approvalId = await submit(article)
    const change = await call(writer, 'PUT', `/api/articles/${article.id}`, { ...input, version: 1 })
    expect(change.body.code).toBe('content.in_review')
    expect((await call(writer, 'DELETE', `/api/approvals/${approvalId}`)).status).toBe(200)
    expect((await get(article.id)).state).toBe('draft')
    expect((await decide(first, approvalId)).body.code).toBe('approval.closed')
  })

  test('two editors: the second is told that the first has saved', async () => {
    const article = await create()
    const save = () => call(writer, 'PUT', `/api/articles/${article.id}`, { ...input, version: 1 })
    expect((await Promise.all([save(), save()])).map((one) => one.status).sort()).toEqual([200, 409])
  })

  test('what is missing is named before anybody reads', async () => {
    const article = await create({ title: '', bodyHtml: '<p><img src="/files/5"></p>', sourceName: '' })
    const { status, body } = await call(writer, 'POST', `/api/articles/${article.id}/review`, { version: 1 })
    expect(status).toBe(400)
    expect(body.fields.map((one: { field: string }) => one.field)).toEqual([
      'title',
      'bodyHtml',
      'sourceName',
      'bodyHtml',
    ])
  })

  test('a file that visitors can not fetch keeps an article from review', async () => {
    const article = await create({ bodyHtml: '<p>一</p><img src="/files/77" alt="图">' })
    const { body } = await call(writer, 'POST', `/api/articles/${article.id}/review`, { version: 1 })
    expect(body.code).toBe('content.file_not_public')
  })

  test('words of advertising law are hints, no refusal', async () => {
    const article = await create({ title: '全国第一的大米', bodyHtml: '<p>最好的大米</p>' })
    expect(article.hints.map((hint) => `${hint.field}:${hint.word}`)).toEqual(['title:第一', 'body:最好'])
    await publishThrough(article)
  })
})

describe('after publication', () => {
  test('visitors keep the old version until the new one has passed', async () => {
    const article = await create({ title: '旧题' })
    await publishThrough(article)
    const edited = await call(writer, 'PUT', `/api/articles/${article.id}`, { ...input, version: 1, title: '新题' })
    expect(edited.body).toMatchObject({ state: 'draft', publishedVersion: 1, version: 2 })
    expect((await asPublic(article.id))?.title).toBe('旧题')
    const published = (await asPublic(article.id))?.publishedAt
    t.clock.advance(60_000)
    await publishThrough(edited.body)
    expect(await asPublic(article.id)).toMatchObject({ title: '新题', publishedAt: published })
    const versions = await call(writer, 'GET', `/api/articles/${article.id}/versions`)
    expect(versions.body.items.map((row: { act: string; version: number }) => `${row.act} ${row.version}`)).toEqual([
      'published 2',
      'submitted 2',
      'published 1',
      'submitted 1',
    ])
  })

  test('taken down with a reason it is gone for visitors and search', async () => {
    const article = await create({ title: '撤下试验稿件' })
    await publishThrough(article)
    const withdraw = (reason: string) => call(last, 'POST', `/api/articles/${article.id}/withdrawal`, { reason })
    expect((await withdraw(' ')).body.code).toBe('content.reason_needed')
    expect((await withdraw('内容有误')).status).toBe(200)
    expect((await withdraw('内容有误')).body.code).toBe('content.not_published')
    expect(await asPublic(article.id)).toBeUndefined()
    expect(await get(article.id)).toMatchObject({ state: 'withdrawn', stateReason: '内容有误', publishedVersion: null })
    expect((await call(writer, 'DELETE', `/api/articles/${article.id}`)).body.code).toBe('content.published_stays')
  })

  test('a scheduled article goes out at its time', async () => {
    const at = new Date(t.clock().getTime() + 3_600_000)
    const article = await create({ publishOn: at.toISOString() })
    await publishThrough(article)
    expect((await get(article.id)).state).toBe('approved')
    const run = () => t.db.inCentre('1', (tx) => publishDue(tx, systemActor('1')))
    expect(await run()).toBe(0)
    expect(await asPublic(article.id)).toBeUndefined()
    t.clock.advance(3_600_000)
    expect(await run()).toBe(1)
    expect((await asPublic(article.id))?.publishedAt).toEqual(at)
    expect(await run()).toBe(0)
  })

  test('lists: top first, then the newest; the hot statement and the list agree', async () => {
    const older = await create({ columnKey: 'case', title: '甲' })
    await publishThrough(older)
    t.clock.advance(1000)
    const newer = await create({ columnKey: 'case', title: '乙' })
    await publishThrough(newer)
    t.clock.advance(1000)
    const top = await create({ columnKey: 'case', title: '丙', isTop: true })
    await publishThrough(top)
    t.clock.advance(1000)
    const newest = await create({ columnKey: 'case', title: '丁' })
    await publishThrough(newest)
    const list = await t.db.inCentre('1', (tx) => listPublicArticles(tx, { column: 'case', page: 1, size: 3 }))
    expect({ total: list.total, titles: list.items.map((one) => one.title) }).toEqual({
      total: 4,
      titles: ['丙', '丁', '乙'],
    })
    const hot = await t.db.readOnce<PublicArticleLine>(
      '1',
      publicListStatement('1', { column: 'case', page: 2, size: 3 }),
    )
    expect(hot.map((one) => one.title)).toEqual(['甲'])
    const all = await t.db.readOnce<PublicArticleLine>('1', publicListStatement('1', { page: 1, size: 1 }))
    expect(all.map((one) => one.title)).toEqual(['丙'])
    const middle = list.items[2]
    if (!middle) throw new Error('no third line')
    const around = await t.db.inCentre('1', (tx) => neighboursOf(tx, middle))
    expect([around.previous?.title, around.next?.title]).toEqual(['甲', '丙'])
  })
})

describe('who sees what', () => {
  test('another centre sees and decides nothing', async () => {
    const article = await create()
    const approvalId = await submit(article)
    expect((await call(stranger, 'GET', `/api/articles/${article.id}`)).status).toBeGreaterThanOrEqual(401)
    expect((await decide(stranger, approvalId)).status).toBe(401)
    await publishThrough(await create())
    expect(await t.db.inCentre('2', (tx) => listPublicArticles(tx, { page: 1, size: 9 }))).toEqual({
      items: [],
      total: 0,
    })
    expect(await asPublic(article.id, '2')).toBeUndefined()
  })

  test('a public read never touches the working copy', async () => {
    const article = await create({ title: '草稿不公开' })
    expect(await asPublic(article.id)).toBeUndefined()
    const { items } = await t.db.inCentre('1', (tx) => listPublicArticles(tx, { page: 1, size: 200 }))
    expect(items.map((one) => one.id)).not.toContain(article.id)
    expect((await call(null, 'GET', `/api/articles/${article.id}`)).body.code).toBe('auth.needed')
  })
})

describe('the plan’s articles', () => {
  const row = (key: string, order: number) => ({
    key,
    order,
    column: 'policy',
    title: `方案文章${key}`,
    titleEn: key,
    summary: '摘要',
    summaryEn: 'Summary',
    bodyHtml: '<p>正文</p>',
    bodyHtmlEn: '<p>Text</p>',
    source: '运营方案',
    sourceEn: 'Operating plan',
  })

  test('come marked and in order, come once, and leave what people edited', async () => {
    const load = () =>
      t.db.inCentre('1', (tx) => insertPlanArticles(tx, [row('a', 1), row('b', 2), row('c', 3)], 'plan:x'))
    await load()
    await load()
    const list = () => t.db.inCentre('1', (tx) => listPublicArticles(tx, { column: 'policy', page: 1, size: 9 }))
    const { items } = await list()
    expect(items.map((one) => [one.title, one.fromPlan])).toEqual([
      ['方案文章a', true],
      ['方案文章b', true],
      ['方案文章c', true],
    ])
    const id = items[1]?.id ?? ''
    await call(writer, 'PUT', `/api/articles/${id}`, { ...input, columnKey: 'policy', version: 1, title: '我改过的' })
    const result = await t.db.inCentre('1', (tx) => removePlanArticles(tx, 'plan:x'))
    expect(result).toEqual({ removed: 2, kept: ['稿件“我改过的”'] })
    expect((await list()).items.map((one) => [one.title, one.fromPlan])).toEqual([['方案文章b', false]])
    await load()
    expect((await list()).total).toBe(4)
  })
})

describe('找错', () => {
  test('a reader reports, an editor sees a masked contact and answers', async () => {
    const report = { page: '/news/1', words: '电话写错了', contact: '13988612345' }
    expect((await call(null, 'POST', '/api/corrections', report)).status).toBe(200)
    expect((await call(null, 'POST', '/api/corrections', { ...report, page: 'javascript:1' })).body.code).toBe(
      'content.page_wrong',
    )
    const list = (await call(writer, 'GET', '/api/corrections?state=open')).body
    expect(list.items).toHaveLength(1)
    expect(list.items[0].contactMasked).not.toContain('88612')
    const { id } = list.items[0]
    expect((await call(writer, 'POST', `/api/corrections/${id}/contact`, { reason: '回访' })).body.code).toBe(
      'auth.forbidden',
    )
    const answer = { state: 'mended', answer: '已改正' }
    expect((await call(writer, 'POST', `/api/corrections/${id}/handling`, answer)).status).toBe(200)
    expect((await call(writer, 'POST', `/api/corrections/${id}/handling`, answer)).body.code).toBe('record.changed')
  })
})

async function deliverAll(): Promise<void> {
  const { rows } = await t.db.inCentre('1', (tx) =>
    sql<{ id: string }>`select id from platform.outbox order by id`.execute(tx.sql),
  )
  for (const { id } of rows) await deliver(t.db, t.app.handlers, '1', id)
}
