import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { insertPlanArticles } from '../modules/content/index.ts'
import { findApplicationForPublic } from '../modules/hall/index.ts'
import { loadPlan } from '../modules/plan/index.ts'
import { systemActor } from '../platform/actor.ts'
import { publicChanged } from '../platform/public-change.ts'
import { resetRateLimits } from '../platform/rate-limit.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import type { Receipt } from './apply.view.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.db.inCentre(app.centreId, (tx) => loadPlan(tx, systemActor(app.centreId), 'lushui'))
})
afterAll(() => app.close())
beforeEach(resetRateLimits)

const get = (url: string, headers: Record<string, string> = {}) =>
  app.app.http.inject({ url, headers: { accept: 'text/html', ...headers } })

const postForm = (url: string, fields: Record<string, string>) =>
  app.app.http.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

const pages = [
  '/',
  '/news',
  '/news?column=guide',
  '/services',
  '/services?line=training&audience=returnee&zone=training',
  '/services/product_photo',
  '/services/product_photo/apply',
  '/zones',
  '/zones/studio',
  '/activities',
  '/activities?month=2019-10',
  '/products',
  '/training',
  '/statistics',
  '/stations',
  '/search',
  '/search?q=%E5%9F%B9%E8%AE%AD',
  '/search?q=%3Cscript%3E',
  '/contact',
  '/corrections?page=/news',
  '/about',
  '/sitemap',
  '/privacy',
  '/accessibility',
  '/apply/status',
  '/apply/receipt',
]

describe.each(['zh-CN', 'en'])('every page in %s', (lang) => {
  test.each(pages)('%s', async (url) => {
    const reply = await get(url, { cookie: `xh_lang=${lang}; xh_modes=ec1` })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body.match(/<h1/g)).toHaveLength(1)
    expect(reply.body).toContain(`<html lang="${lang}" class="elder contrast text-large"`)
    // The CSP has no 'unsafe-inline', and no page may need it.
    expect(reply.body).not.toMatch(
      /<style|\sstyle="|\son[a-z]+="|<script(?! type="application\/ld\+json"| src="\/assets\/)/,
    )
    expect(reply.body).not.toMatch(/undefined|\[object |NaN/)
    const ids = [...reply.body.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('every link of the site leads somewhere', async () => {
  const seen = new Set<string>(['/'])
  for (const url of seen) {
    const reply = await get(url)
    expect([url, reply.statusCode]).toEqual([url, 200])
    if (!String(reply.headers['content-type']).startsWith('text/html')) continue
    for (const [, href] of reply.body.matchAll(/href="(\/(?!assets|prefs|console|api)[^"#?]*)/g)) {
      if (href && seen.size < 400) seen.add(href.replaceAll('&amp;', '&'))
    }
  }
  expect(seen.size).toBeGreaterThan(60)
}, 60_000)

describe('files for machines', () => {
  test.each([
    ['/sitemap.xml', 'application/xml', '<loc>http://'],
    ['/rss.xml', 'application/rss+xml', '<item>'],
    ['/robots.txt', 'text/plain', 'Sitemap: http'],
    ['/activities.ics', 'text/calendar', 'BEGIN:VEVENT'],
    ['/manifest.webmanifest', 'application/manifest+json', '"start_url":"/"'],
    ['/favicon.svg', 'image/svg+xml', '<svg'],
  ])('%s', async (url, type, holds) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toContain(type)
    expect(reply.body).toContain(holds)
  })

  test('the share card is a picture of 1200×630', async () => {
    const { rawPayload } = await get('/share-card.png')
    expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([1200, 630])
  })

  test('the first view is small: page and style sheet together', async () => {
    const page = await get('/', { 'accept-encoding': 'br' })
    const css = (await get('/')).body.match(/\/assets\/site\.[0-9a-f]+\.css/)?.[0] ?? ''
    const sheet = await get(css, { 'accept-encoding': 'br' })
    expect(sheet.headers['cache-control']).toContain('immutable')
    expect(page.rawPayload.length).toBeLessThan(30_000)
    expect(page.rawPayload.length + sheet.rawPayload.length).toBeLessThan(60_000)
  })
})

describe('an online application', () => {
  const url = '/services/class_signup/apply'
  const filled = {
    applicantName: '和阿娜',
    phone: '13888888888',
    group: 'homemaker',
    course: 'manage',
    region: '533301002',
    experience: 'no',
    consent: 'yes',
  }
  const receiptOf = (reply: { cookies: { name: string; value: string }[] }): Receipt => {
    const cookie = reply.cookies.find((one) => one.name === 'xh_receipt')?.value ?? ''
    return JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as Receipt
  }

  test('each visitor’s form has a one-time key of its own and is kept nowhere', async () => {
    const [one, two] = [await get(url), await get(url)]
    const keyOf = (body: string) => body.match(/name="onceKey" value="([^"]+)"/)?.[1]
    expect(keyOf(one.body)).toMatch(/^[0-9a-f-]{36}$/)
    expect(keyOf(one.body)).not.toBe(keyOf(two.body))
    expect(one.headers['cache-control']).toBe('no-store')
  })

  test('with faults comes back whole, each fault beside its field', async () => {
    const reply = await postForm(url, { onceKey: randomUUID(), applicantName: '和<b>', phone: '1388' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('value="和&lt;b&gt;"')
    expect(reply.body).toContain('value="1388"')
    expect(reply.body).toContain('请填写11位手机号码')
    expect(reply.body).toContain('id="field-consent-error"')
    expect(reply.body.match(/class="field-error"/g)?.length).toBeGreaterThanOrEqual(5)
  })

  test('a value that only the module can judge is told beside its field too', async () => {
    const reply = await postForm(url, { ...filled, onceKey: randomUUID(), region: '999999999' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('id="field-region-error"')
  })

  test('sent twice is filed once, and its receipt opens it again', async () => {
    const onceKey = randomUUID()
    const [first, again] = [await postForm(url, { ...filled, onceKey }), await postForm(url, { ...filled, onceKey })]
    expect([first.statusCode, again.statusCode]).toEqual([303, 303])
    const receipt = receiptOf(first)
    expect(receiptOf(again)).toEqual(receipt)
    const cookie = first.cookies.find((one) => one.name === 'xh_receipt')
    const page = await get('/apply/receipt', { cookie: `xh_receipt=${cookie?.value}` })
    expect(page.body).toContain(receipt.number)
    expect(page.body).toContain(receipt.code)

    const number = receipt.number ?? ''
    const proof = receipt.code ?? ''
    const status = await postForm('/apply/status', { number, proof })
    expect(status.statusCode).toBe(200)
    expect(status.body).toContain('已提交')
    expect(status.body).toContain('经营管理')
    const byPhone = await postForm('/apply/status', { number, proof: filled.phone })
    expect(byPhone.body).not.toContain('经营管理')
    const wrong = await postForm('/apply/status', { number, proof: 'AAAAAAAA' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).not.toContain('创业培训班报名')

    const withdrawn = await postForm('/apply/withdraw', { number, proof, onceKey: randomUUID() })
    expect(withdrawn.body).toContain('申请已撤回')
    const found = await app.db.inCentre(app.centreId, (tx) => findApplicationForPublic(tx, { number, proof }))
    expect(found.state).toBe('withdrawn')
  })

  test('from another site is refused', async () => {
    const reply = await app.app.http.inject({
      method: 'POST',
      url,
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...filled, onceKey: randomUUID() }).toString(),
    })
    expect(reply.statusCode).toBe(403)
  })

  test('too many from one address have to wait', async () => {
    let status = 0
    for (let i = 0; i < 70 && status !== 429; i++) status = (await postForm(url, {})).statusCode
    expect(status).toBe(429)
  })
})

test('an enquiry and a report of an error are filed and leave a receipt', async () => {
  const enquiry = {
    applicantName: '和阿娜',
    phone: '13888888888',
    kind: 'question',
    content: '怎样开店',
    consent: 'yes',
  }
  expect((await postForm('/contact', { ...enquiry, onceKey: randomUUID() })).statusCode).toBe(303)
  const report = { page: '/news', words: '有错字', contact: '' }
  expect((await postForm('/corrections', { ...report, onceKey: randomUUID() })).statusCode).toBe(303)
  expect((await postForm('/corrections', { page: '', words: '', onceKey: randomUUID() })).statusCode).toBe(422)
})

describe('pages that are not there', () => {
  test.each(['/nope', '/news/1', '/news/x', '/services/nope', '/zones/nope', '/news/99999999999999999999'])(
    '%s',
    async (url) => {
      const reply = await get(url)
      expect(reply.statusCode).toBe(404)
      expect(reply.body).toContain('没有找到这个页面')
      expect(reply.body).toContain('<svg')
    },
  )

  test('a program gets JSON', async () => {
    const reply = await app.app.http.inject({ url: '/nope', headers: { accept: 'application/json' } })
    expect(reply.json().code).toBe('request.not_found')
  })
})

test('a published article is on the list at once, on a page that was cached before', async () => {
  await get('/news')
  await app.db.inCentre(app.centreId, async (tx) => {
    await insertPlanArticles(tx, [articleRow], 'own')
    await publicChanged(tx)
  })
  await vi.waitFor(async () => expect((await get('/news')).body).toContain('刚刚发布的通知'), 2000)
})

const articleRow = {
  key: 'just-now',
  order: 1,
  column: 'notice',
  title: '刚刚发布的通知',
  titleEn: 'Just published',
  summary: '',
  summaryEn: '',
  bodyHtml: '<p>正文</p>',
  bodyHtmlEn: '<p>Text</p>',
  source: '本站',
  sourceEn: 'This site',
}

test('a choice of modes is kept in a cookie and leads back', async () => {
  const reply = await get('/prefs?modes=e1&back=/news')
  expect(reply.statusCode).toBe(303)
  expect(reply.headers.location).toBe('/news')
  expect(reply.cookies).toContainEqual(expect.objectContaining({ name: 'xh_modes', value: 'e1' }))
})
