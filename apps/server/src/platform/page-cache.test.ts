import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { createPageCache, createPublicMemo, type MadePage } from './page-cache.ts'
import { publicChanged } from './public-change.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await vi.waitFor(() => expect(app.feed.generation(app.centreId)).toBeDefined(), 5000)
})
afterAll(() => app.close())

const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** A server with one cached page per path, and how often each was made. */
function serve(make: (made: number) => Promise<MadePage>, maxBytes = 1_000_000) {
  const cache = createPageCache({ feed: app.feed, now: app.clock, maxBytes, keyOf: (_headers, url) => url })
  const http = Fastify()
  servers.push(http)
  let made = 0
  http.decorateRequest('centreId', app.centreId)
  http.get('/*', (request, reply) => cache.answer(request, reply, () => make(++made)))
  const get = (url = '/', headers: Record<string, string> = {}) => http.inject({ url, headers })
  return { get, cache, made: () => made }
}

const html = (body: string): MadePage => ({ type: 'text/html; charset=utf-8', body })
const publish = () => app.db.inCentre(app.centreId, publicChanged)

/** Commits a change and waits until this process has heard of it. */
async function publishAndHear(): Promise<void> {
  const before = app.feed.generation(app.centreId)
  await publish()
  await vi.waitFor(() => {
    const now = app.feed.generation(app.centreId)
    expect(now).toBeDefined()
    expect(now).not.toBe(before)
  }, 5000)
}

describe('an anonymous page', () => {
  test('is made once while nothing changes', async () => {
    const page = serve(async (made) => html(`made ${made}`))
    expect((await page.get()).body).toBe('made 1')
    expect((await page.get()).body).toBe('made 1')
    expect(page.made()).toBe(1)
  })

  test('is made again after a published change', async () => {
    const page = serve(async (made) => html(`made ${made}`))
    await page.get()
    await publishAndHear()
    expect((await page.get()).body).toBe('made 2')
  })

  test('rendered across a change is answered but never served again', async () => {
    const page = serve(async (made) => {
      // The data was read before this; the change commits while the page is still being written.
      if (made === 1) await publishAndHear()
      return html(`made ${made}`)
    })
    expect((await page.get()).body).toBe('made 1')
    expect(page.cache.size).toBe(0)
    expect((await page.get()).body).toBe('made 2')
  })

  test('of another address is another page', async () => {
    const page = serve(async (made) => html(`made ${made}`))
    expect((await page.get('/a')).body).toBe('made 1')
    expect((await page.get('/b')).body).toBe('made 2')
    expect((await page.get('/a')).body).toBe('made 1')
  })

  test('speaks of today, so after a minute it is made again', async () => {
    const page = serve(async (made) => html(`made ${made}`))
    await page.get()
    app.clock.advance(61_000)
    expect((await page.get()).body).toBe('made 2')
  })

  test('with another status than 200 is not kept', async () => {
    const page = serve(async (made) => ({ ...html(`made ${made}`), status: 404 }))
    expect((await page.get()).statusCode).toBe(404)
    expect((await page.get()).body).toBe('made 2')
  })

  test('whose making fails leaves nothing behind', async () => {
    const page = serve(async (made) => {
      if (made === 1) throw new Error('no database')
      return html(`made ${made}`)
    })
    expect((await page.get()).statusCode).toBe(500)
    expect((await page.get()).body).toBe('made 2')
  })
})

describe('on the wire', () => {
  const text = '泸水'.repeat(2000)

  test('packed pages unpack to the same text', async () => {
    const page = serve(async () => html(text))
    const br = await page.get('/', { 'accept-encoding': 'gzip, br' })
    const gzip = await page.get('/', { 'accept-encoding': 'gzip' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(text)
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(text)
    expect(page.made()).toBe(1)
  })

  test('a browser that has the page gets 304, and a new page once it changed', async () => {
    const page = serve(async (made) => html(`made ${made}`))
    const tag = String((await page.get()).headers.etag)
    expect((await page.get('/', { 'if-none-match': tag })).statusCode).toBe(304)
    await publishAndHear()
    expect((await page.get('/', { 'if-none-match': tag })).statusCode).toBe(200)
  })

  test('browsers ask again each time', async () => {
    const page = serve(async () => html('x'))
    expect((await page.get()).headers['cache-control']).toBe('no-cache')
  })
})

test('memory is bounded: what was used longest ago goes first', async () => {
  const page = serve(async () => html('x'.repeat(1000)), 15_000)
  for (let i = 0; i < 40; i++) {
    await page.get(`/${i}`)
    await page.get('/0')
  }
  expect(page.cache.bytes).toBeLessThanOrEqual(15_000)
  const made = page.made()
  await page.get('/0')
  expect(page.made()).toBe(made)
  await page.get('/1')
  expect(page.made()).toBe(made + 1)
})

test('a value kept from public data is read again after a change', async () => {
  const memo = createPublicMemo<number>(app.feed)
  let reads = 0
  const read = () => memo(app.centreId, async () => ++reads)
  expect([await read(), await read()]).toEqual([1, 1])
  await publishAndHear()
  expect(await read()).toBe(2)
})
