import { createHash } from 'node:crypto'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@xianghui/kit/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import type { Actor } from './actor.ts'
import { may } from './actor.ts'
import type { Db, Tx } from './db.ts'
import { onceOnly } from './idempotency.ts'
import type { Locale } from './messages.ts'
import { type RateLimit, takeToken } from './rate-limit.ts'
import { Refusal } from './refusal.ts'

/** 'public' = anyone; 'signed-in' = any account; otherwise a permission that the module map of permissions knows. */
export type Policy = 'public' | 'signed-in' | (string & {})

export interface RouteOptions {
  may: Policy
  /** requests per window and caller; a default protects every public write */
  rate?: RateLimit
  /** most bytes of the body where it differs from 1 MiB */
  bodyLimit?: number
}

/** What a handler gets: checked input, who asks, and the doors to the centre's data. */
export interface Call<E> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  actor: Actor
  centreId: string
  now: Date
  locale: Locale
  ip: string
  /** one transaction of the caller's centre; for an idempotent endpoint it also keeps the answer (at most one such call) */
  inCentre<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  request: FastifyRequest
  reply: FastifyReply
}

export interface MountedRoute {
  method: string
  path: string
  may: Policy
  idempotent: boolean
  summary: string
  endpoint: Endpoint
}

export interface HttpParts {
  app: FastifyInstance
  db: Db
  now: () => Date
  /** every permission that exists; a route naming another does not start */
  permissions: ReadonlySet<string>
  registry: MountedRoute[]
}

/** Set by the authentication hook (platform/http-auth.ts) before any handler runs. */
declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    centreId: string
    locale: Locale
  }
}

/** Mounts endpoints; each names its policy, and one without a known policy does not start. */
export type Mount = <E extends Endpoint<TSchema, TSchema, TSchema, TSchema>>(
  endpoint: E,
  options: RouteOptions,
  handle: (call: Call<E>) => Promise<ReplyOf<E> | FastifyReply>,
) => void

const publicWrites: RateLimit = { tokens: 20, seconds: 60 }

export function createMount(parts: HttpParts): Mount {
  return (endpoint, options, handle) => {
    refuseUnknownPolicy(endpoint, options.may, parts.permissions)
    parts.registry.push({
      method: endpoint.method,
      path: endpoint.path,
      may: options.may,
      idempotent: endpoint.idempotent,
      summary: endpoint.summary,
      endpoint,
    })
    const write = endpoint.method !== 'GET'
    const rate = options.rate ?? (write && options.may === 'public' ? publicWrites : undefined)
    parts.app.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: {
        summary: endpoint.summary,
        tags: [endpoint.path.split('/')[2] ?? 'api'],
        params: endpoint.params,
        querystring: endpoint.query,
        ...(write && !isMultipart(endpoint) && takesBody(endpoint) ? { body: endpoint.body } : {}),
        response: { 200: endpoint.reply },
      },
      ...(options.bodyLimit ? { bodyLimit: options.bodyLimit } : {}),
      // Policy before validation: a stranger learns nothing about the shape of what he may not do.
      preValidation: async (request) => {
        checkPolicy(request.actor, options.may)
        if (rate) takeToken(`${endpoint.method} ${endpoint.path}|${request.ip}`, rate, parts.now())
      },
      handler: async (request, reply) => {
        const call = {
          params: request.params as ParamsOf<typeof endpoint>,
          query: request.query as QueryOf<typeof endpoint>,
          body: request.body as BodyOf<typeof endpoint>,
          actor: request.actor,
          centreId: request.centreId,
          now: parts.now(),
          locale: request.locale,
          ip: request.ip,
          inCentre: transactionOf(parts.db, endpoint, request),
          request,
          reply,
        }
        return handle(call)
      },
    })
  }
}

/** A body described as empty on a write that takes files: fastify must not validate what multipart streams. */
function isMultipart(endpoint: Endpoint): boolean {
  return 'x-multipart' in endpoint.body
}

/** Nothing is asked for: a DELETE without a body is as good as one with `{}`. */
function takesBody(endpoint: Endpoint): boolean {
  return !('properties' in endpoint.body) || Object.keys(endpoint.body.properties ?? {}).length > 0
}

function checkPolicy(actor: Actor, policy: Policy): void {
  if (policy === 'public') return
  if (actor.kind === 'anonymous') throw new Refusal('auth.needed')
  if (policy !== 'signed-in' && !may(actor, policy)) throw new Refusal('auth.forbidden', { permission: policy })
}

function refuseUnknownPolicy(endpoint: Endpoint, policy: Policy, permissions: ReadonlySet<string>): void {
  if (policy === 'public' || policy === 'signed-in' || permissions.has(policy)) return
  throw new Error(`route ${endpoint.method} ${endpoint.path} names no known policy: ${String(policy)}`)
}

function transactionOf(db: Db, endpoint: Endpoint, request: FastifyRequest) {
  if (!endpoint.idempotent) return <T>(work: (tx: Tx) => Promise<T>) => db.inCentre(request.centreId, work)
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 100) throw new Refusal('idempotency.needed')
  return <T>(work: (tx: Tx) => Promise<T>) =>
    onceOnly(
      db,
      {
        centreId: request.centreId,
        actor: request.actor.id ?? `anonymous:${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
        key,
        route: `${endpoint.method} ${request.url}`,
        body: request.body,
      },
      work,
    )
}
