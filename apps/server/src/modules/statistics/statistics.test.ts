import { get as httpGet, type IncomingMessage } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../platform/actor.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { addCentre, startTestApp, type TestApp } from '../../testing/app.ts'
import { submitApplication } from '../hall/index.ts'
import { loadPlan } from '../plan/index.ts'
import { measureOf, personsOf } from './figure.rules.ts'
import { listPublicStatistics } from './index.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
  await addCentre(t.db, '2')
  await t.db.inCentre(t.centreId, (tx) => loadPlan(tx, systemActor(t.centreId), 'lushui'))
})
afterAll(() => t.close())

const file = () =>
  t.db.inCentre(t.centreId, (tx) =>
    submitApplication(tx, {
      service: 'product_photo',
      answers: { applicantKind: 'person', product: '草果', items: '1', use: 'shop' },
      applicantName: '李小花',
      phone: '13812345678',
      consent: true,
    }),
  )

async function figures(centreId = t.centreId) {
  const read = await t.db.inCentre(centreId, listPublicStatistics)
  return new Map(read.figures.map((one) => [one.key, one]))
}

async function plain(query: string): Promise<number> {
  return t.db.inCentre(t.centreId, async (tx) => {
    const { rows } = await sql<{ n: string }>`${sql.raw(query)}`.execute(tx.sql)
    return Number(rows[0]?.n)
  })
}

test('figures equal plain counts of the tables', async () => {
  for (let i = 0; i < 5; i++) await file()
  t.clock.set('2026-12-01T09:00:00+08:00')
  await file()
  await t.db.inCentre(t.centreId, (tx) =>
    // Two finished: after 8 and after 2 days, so the median is 5.
    sql`update hall.application set state = 'done', closed_at = submitted_at + case right(number, 1) when '1'
      then interval '8 days' else interval '2 days' end where right(number, 1) in ('1', '2')`.execute(tx.sql),
  )
  const found = await figures()
  const value = (key: string) => found.get(key)?.value
  expect(value('zones')).toBe(await plain('select count(*) as n from centre.zone'))
  expect(value('services_open')).toBe(await plain("select count(*) as n from hall.service where state = 'open'"))
  expect(value('received')).toBe(await plain('select count(*) as n from hall.application'))
  expect(value('received')).toBe(6)
  expect(value('received_month')).toBe(1)
  expect(value('finished')).toBe(2)
  expect(value('finished_month')).toBe(1)
  expect(value('median_days')).toBe(5)
  expect(value('activities_planned')).toBe(
    await plain("select count(*) as n from plan.activity where status = 'planned' and not milestone"),
  )
})

test('what nobody collects says so and is not 0', async () => {
  const found = await figures()
  expect(found.get('trained')).toMatchObject({ value: null, state: 'not_collected', text: '尚未开展采集' })
  expect(found.get('participants')).toMatchObject({ value: null, text: '尚未开展采集' })
})

test.each([
  [null, '尚未开展采集'],
  [0, '0'],
  [1, '少于3'],
  [2, '少于3'],
  [3, '3'],
])('%s persons are shown as %s', (persons, text) => {
  expect(personsOf(persons).text).toBe(text)
})

test('a measure without cases has none', () => {
  expect(measureOf(null, 1)).toMatchObject({ value: null, text: '暂无数据' })
  expect(measureOf(2.25, 1).value).toBe(2.3)
})

test('another centre counts nothing of this one', async () => {
  const found = await figures('2')
  expect(found.get('received')?.value).toBe(0)
  expect(found.get('zones')?.value).toBe(0)
})

test('the CSV opens in Excel and holds every figure', async () => {
  const reply = await t.app.http.inject('/api/public/statistics.csv')
  expect(reply.headers['content-type']).toContain('text/csv')
  expect(reply.body.startsWith('\uFEFF分组,指标')).toBe(true)
  expect(reply.body.trim().split('\r\n')).toHaveLength((await figures()).size + 1)
})

test('the screen shows the same counts, the lunar day and no outline without a licence', async () => {
  const screen = (await t.app.http.inject('/api/public/screen')).json()
  expect(screen).toMatchObject({
    counts: { received: 6, finished: 2, medianDays: 5 },
    day: { text: '2026年12月1日 星期二', lunar: '农历十月廿三' },
    map: null,
  })
  expect(screen.zones).toHaveLength(9)
  expect(screen.lines).toHaveLength(3)
  expect(screen.flow).toHaveLength(30)
  expect(screen.flow.reduce((sum: number, one: { received: number }) => sum + one.received, 0)).toBe(6)
})

test('an outline is shown only with its licence', async () => {
  const manager = await t.signIn(['manager'])
  const coordinates = [
    [98.6, 25.6],
    [99.1, 25.6],
    [99.1, 26.4],
    [98.6, 25.6],
  ]
  const geoJson = { features: [{ geometry: { type: 'Polygon', coordinates: [coordinates] } }] }
  const put = (payload: object) =>
    t.app.http.inject({ method: 'PUT', url: '/api/statistics/map', payload, headers: { cookie: manager.cookie } })
  const refused = await put({ licence: '', geoJson: {} })
  expect(refused.json().fields.map((one: { field: string }) => one.field)).toEqual(['licence', 'geoJson'])
  expect((await put({ licence: '云S（2021）45号', geoJson })).statusCode).toBe(200)
  const shown = async () => (await t.app.http.inject('/api/public/screen')).json().map
  await expect.poll(shown).toMatchObject({ licence: '云S（2021）45号' })
  await t.app.http.inject({
    method: 'POST',
    url: '/api/statistics/map/removal',
    payload: {},
    headers: { cookie: manager.cookie },
  })
  await expect.poll(shown).toBeNull()
})

test('a new application reaches the screen’s data and its stream', async () => {
  await expect.poll(() => t.feed.generation(t.centreId)).toBeDefined()
  const before = (await t.app.http.inject('/api/public/screen')).json().counts.received
  const address = await t.app.http.listen({ host: '127.0.0.1', port: 0 })
  const { events, close } = await follow(`${address}/api/public/screen/events`)
  await expect.poll(() => events.join('')).toContain('event: beat')
  await file()
  await t.db.inCentre('2', publicChanged)
  await expect.poll(() => events.join('').match(/event: change/g)?.length, { timeout: 5000 }).toBe(1)
  expect((await t.app.http.inject('/api/public/screen')).json().counts.received).toBe(before + 1)
  close()
})

test('without asking for a stream the state comes at once', async () => {
  expect((await t.app.http.inject('/api/public/screen/events')).json()).toHaveProperty('live')
})

function follow(url: string): Promise<{ events: string[]; close(): void }> {
  const events: string[] = []
  return new Promise((resolve, reject) => {
    const request = httpGet(url, { headers: { accept: 'text/event-stream' } }, (reply: IncomingMessage) => {
      reply.setEncoding('utf8').on('data', (text: string) => events.push(text))
      resolve({ events, close: () => request.destroy() })
    }).on('error', reject)
  })
}
