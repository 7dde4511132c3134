import type { FastifyInstance, FastifyRequest } from 'fastify'
import { emptyProfile, getPublicCentre, type PublicCentre } from '../modules/centre/index.ts'
import type { Front } from '../platform/http-server.ts'
import { createPageCache, createPublicMemo, type MadePage } from '../platform/page-cache.ts'
import type { AssetFolder } from '../platform/static-files.ts'
import { type Ask, type PortalDeps, plainQuery } from './ask.ts'
import { dictionaryOf } from './locale/dictionary.ts'
import { modesOf, visitorKey } from './modes.ts'
import type { PageContext } from './page-context.ts'
import type { SiteCss } from './site-css.ts'

const longestKey = 400

/** Mounts pages: kept ones through the page cache, the others (forms, receipts, answers) made for each visitor. */
export interface Pages {
  /** a page that is the same for everybody with the same language and modes */
  page(path: string, make: (ask: Ask) => Promise<string>): void
  /** the same for a file: feeds, tables, pictures */
  file(path: string, type: string, make: (ask: Ask) => Promise<string | Buffer>): void
  /** a page of one visitor: never kept, never stored on the way */
  private(path: string, make: (ask: Ask, request: FastifyRequest) => Promise<string>): void
  front: Front
  askOf(request: FastifyRequest, path?: string): Promise<Ask>
  /** for error pages: never fails, even without a database */
  contextOf(request: FastifyRequest): Promise<PageContext>
}

export const htmlType = 'text/html; charset=utf-8'

export function createPages(http: FastifyInstance, deps: PortalDeps, css: SiteCss, scripts: AssetFolder): Pages {
  const cache = createPageCache({
    feed: deps.feed,
    now: deps.now,
    maxBytes: deps.config.pageCacheMb * 1024 * 1024,
    keyOf: (headers, url) => `${visitorKey(headers)}|${url}`,
    count: (outcome) => deps.metrics?.cache.inc({ outcome }),
  })
  const centreMemo = createPublicMemo<PublicCentre>(deps.feed)
  const lastKnown = new Map<string, PublicCentre>()
  const files = { css: css.name, scripts: scripts.has('site.js') ? [scriptName(scripts)] : [] }

  const centreOf = async (centreId: string): Promise<PublicCentre> => {
    const centre = await centreMemo(centreId, () => deps.db.inCentre(centreId, getPublicCentre))
    lastKnown.set(centreId, centre)
    return centre
  }
  const contextWith = (request: FastifyRequest, centre: PublicCentre, path = request.url): PageContext => ({
    locale: request.locale,
    t: dictionaryOf(request.locale),
    modes: modesOf(request),
    centre,
    path,
    origin: deps.config.publicUrl,
    now: deps.now(),
    files,
  })
  const askOf = async (request: FastifyRequest, path?: string): Promise<Ask> => {
    const { centreId } = request
    return {
      ctx: contextWith(request, await centreOf(centreId), path),
      centreId,
      db: deps.db,
      params: request.params as Record<string, string>,
      query: plainQuery(request.query),
      inCentre: (work) => deps.db.inCentre(centreId, work),
    }
  }
  const kept = (path: string, type: string, make: (ask: Ask) => Promise<string | Buffer>) =>
    http.get(path, async (request, reply) => {
      const made = async (): Promise<MadePage> => ({ type, body: await make(await askOf(request)) })
      if (request.url.length > longestKey) {
        reply.header('cache-control', 'no-store').type(type)
        return reply.send((await made()).body)
      }
      return cache.answer(request, reply, made)
    })

  return {
    page: (path, make) => void kept(path, htmlType, make),
    file: (path, type, make) => void kept(path, type, make),
    private: (path, make) =>
      void http.get(path, async (request, reply) => {
        const body = await make(await askOf(request), request)
        return reply.header('cache-control', 'no-store').type(htmlType).send(body)
      }),
    front: cache.front,
    askOf,
    contextOf: async (request) => {
      const known = lastKnown.get(request.centreId) ?? { ...emptyProfile, setUpAt: null, regionName: null }
      return contextWith(request, known, '/')
    },
  }
}

/** The built script by a name that changes with its content. */
function scriptName(scripts: AssetFolder): string {
  const manifest: unknown = JSON.parse(scripts.text('manifest.json') ?? '{}')
  const site = isRecord(manifest) && isRecord(manifest.site) ? manifest.site : {}
  return typeof site.hash === 'string' ? `site.js?v=${site.hash}` : 'site.js'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
