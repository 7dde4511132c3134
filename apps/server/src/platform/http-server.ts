import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Logger as Pino } from 'pino'
import { sqlState } from './db.ts'
import { compileAtFirstUse } from './lazy-compilers.ts'
import { type Locale, type MessageTable, sentence } from './messages.ts'
import { Refusal } from './refusal.ts'
import { withRequest } from './request-context.ts'
import { securityHeaders } from './security-headers.ts'

export interface HttpServerOptions {
  log: Pino
  messages: MessageTable
  trustProxy: boolean | number | string[]
  front?: Front
  /** how a refused page request is shown (portal); API requests get JSON */
  errorPage?: (request: FastifyRequest, reply: FastifyReply, problem: ProblemReply) => Promise<unknown>
}

/** Answers a request before the framework sees it (pages kept in memory); false = not mine. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean

export interface ProblemReply {
  status: number
  code: string
  message: string
  fields?: { field: string; message: string }[]
  detail?: unknown
  requestId: string
}

/** Fastify with the house's limits, headers, error handler and request trace; routes come later. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    // Every line names its request itself; a logger of its own for each request costs a tenth of a cached page.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    ...(typeof options.trustProxy === 'number'
      ? { trustProxy: hops(options.trustProxy) }
      : { trustProxy: options.trustProxy }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    serverFactory: (handle) => createNodeServer(handle, options.front),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  })
  compileAtFirstUse(app)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 50 * 1024 * 1024, files: 10, fields: 50, fieldSize: 64 * 1024 } })
  refuseNulCharacters(app)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    if (/%00/.test(String(body))) done(new Refusal('request.malformed'))
    else done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    securityHeaders(reply)
    withRequest({ requestId: request.id, ip: request.ip }, done)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      url: request.url.split('?')[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId: request.id,
    }
    if (reply.statusCode >= 500) request.log.error(line, 'answered')
    else request.log.debug(line, 'answered')
    done()
  })
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, options))
  app.setNotFoundHandler((request, reply) => answerError(new Refusal('request.not_found'), request, reply, options))
  return app
}

function createNodeServer(handle: (request: IncomingMessage, response: ServerResponse) => void, front?: Front): Server {
  const server = createServer({ headersTimeout: 8_000 }, (request, response) => {
    // A server that is closing lets the framework say so to connections that stay open.
    if (!front || !server.listening || !front(request, response)) handle(request, response)
  })
  server.keepAliveTimeout = 72_000
  server.requestTimeout = 60_000
  server.setTimeout(75_000)
  return server
}

// PostgreSQL's text cannot hold U+0000; nobody types it, so it is refused at the door instead of failing in a query.
function refuseNulCharacters(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (/\\u0000/.test(String(body))) done(new Refusal('request.malformed'))
    else parse(request, String(body), done)
  })
  app.addHook('onRequest', async (request) => {
    if (/%00/.test(request.url)) throw new Refusal('request.malformed')
  })
}

async function answerError(error: Error, request: FastifyRequest, reply: FastifyReply, options: HttpServerOptions) {
  const problem = problemOf(error, request, options.messages)
  if (problem.status >= 500) request.log.error({ err: error, requestId: request.id }, 'fault')
  reply.code(problem.status)
  reply.header('cache-control', 'no-store')
  if (problem.status === 503) reply.header('retry-after', '2')
  if (problem.code === 'request.too_many' && error instanceof Refusal)
    reply.header('retry-after', String(error.detail.seconds))
  if (options.errorPage && !request.url.startsWith('/api/')) return options.errorPage(request, reply, problem)
  const { status: _status, ...body } = problem
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}

/** Turns whatever was thrown into status, code and a sentence; details of faults stay in the log. */
function problemOf(error: Error, request: FastifyRequest, messages: MessageTable): ProblemReply {
  const locale: Locale = request.locale ?? 'zh-CN'
  const requestId = request.id
  const of = (code: string, detail: Record<string, unknown> = {}, extra: Partial<ProblemReply> = {}): ProblemReply => ({
    status: messages[code]?.status ?? 500,
    code,
    message: sentence(messages, code, locale, { ...detail, requestId }),
    requestId,
    ...extra,
  })
  if (error instanceof Refusal)
    return of(error.code, error.detail, {
      detail: error.detail,
      ...(error.fields.length > 0
        ? {
            fields: error.fields.map((f) => ({
              field: f.field,
              message: sentence(messages, f.code, locale, f.detail),
            })),
          }
        : {}),
    })
  const fastifyError = error as FastifyError
  if (fastifyError.validation)
    return of(
      'request.invalid',
      {},
      {
        fields: fastifyError.validation.map((v) => ({
          field: [v.instancePath.slice(1).replaceAll('/', '.'), String(v.params.missingProperty ?? '')]
            .filter(Boolean)
            .join('.'),
          message: fieldSentence(v.keyword, v.params, locale),
        })),
      },
    )
  if (isUnavailable(error)) return of('service.unavailable')
  const status = fastifyError.statusCode ?? 500
  if (status === 413) return of('request.too_large')
  if (status === 415) return of('request.media_type')
  if (status >= 400 && status < 500) return of('request.malformed')
  // Text that is no UTF-8, or a number beyond the column: the caller's input, not our fault.
  if (['22021', '22P05', '22003'].includes(sqlState(error))) return of('request.malformed')
  // A multipart stream that ends early or names no boundary is the client's fault, not ours.
  if (isMultipartFault(error)) return of('request.malformed')
  return of('service.fault')
}

const unavailableStates = new Set([
  '53100',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '55P03',
  '57014',
  '25P03',
  '25P04',
])
const unavailableTexts =
  /connection terminated|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE|not queryable|Cannot use a pool after calling end/i

function isUnavailable(error: Error): boolean {
  return unavailableStates.has(sqlState(error)) || unavailableTexts.test(`${sqlState(error)} ${error.message}`)
}

function isMultipartFault(error: Error): boolean {
  return /multipart|unexpected end of form|malformed part/i.test(error.message)
}

function fieldSentence(keyword: string, params: Record<string, unknown>, locale: Locale): string {
  const zh: Record<string, string> = {
    required: '这一项必须填写',
    minLength: `至少填写 ${params.limit} 个字`,
    maxLength: `最多填写 ${params.limit} 个字`,
    pattern: '格式不正确',
    format: '格式不正确',
    enum: '请从给出的选项中选择',
    const: '请从给出的选项中选择',
    type: '填写的类型不对',
    minimum: `不能小于 ${params.limit}`,
    maximum: `不能大于 ${params.limit}`,
    minItems: `至少选择 ${params.limit} 项`,
    maxItems: `最多 ${params.limit} 项`,
  }
  const en: Record<string, string> = {
    required: 'This field is needed',
    minLength: `At least ${params.limit} characters`,
    maxLength: `At most ${params.limit} characters`,
    pattern: 'Not in the right form',
    format: 'Not in the right form',
    enum: 'Choose one of the options',
    const: 'Choose one of the options',
    type: 'Wrong type',
    minimum: `Not less than ${params.limit}`,
    maximum: `Not more than ${params.limit}`,
    minItems: `At least ${params.limit}`,
    maxItems: `At most ${params.limit}`,
  }
  return (locale === 'en' ? en : zh)[keyword] ?? (locale === 'en' ? 'Not valid' : '填写有误')
}

/** Trust that many proxies in front of us, nearest first. */
function hops(count: number) {
  return (_address: string, hop: number) => hop <= count
}
