import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Front } from './http-server.ts'
import type { ChangeFeed } from './public-change.ts'
import { securityHeaderList } from './security-headers.ts'
import { pack } from './static-files.ts'

/** What a page's maker gives back; only pages with status 200 are kept. */
export interface MadePage {
  body: string | Buffer
  type: string
  status?: number
}

interface HeldPage {
  body: Buffer
  type: string
  /** made when first needed: a page that nobody can keep needs none */
  etag: string | undefined
  packed: Partial<Record<'br' | 'gzip', Buffer>>
  generation: number
  /** pages speak of today; one a minute old is made again */
  until: number
  bytes: number
}

export interface PageCache {
  /** Answers from memory while the centre's public data stands unchanged, else makes the page. */
  answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<MadePage>): Promise<FastifyReply>
  /** the same from memory alone, before the framework: false where the page is not at hand as it is asked for */
  front: Front
  readonly bytes: number
  readonly size: number
}

export interface PageCacheOptions {
  feed: ChangeFeed
  now: () => Date
  maxBytes: number
  /** what of a request decides which page it is, besides the centre: language, modes, address */
  keyOf(headers: IncomingHttpHeaders, url: string): string
  count?(outcome: 'hit' | 'miss'): void
}

const maxAgeMs = 60_000
const hostFreshMs = 5_000
const mostHosts = 1000

/**
 * Anonymous pages in memory, packed as they go over the wire. A page is good while the generation that was read BEFORE
 * its data is still the centre's, so one rendered across a change is never served twice; while the change line is down
 * every page comes from the database. Oldest use goes first when the memory bound is met.
 */
export function createPageCache(options: PageCacheOptions): PageCache {
  const { feed, now, maxBytes, keyOf } = options
  const pages = new Map<string, HeldPage>()
  let bytes = 0

  const drop = (key: string, page: HeldPage) => {
    if (pages.delete(key)) bytes -= page.bytes
  }
  const keep = (key: string, page: HeldPage) => {
    const earlier = pages.get(key)
    if (earlier) drop(key, earlier)
    if (page.bytes > maxBytes / 8) return
    pages.set(key, page)
    bytes += page.bytes
    for (const [oldest, one] of pages) {
      if (bytes <= maxBytes) break
      drop(oldest, one)
    }
  }
  const find = (key: string, generation: number | undefined): HeldPage | undefined => {
    const page = pages.get(key)
    if (!page || generation === undefined) return undefined
    if (page.generation !== generation || now().getTime() >= page.until) {
      drop(key, page)
      return undefined
    }
    // Re-inserted at the end: the map's order is the order of use.
    pages.delete(key)
    pages.set(key, page)
    return page
  }

  // Which centre a host shows, as the framework's way found it a moment ago (tenant.ts remembers as long).
  const centres = new Map<string, { centreId: string; until: number }>()

  async function answer(request: FastifyRequest, reply: FastifyReply, make: () => Promise<MadePage>) {
    if (centres.size > mostHosts) centres.clear()
    centres.set(request.headers.host ?? '', { centreId: request.centreId, until: now().getTime() + hostFreshMs })
    const whole = `${request.centreId}|${keyOf(request.headers, request.url)}`
    const generation = feed.generation(request.centreId)
    const found = find(whole, generation)
    options.count?.(found ? 'hit' : 'miss')
    if (found) return send(request, reply, found, (added) => grow(whole, found, added))
    const made = await make()
    const page = holdOf(made, generation ?? -1, now().getTime() + maxAgeMs)
    if (made.status && made.status !== 200) reply.code(made.status)
    else if (generation !== undefined && feed.generation(request.centreId) === generation) keep(whole, page)
    if (pages.get(whole) === page || request.headers['if-none-match']) page.etag = etagOf(page.body)
    return send(request, reply, page, (added) => grow(whole, page, added))
  }
  const grow = (key: string, page: HeldPage, added: number) => {
    page.bytes += added
    if (pages.get(key) === page) bytes += added
  }

  const front: Front = (request, response) => {
    const { headers, url } = request
    const centre = centres.get(headers.host ?? '')
    if (request.method !== 'GET' || !url || !centre || now().getTime() > centre.until) return false
    const page = find(`${centre.centreId}|${keyOf(headers, url)}`, feed.generation(centre.centreId))
    if (!page || !sendRaw(request, response, page)) return false
    options.count?.('hit')
    return true
  }

  return {
    answer,
    front,
    get bytes() {
      return bytes
    },
    get size() {
      return pages.size
    },
  }
}

function holdOf(made: MadePage, generation: number, until: number): HeldPage {
  const body = typeof made.body === 'string' ? Buffer.from(made.body) : made.body
  return { body, type: made.type, etag: undefined, packed: {}, generation, until, bytes: body.length + 400 }
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`
}

async function send(request: FastifyRequest, reply: FastifyReply, page: HeldPage, grow: (bytes: number) => void) {
  reply.header('cache-control', 'no-cache').header('vary', 'accept-encoding, cookie')
  if (page.etag) reply.header('etag', page.etag)
  if (page.etag && request.headers['if-none-match'] === page.etag && reply.statusCode === 200)
    return reply.code(304).send()
  reply.header('content-type', page.type)
  const packing = packingFor(request, page)
  if (!packing) return reply.send(page.body)
  let packed = page.packed[packing]
  if (!packed) {
    packed = await pack(page.body, packing)
    page.packed[packing] = packed
    grow(packed.length)
  }
  return reply.header('content-encoding', packing).send(packed)
}

function sendRaw(request: IncomingMessage, response: ServerResponse, page: HeldPage): boolean {
  const packing = packingFor(request, page)
  const body = packing ? page.packed[packing] : page.body
  // Packing takes a moment; the first one who asks for it goes the long way.
  if (!body || !page.etag) return false
  const same = request.headers['if-none-match'] === page.etag
  response.writeHead(same ? 304 : 200, {
    ...securityHeaderList,
    etag: page.etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding, cookie',
    ...(same ? {} : { 'content-type': page.type, 'content-length': body.length }),
    ...(packing && !same ? { 'content-encoding': packing } : {}),
  })
  response.end(same ? undefined : body)
  return true
}

function packingFor(request: { headers: IncomingHttpHeaders }, page: HeldPage): 'br' | 'gzip' | undefined {
  if (page.body.length < 1024 || /^image\/(png|webp)/.test(page.type)) return undefined
  const accepted = request.headers['accept-encoding'] ?? ''
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
}

/** A value read from public data (centre's names, columns), kept per centre as long as that data stands. */
export function createPublicMemo<T>(feed: ChangeFeed) {
  const held = new Map<string, { generation: number; value: T }>()
  return async (centreId: string, read: () => Promise<T>): Promise<T> => {
    const generation = feed.generation(centreId)
    const known = held.get(centreId)
    if (known && known.generation === generation) return known.value
    const value = await read()
    if (generation !== undefined && feed.generation(centreId) === generation) held.set(centreId, { generation, value })
    return value
  }
}
