import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstStart } from '../../first-start.ts'
import { createLogger } from '../../platform/log.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { getPublicCentre, readHolidays } from '../centre/index.ts'
import { planStatus } from '../plan/index.ts'

let app: TestApp
let link: string
beforeAll(async () => {
  app = await startTestApp()
  link = (await start()) ?? ''
})
afterAll(() => app.close())

const start = async () => {
  const deps = { config: app.config, db: app.db, log: createLogger('silent'), now: app.clock }
  return (await firstStart(deps)).setupLink
}
const tokenOf = (path: string) => new URL(path, 'http://x').searchParams.get('token') ?? ''
let calls = 0
const post = (url: string, payload: object) =>
  app.app.http.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'idempotency-key': `setup-test-${++calls}`, origin: app.config.publicUrl },
  })
const wizard = (token: string, more: object = {}) => ({
  token,
  centre: { name: '泸水市农村电子商务公共服务中心', nameEn: '', level: 'county', regionCode: '533301' },
  administrator: {
    name: '李管理',
    username: 'Admin-Li',
    password: '怒江的草果9月熟了Ok!',
    phone: null,
    alsoManager: true,
  },
  data: 'plan',
  accepted: { privacy: true, planMark: true },
  noticeVersion: '2026-11',
  ...more,
})

test('a first start fills the tables, loads the plan and gives a link; every later one a new link that voids it', async () => {
  expect(link).toMatch(/^\/console\/setup\?token=[\w-]{43}$/)
  await app.db.inCentre(app.centreId, async (tx) => {
    expect((await planStatus(tx)).active?.planId).toBe('lushui-2019')
    expect((await readHolidays(tx)).map((one) => one.year)).toContain(2026)
  })
  const next = (await start()) ?? ''
  expect(next).not.toBe(link)
  const before = await post('/api/setup/state', { token: tokenOf(link) })
  expect(before.json()).toMatchObject({ state: 'invalid', known: null })
  link = next
  const now = await post('/api/setup/state', { token: tokenOf(link) })
  expect(now.json()).toMatchObject({ state: 'open', known: { regionCode: '533301' } })
})

test.each([
  ['a wrong token', { token: 'x'.repeat(43) }, 410, 'identity.setup_link_used'],
  [
    'a weak password',
    { administrator: { name: '李', username: 'li.admin', password: 'abc123456', phone: null, alsoManager: false } },
    400,
    'identity.weak_password',
  ],
  [
    'an unknown region',
    { centre: { name: '某中心', nameEn: '', level: 'county', regionCode: '999999' } },
    400,
    'centre.invalid',
  ],
  ['notices not accepted', { accepted: { privacy: true, planMark: false } }, 400, 'request.invalid'],
])('%s is refused and the link stays good', async (_what, more, status, code) => {
  const reply = await post('/api/setup', wizard(tokenOf(link), more))
  expect([reply.statusCode, reply.json().code]).toEqual([status, code])
  expect((await post('/api/setup/state', { token: tokenOf(link) })).json().state).toBe('open')
})

test('finishing uses the link up, and its administrator must bind a second factor', async () => {
  expect((await post('/api/setup', wizard(tokenOf(link)))).json()).toEqual({ ok: true })
  expect((await post('/api/setup', wizard(tokenOf(link)))).json().code).toBe('identity.setup_done')
  expect((await post('/api/setup/state', { token: tokenOf(link) })).json()).toMatchObject({
    state: 'done',
    known: null,
  })
  expect(await start()).toBeNull()
  const signIn = await post('/api/sign-in', { username: 'admin-li', password: '怒江的草果9月熟了Ok!' })
  expect(signIn.json()).toEqual({ next: 'bind-second-factor' })
  const centre = await app.db.inCentre(app.centreId, getPublicCentre)
  expect(centre).toMatchObject({ areaSqm: '1524.49', regionName: '泸水市' })
  expect(centre.setUpAt).toBeInstanceOf(Date)
})

test('choosing to start empty removes the plan, and a restart does not bring it back', async () => {
  const other = await startTestApp()
  const deps = { config: other.config, db: other.db, log: createLogger('silent'), now: other.clock }
  const path = (await firstStart(deps)).setupLink ?? ''
  const reply = await other.app.http.inject({
    method: 'POST',
    url: '/api/setup',
    payload: wizard(tokenOf(path), { data: 'empty' }),
    headers: { 'idempotency-key': 'setup-empty-1', origin: other.config.publicUrl },
  })
  expect(reply.json()).toEqual({ ok: true })
  await firstStart(deps)
  await other.db.inCentre(other.centreId, async (tx) => {
    expect((await planStatus(tx)).active).toBeNull()
    expect(await getPublicCentre(tx)).toMatchObject({ name: '泸水市农村电子商务公共服务中心', areaSqm: null })
  })
  await other.close()
})
