import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '../../platform/actor.ts'
import { deliver } from '../../platform/outbox.ts'
import { resetRateLimits } from '../../platform/rate-limit.ts'
import { addCentre, type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'
import { applicationSheet } from './application.sheet.ts'
import type { PlanHall } from './catalogue.plan.ts'
import { insertPlanServices, removePlanServices } from './index.ts'

let t: TestApp
let operator: SignedInUser
let manager: SignedInUser

const planFile = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../../../../plans/lushui/${name}.json`, import.meta.url), 'utf8'))

const planHall = async (): Promise<PlanHall> => ({
  lines: await planFile('service-lines'),
  services: await planFile('services'),
  audiences: await planFile('audiences'),
})

beforeAll(async () => {
  t = await startTestApp()
  await addCentre(t.db, '2')
  operator = await t.signIn(['operator'], '经办人甲')
  manager = await t.signIn(['manager'], '负责人')
  const plan = await planHall()
  await t.db.inCentre(t.centreId, (tx) => insertPlanServices(tx, plan, 'plan:test'))
})
afterAll(() => t.close())
beforeEach(() => resetRateLimits())

const good = {
  service: 'product_photo',
  answers: { applicantKind: 'person', product: '草果', items: '12', use: 'shop' },
  applicantName: '李小花',
  phone: '13812345678',
  consent: true,
}

async function post(url: string, payload: object, key: string | null = crypto.randomUUID(), cookie?: string) {
  resetRateLimits()
  const headers = { ...(key ? { 'idempotency-key': key } : {}), ...(cookie ? { cookie } : {}) }
  const reply = await t.app.http.inject({ method: 'POST', url, payload, headers })
  return { status: reply.statusCode, body: reply.json() }
}
const get = async (url: string, cookie: string) => (await t.app.http.inject({ url, headers: { cookie } })).json()
const file = async () =>
  (await post('/api/public/applications', good)).body as { id: string; number: string; code: string }
const act = (id: string, what: string, body: object = {}, user = operator) =>
  post(`/api/hall/applications/${id}/${what}`, body, null, user.cookie)

describe('filing', () => {
  test('all faults come back at once, each with its sentence', async () => {
    const { status, body } = await post('/api/public/applications', {
      ...good,
      answers: { items: 'viele' },
      phone: '123',
      applicantName: ' ',
      consent: false,
    })
    expect(status).toBe(400)
    expect(body.fields.map((one: { field: string }) => one.field).sort()).toEqual(
      ['applicantKind', 'applicantName', 'consent', 'items', 'phone', 'product', 'use'].sort(),
    )
    expect(body.fields.find((one: { field: string }) => one.field === 'product').message).toBe('请填写“产品名称”。')
  })

  test('one key raced twenty ways makes one application, and every answer that comes is the same', async () => {
    const key = crypto.randomUUID()
    const before = await count()
    const replies = await Promise.all(Array.from({ length: 20 }, () => post('/api/public/applications', good, key)))
    const done = replies.filter((one) => one.status === 200)
    expect(replies.filter((one) => one.status !== 200 && one.status !== 409)).toEqual([])
    expect(new Set(done.map((one) => one.body.number)).size).toBe(1)
    expect(await count()).toBe(before + 1)
    expect((await post('/api/public/applications', good, key)).body).toEqual(done[0]?.body)
    expect((await post('/api/public/applications', { ...good, phone: '13900000000' }, key)).status).toBe(422)
  })

  test('numbers have no gaps, though many file at once and a third of them are refused', async () => {
    const fileMany = () =>
      Promise.all(
        Array.from({ length: 18 }, (_, i) =>
          post('/api/public/applications', i % 3 === 0 ? { ...good, consent: false } : good),
        ),
      )
    // Two rounds, each below the visitor's rate limit.
    const replies = [...(await fileMany()), ...(await fileMany())]
    expect(replies.filter((one) => one.status === 200)).toHaveLength(24)
    const numbers = await t.db.inCentre(t.centreId, async (tx) => {
      const { rows } = await sql<{ number: string }>`select number from hall.application order by number`.execute(
        tx.sql,
      )
      return rows.map((row) => Number(row.number.slice(-6)))
    })
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test('a service that is closed or unknown takes none', async () => {
    expect((await post('/api/public/applications', { ...good, service: 'nothing' })).body.code).toBe(
      'hall.service_unknown',
    )
  })
})

async function count(): Promise<number> {
  return t.db.inCentre(t.centreId, async (tx) => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from hall.application`.execute(tx.sql)
    return Number(rows[0]?.n)
  })
}

describe('the way of an application', () => {
  test('accept, begin, finish, rate; the applicant sees each and is told by text message', async () => {
    const { id, number, code } = await file()
    expect((await act(id, 'acceptance')).status).toBe(200)
    expect((await act(id, 'progress')).status).toBe(200)
    expect((await act(id, 'completion', { result: '照片已交付' })).status).toBe(200)
    const proof = { number, proof: code.toLowerCase() }
    const rated = await post('/api/public/applications/rate', { ...proof, score: 5, comment: '很好' })
    expect(rated.body).toMatchObject({ state: 'done', score: 5, canRate: false })
    expect(rated.body.timeline.map((one: { act: { zh: string } }) => one.act.zh)).toEqual([
      '提交申请',
      '受理',
      '开始办理',
      '办结',
      '评价',
    ])
    expect((await post('/api/public/applications/rate', { ...proof, score: 1 })).body.code).toBe('hall.already_rated')
    await deliverAll()
    const told = await t.db.inCentre(t.centreId, async (tx) => {
      const { rows } = await sql<{ body: string }>`
        select body from platform.outgoing where recipient = '13812345678' and body like ${`%${number}%`} order by id`.execute(
        tx.sql,
      )
      return rows.map((row) => row.body)
    })
    expect(told).toHaveLength(3)
    expect(told[2]).toContain('照片已交付')
  })

  test('returned with a reason, amended with the code, asked again', async () => {
    const { id, number, code } = await file()
    expect((await act(id, 'return', { reason: ' ' })).body.code).toBe('hall.reason_needed')
    expect((await act(id, 'return', { reason: '请写清件数' })).status).toBe(200)
    const status = await post('/api/public/applications/status', { number, proof: code }, null)
    expect(status.body).toMatchObject({ state: 'returned', reason: '请写清件数', canAmend: true })
    const answers = { ...good.answers, items: '30' }
    const byPhone = await post('/api/public/applications/amend', { number, proof: good.phone, answers })
    expect(byPhone.body.code).toBe('hall.code_needed')
    const amended = await post('/api/public/applications/amend', { number, proof: code, answers })
    expect(amended.body).toMatchObject({ state: 'submitted', reason: null, answers: { items: 30 } })
    expect((await act(id, 'acceptance')).status).toBe(200)
  })

  test('withdrawn by the applicant: nobody can decide on it any more', async () => {
    const { id, number, code } = await file()
    const withdrawn = await post('/api/public/applications/withdraw', { number, proof: code, reason: '不需要了' })
    expect(withdrawn.body.state).toBe('withdrawn')
    expect((await act(id, 'acceptance')).body.code).toBe('hall.act_impossible')
    const open = await t.db.inCentre(t.centreId, async (tx) => {
      const { rows } =
        await sql`select 1 from platform.todo where done_at is null and title like ${`%${number}%`}`.execute(tx.sql)
      return rows.length
    })
    expect(open).toBe(0)
  })

  test('declined needs a reason, which the applicant reads', async () => {
    const { id, number } = await file()
    expect((await act(id, 'refusal', { reason: '' })).body.code).toBe('hall.reason_needed')
    expect((await act(id, 'refusal', { reason: '不在服务范围' })).status).toBe(200)
    const byPhone = await post('/api/public/applications/status', { number, proof: '138 1234 5678' }, null)
    expect(byPhone.body).toMatchObject({ state: 'declined', reason: '不在服务范围', answers: null, provedBy: 'phone' })
  })

  test('the due date counts working days of the service’s limit from acceptance', async () => {
    const services = await get('/api/hall/services?q=产品拍摄', manager.cookie)
    const { id: serviceId, clause: _c, literal: _l, source: _s, updatedAt: _u, ...service } = services.items[0]
    const saved = await t.app.http.inject({
      method: 'PUT',
      url: `/api/hall/services/${serviceId}`,
      payload: { ...service, timeLimitDays: 5 },
      headers: { cookie: manager.cookie },
    })
    expect(saved.statusCode).toBe(200)
    await t.db.globally((tx) =>
      sql`insert into platform.holiday (day, name, is_off, source, notice_year)
        values ('2026-01-01', '元旦', true, 'test', 2026) on conflict do nothing`.execute(tx.sql),
    )
    const { id } = await file()
    await act(id, 'acceptance')
    // Monday 2026-11-23 + 5 working days = the next Monday.
    expect(await get(`/api/hall/applications/${id}`, operator.cookie)).toMatchObject({ dueOn: '2026-11-30' })
  })

  test('two who decide at once: one does, the other is told', async () => {
    const { id } = await file()
    const replies = await Promise.all([act(id, 'acceptance'), act(id, 'return', { reason: '缺材料' }, manager)])
    expect(replies.map((one) => one.status).sort()).toEqual([200, 409])
  })
})

describe('who sees what', () => {
  test('lists and details are masked; seeing whole needs permission and a reason', async () => {
    const { id } = await file()
    const detail = await get(`/api/hall/applications/${id}`, operator.cookie)
    expect(detail).toMatchObject({ applicant: '李**', phone: '138****5678' })
    expect(JSON.stringify(detail)).not.toContain('13812345678')
    expect((await act(id, 'reveal', { reason: '联系取件' })).status).toBe(403)
    expect((await act(id, 'reveal', { reason: '' }, manager)).body.code).toBe('hall.reveal_reason_needed')
    expect((await act(id, 'reveal', { reason: '联系取件' }, manager)).body.phone).toBe('13812345678')
  })

  test('a keeper of one station sees nothing of the centre or of other stations', async () => {
    const { id } = await file()
    const keeper = await t.signIn([{ role: 'keeper', stationId: '77' }], '站长')
    expect((await get('/api/hall/applications', keeper.cookie)).total).toBe(0)
    expect((await act(id, 'acceptance', {}, keeper)).status).toBe(404)
  })

  test('the list and the export hold the same applications, names masked', async () => {
    const listed = await get('/api/hall/applications?size=200&state=declined', operator.cookie)
    const sheet = applicationSheet
    const actor = { ...anonymous(t.centreId), permissions: new Map([['hall.read', 'centre' as const]]) }
    const context = { actor, filter: { state: 'declined' }, reveal: false }
    const page = await t.db.inCentre(t.centreId, (tx) => sheet.list(tx, context, null, 1000))
    expect(await t.db.inCentre(t.centreId, (tx) => sheet.count(tx, context))).toBe(listed.total)
    expect(page.rows.map((row) => row.number)).toEqual(
      listed.items.map((one: { number: string }) => one.number).reverse(),
    )
    expect(listed.total).toBeGreaterThan(0)
    expect(JSON.stringify(page.rows)).not.toContain('13812345678')
  })

  test('a wrong number, phone or code give the same answer', async () => {
    const { number } = await file()
    const ask = (body: object) => post('/api/public/applications/status', body, null)
    const answers = [
      await ask({ number: 'SQ2026-999999', proof: '13812345678' }),
      await ask({ number, proof: '13812345679' }),
      await ask({ number, proof: 'AAAAAAAA' }),
    ]
    expect(new Set(answers.map((one) => `${one.status} ${one.body.message}`)).size).toBe(1)
  })

  test('another centre has neither the services nor the applications', async () => {
    const found = await t.db.inCentre('2', async (tx) => {
      const { rows } = await sql<{ n: string }>`
        select (select count(*) from hall.application) + (select count(*) from hall.service) as n`.execute(tx.sql)
      return Number(rows[0]?.n)
    })
    expect(found).toBe(0)
  })
})

describe('enquiries', () => {
  test('asked, answered, rated', async () => {
    const ask = { kind: 'question', content: '培训班什么时候开？', name: '阿普', phone: '0886-3621234', consent: true }
    const { number, code, id } = (await post('/api/public/enquiries', ask)).body
    expect(number).toBe('ZX2026-000001')
    const url = `/api/hall/enquiries/${id}`
    expect((await post(`${url}/answer`, { answer: ' ' }, null, operator.cookie)).body.code).toBe('hall.answer_needed')
    expect((await post(`${url}/answer`, { answer: '每月第一周。' }, null, operator.cookie)).status).toBe(200)
    const rated = await post('/api/public/enquiries/rate', { number, proof: code, score: 4 })
    expect(rated.body).toMatchObject({ answer: '每月第一周。', score: 4, canRate: false })
    expect((await post(`${url}/closure`, {}, null, operator.cookie)).status).toBe(200)
  })

  test('a correction may be anonymous, a question may not', async () => {
    const correction = { kind: 'correction', content: '错别字', page: '/about' }
    expect((await post('/api/public/enquiries', correction)).body.number).toBe('JC2026-000001')
    const { body } = await post('/api/public/enquiries', { kind: 'question', content: '' })
    expect(body.fields.map((one: { field: string }) => one.field)).toEqual([
      'content',
      'applicantName',
      'phone',
      'consent',
    ])
  })
})

test('removing the plan keeps what was applied for or edited, and names it', async () => {
  const plan = await planHall()
  const result = await t.db.inCentre(t.centreId, (tx) => removePlanServices(tx, 'plan:test'))
  expect(result.kept).toEqual(['服务事项“产品拍摄”'])
  // 26 services, 3 lines and the audiences, less the one kept with its line and audiences.
  const keptAudiences = plan.services.find((one) => one.key === 'product_photo')?.audience.length ?? 0
  expect(result.removed).toBe(
    plan.services.length - 1 + (plan.lines.length - 1) + (plan.audiences.length - keptAudiences),
  )
  const left = await get('/api/public/services', '')
  expect(left.services.map((one: { key: string }) => one.key)).toEqual(['product_photo'])
})

/** What the job queue would do: hands every stored event to its handlers. */
async function deliverAll(): Promise<void> {
  const ids = await t.db.inCentre(t.centreId, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from platform.outbox order by id`.execute(tx.sql)
    return rows.map((row) => row.id)
  })
  for (const id of ids) await deliver(t.db, t.app.handlers, t.centreId, id)
}
