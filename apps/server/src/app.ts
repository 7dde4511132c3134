import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Logger as Pino } from 'pino'
import { authenticate, permissionNames } from './modules/identity/index.ts'
import { modules } from './modules.ts'
import { anonymous } from './platform/actor.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { createStorage } from './platform/files/open-storage.ts'
import { createMount, type MountedRoute } from './platform/http.ts'
import { refuseCrossSite } from './platform/http-origin.ts'
import { createHttpServer } from './platform/http-server.ts'
import type { JobHandler, Schedule } from './platform/jobs.ts'
import { createMailSender } from './platform/mail-sender.ts'
import { joinMessages, type Locale } from './platform/messages.ts'
import type { Metrics } from './platform/metrics.ts'
import type { ModuleDeps } from './platform/module.ts'
import { openApiOf } from './platform/openapi.ts'
import { openApiPage } from './platform/openapi-page.ts'
import type { EventHandler } from './platform/outbox.ts'
import { outboxOnly } from './platform/outgoing.ts'
import type { ChangeFeed } from './platform/public-change.ts'
import { serveReadiness } from './platform/ready.ts'
import { sheetRegistry } from './platform/sheet/binding.ts'
import { serveSinglePageApp } from './platform/single-page-app.ts'
import { openAssets, serveAssets } from './platform/static-files.ts'
import { createCentreOfHost } from './platform/tenant.ts'
import { mountPortal, type Portal } from './portal/portal.ts'

export interface AppDeps {
  config: Config
  db: Db
  log: Pino
  now: () => Date
  feed: ChangeFeed
  /** absent in tests */
  metrics?: Metrics
}

export interface App {
  http: FastifyInstance
  routes: readonly MountedRoute[]
  /** addresses that answer without a contract (pages, static files, probes): the policy test looks at them */
  unlisted: readonly string[]
  jobs: Readonly<Record<string, JobHandler>>
  handlers: readonly EventHandler[]
  schedules: readonly Schedule[]
}

const root = join(import.meta.dirname, '../../..')

/** The composition root: builds what the modules need and mounts them; knows everyone, is known by none. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, db, now } = deps
  const messages = joinMessages(...modules.map((module) => module.messages ?? {}))
  let portal: Portal | undefined
  const http = await createHttpServer({
    log: deps.log,
    messages,
    trustProxy: config.trustProxy,
    front: (request, response) => portal?.front(request, response) ?? false,
    errorPage: async (request, reply, problem) => portal?.errorPage(request, reply, problem),
  })
  deps.metrics?.watch(http)
  const centreOfHost = createCentreOfHost(db, now)
  const flows = new Map(modules.flatMap((module) => module.flows ?? []).map((flow) => [flow.name, flow]))
  const stopping = new AbortController()
  http.addHook('preClose', async () => stopping.abort())
  const moduleDeps: ModuleDeps = {
    config,
    db,
    log: deps.log,
    now,
    sender: config.mail.kind === 'smtp' ? createMailSender(config.mail.url) : outboxOnly,
    feed: deps.feed,
    stopping: stopping.signal,
    flows,
    messages,
    storage: createStorage(config),
    sheets: sheetRegistry(modules.flatMap((module) => module.sheets ?? [])),
    attachables: new Map(modules.flatMap((module) => module.attachables ?? []).map((one) => [one.kind, one])),
    fileUses: modules.flatMap((module) => module.fileUses ?? []),
  }

  const addresses: string[] = []
  http.addHook('onRoute', ({ method, url }) => {
    addresses.push(`${String(method)} ${url}`)
  })
  http.decorateRequest('centreId', '')
  http.decorateRequest('locale', 'zh-CN')
  http.addHook('onRequest', async (request) => {
    request.locale = localeOf(request.headers, request.cookies)
    refuseCrossSite(request, config.publicUrl)
    if (isStatic(request.url)) return
    request.centreId = await centreOfHost(request.headers.host ?? '')
    request.actor = await authenticate(db, now(), request.centreId, request)
  })
  http.addHook('preHandler', async (request) => {
    request.actor ??= anonymous(request.centreId)
  })

  const routes: MountedRoute[] = []
  const mount = createMount({ app: http, db, now, permissions: permissionNames, registry: routes })
  for (const module of modules) module.mount?.(mount, moduleDeps)

  mountOpenApi(http, routes, config.publicUrl)
  serveSinglePageApp(http, 'console', openAssets(join(root, 'apps/console/dist')))
  serveSinglePageApp(http, 'screen', openAssets(join(root, 'apps/screen/dist')))
  const scripts = openAssets(join(root, 'apps/server/dist/islands'))
  serveAssets(http, '/assets', scripts)
  portal = mountPortal(http, { ...deps, messages }, scripts)

  http.get('/livez', async () => ({ ok: true }))
  serveReadiness(http, db)
  return {
    http,
    routes,
    unlisted: addresses.filter((address) => !routes.some((route) => `${route.method} ${route.path}` === address)),
    jobs: Object.assign({}, ...modules.map((module) => module.jobs?.(moduleDeps) ?? {})),
    handlers: modules.flatMap((module) => module.handlers?.(moduleDeps) ?? []),
    schedules: modules.flatMap((module) => module.schedules?.(moduleDeps) ?? []),
  }
}

function isStatic(url: string): boolean {
  return (
    url.startsWith('/assets/') ||
    url.startsWith('/console/assets/') ||
    url.startsWith('/livez') ||
    url.startsWith('/readyz')
  )
}

function localeOf(headers: Record<string, unknown>, cookies: Record<string, string | undefined>): Locale {
  const asked = headers['x-locale'] ?? cookies.xh_lang
  return asked === 'en' ? 'en' : 'zh-CN'
}

function mountOpenApi(http: FastifyInstance, routes: readonly MountedRoute[], url: string): void {
  const about = { title: '乡汇 Xianghui', version: '0.1.0', url }
  http.get('/api/openapi.json', async () => openApiOf(routes, about))
  http.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(openApiPage(routes)))
}
