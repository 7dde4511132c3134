import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@xianghui/kit/contract'
import { en } from '../locale/en.ts'
import { zh } from '../locale/zh-CN.ts'
import { currentLocale } from './locale.ts'

export interface FieldProblem {
  field: string
  message: string
}

/** A refusal or fault as the server told it; `message` is a sentence for people that names the mend. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: readonly FieldProblem[]
  readonly detail: unknown
  readonly requestId: string | undefined

  constructor(
    status: number,
    problem: { code: string; message: string; fields?: FieldProblem[]; detail?: unknown; requestId?: string },
  ) {
    super(problem.message)
    this.name = 'ApiProblem'
    this.status = status
    this.code = problem.code
    this.fields = problem.fields ?? []
    this.detail = problem.detail
    this.requestId = problem.requestId
  }
}

export interface CallArgs<E> {
  params?: ParamsOf<E>
  query?: Partial<QueryOf<E>>
  body?: BodyOf<E>
  /** required by idempotent endpoints; `useAct` makes it */
  idempotencyKey?: string
  signal?: AbortSignal
}

export interface RawArgs {
  params?: Readonly<Record<string, unknown>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
  idempotencyKey?: string
  signal?: AbortSignal
}

/** Calls an endpoint of a contract. @throws ApiProblem */
export async function call<E extends Endpoint>(endpoint: E, args: CallArgs<E> = {}): Promise<ReplyOf<E>> {
  return (await request(endpoint, args as RawArgs)) as ReplyOf<E>
}

/** As `call`, without types: for the parts that serve every endpoint (the table). */
export async function request(endpoint: Endpoint, args: RawArgs = {}): Promise<unknown> {
  const writes = endpoint.method !== 'GET'
  const response = await reach(addressOf(endpoint, args), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      'x-locale': currentLocale(),
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...(args.idempotencyKey ? { 'idempotency-key': args.idempotencyKey } : {}),
    },
    body: writes ? JSON.stringify(args.body ?? {}) : undefined,
    signal: args.signal,
    credentials: 'same-origin',
  })
  const text = await response.text()
  return readAnswer(response.status, text)
}

/** `/api/stations/:id` + params + query → the address. Empty values of the query are left out. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, args: Pick<RawArgs, 'params' | 'query'>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(String(args.params?.[name] ?? '')),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(args.query ?? {})) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
  }
  const query = search.toString()
  return query ? `${path}?${query}` : path
}

/** A key for `Idempotency-Key`; `crypto.randomUUID` is absent on plain http inside a county's own network. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, { code: 'network', message: words().noNetwork })
  }
}

/** The answer's value, or the problem it tells of; tells the frame when the session has ended. */
export function readAnswer(status: number, text: string): unknown {
  const value = parse(text)
  if (status >= 200 && status < 300) return value
  const problem = isProblem(value)
    ? new ApiProblem(status, value)
    : new ApiProblem(status, { code: 'unreadable', message: words().unreadable })
  if (status === 401 && problem.code === 'auth.needed') dispatchEvent(new Event(sessionEnded))
  throw problem
}

/** The event on `window` when the server says that nobody is signed in. */
export const sessionEnded = 'xianghui:session-ended'

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's HTML page in place of JSON: told as an unreadable answer by the caller.
    return undefined
  }
}

function isProblem(value: unknown): value is { code: string; message: string; fields?: FieldProblem[] } {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value
}

function words() {
  return currentLocale() === 'en' ? en : zh
}
