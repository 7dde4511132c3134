import { createHash, randomUUID } from 'node:crypto'
import { normalisePhone } from '@xianghui/kit/phone'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../platform/db.ts'
import { onceOnly } from '../platform/idempotency.ts'
import { sentence } from '../platform/messages.ts'
import { type RateLimit, takeToken } from '../platform/rate-limit.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Receipt } from './apply.view.ts'
import type { Ask, PortalDeps } from './ask.ts'
import type { FormField, FormState } from './form.view.ts'
import { htmlType, type Pages } from './pages.ts'

/** A class of forty signs up behind one address of the centre; a script does not get far. */
export const postLimit: RateLimit = { tokens: 60, seconds: 600 }
/** Looking up with a guessed code is the same risk as guessing a password. */
export const lookUpLimit: RateLimit = { tokens: 30, seconds: 300 }

export const newOnceKey = (): string => randomUUID()

/** A form as it arrived: text by name, never longer than the longest field. */
export function typedValues(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  const entries = Object.entries(body).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.slice(0, 4000)]] : Array.isArray(value) ? [[name, value.join(',')]] : [],
  )
  return Object.fromEntries(entries)
}

export interface Posting {
  ask: Ask
  values: Record<string, string>
  request: FastifyRequest
  reply: FastifyReply
}

/** A POST of the site: limited by caller, answered with a page that nobody keeps. */
export function post(
  http: FastifyInstance,
  deps: PortalDeps,
  pages: Pages,
  options: { path: string; back: string; limit: RateLimit },
  handle: (posting: Posting) => Promise<unknown>,
): void {
  http.post(options.path, async (request, reply) => {
    takeToken(`portal ${options.path}|${request.ip}`, options.limit, deps.now())
    const params = request.params as Record<string, string>
    const back = options.back.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
    const ask = await pages.askOf(request, back)
    reply.header('cache-control', 'no-store')
    return handle({ ask, values: typedValues(request.body), request, reply })
  })
}

export function sendPage(reply: FastifyReply, page: string, status = 200): FastifyReply {
  return reply.code(status).type(htmlType).send(page)
}

/** Runs the work once for the form's one-time key; sent again, the first answer comes back and nothing is done twice. */
export async function onceForForm<R>(deps: PortalDeps, posting: Posting, work: (tx: Tx) => Promise<R>): Promise<R> {
  const key = posting.values.onceKey ?? ''
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Refusal('request.malformed')
  const { onceKey: _key, ...body } = posting.values
  return onceOnly(
    deps.db,
    {
      centreId: posting.ask.centreId,
      actor: `anonymous:${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
      key,
      route: `POST ${posting.request.url}`,
      body,
    },
    work,
  )
}

/** What the site can see is missing before it asks the module: the sentence names the field. */
export function faultsOf(
  ask: Ask,
  fields: readonly FormField[],
  values: Record<string, string>,
): Record<string, string> {
  const words = ask.ctx.t.form
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const value = (values[field.key] ?? '').trim()
    const chosen = field.type === 'select' || field.type === 'region' || field.type === 'rating'
    if (field.required && !value)
      errors[field.key] = chosen ? words.chooseOne(field.label) : words.required(field.label)
    else if (value && field.type === 'tel' && !normalisePhone(value).ok) errors[field.key] = words.phone
    else if (value && field.maxLength && value.length > field.maxLength)
      errors[field.key] = words.tooLong(field.maxLength)
  }
  return errors
}

/** A refusal as sentences beside their fields; one that belongs to no field stands above the form. Faults go on up. */
export function stateOfRefusal(
  deps: PortalDeps,
  ask: Ask,
  fields: readonly FormField[],
  values: Record<string, string>,
  error: unknown,
): FormState {
  if (!(error instanceof Refusal)) throw error
  const say = (code: string, detail: Readonly<Record<string, unknown>> = {}) =>
    sentence(deps.messages, code, ask.ctx.locale, detail)
  const known = new Set([...fields.map((field) => field.key), 'consent'])
  const errors: Record<string, string> = {}
  for (const fault of error.fields) {
    const key = fault.field.split('.').at(-1) ?? fault.field
    if (known.has(key)) errors[key] = say(fault.code, fault.detail)
  }
  if (Object.keys(errors).length > 0) return { values, errors }
  const problem = error.code === 'idempotency.other_body' ? ask.ctx.t.apply.repeated : say(error.code, error.detail)
  return { values, errors, problem }
}

const receiptCookie = 'xh_receipt'

/** After a POST the browser is sent to a page of its own, so that a reload files nothing; the receipt rides in a cookie. */
export function toReceipt(deps: PortalDeps, reply: FastifyReply, receipt: Receipt): FastifyReply {
  const value = Buffer.from(JSON.stringify(receipt)).toString('base64url')
  return reply
    .setCookie(receiptCookie, value, {
      path: '/apply/receipt',
      httpOnly: true,
      sameSite: 'lax',
      secure: deps.config.publicUrl.startsWith('https:'),
      maxAge: 1800,
    })
    .redirect('/apply/receipt', 303)
}

export function readReceipt(request: FastifyRequest): Receipt | null {
  const text = Buffer.from(request.cookies[receiptCookie] ?? '', 'base64url').toString('utf8')
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return null
  const { kind, number, code, about, draft } = value as Record<string, unknown>
  if (kind !== 'application' && kind !== 'enquiry' && kind !== 'correction') return null
  if (typeof about !== 'string') return null
  const textOrNull = (one: unknown) => (typeof one === 'string' ? one : null)
  return { kind, number: textOrNull(number), about, code: textOrNull(code), draft: textOrNull(draft) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
