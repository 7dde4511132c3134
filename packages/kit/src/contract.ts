import Type, { type Static, type TProperties, type TSchema } from 'typebox'

/** One route as data: the server validates and documents by it, the console calls by it. */
export interface Endpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** fastify path, e.g. `/api/stations/:id` */
  path: string
  /** Chinese, one line; shown in the API page */
  summary: string
  params: P
  query: Q
  body: B
  reply: R
  /** `true` for a POST that moves money, stock, points, seats or files a document: `Idempotency-Key` is required */
  idempotent: boolean
}

const None = Type.Object({})
type None = typeof None

/** Declares an endpoint; parts left out are empty objects. */
export function endpoint<
  P extends TSchema = None,
  Q extends TSchema = None,
  B extends TSchema = None,
  R extends TSchema = None,
>(
  method: Endpoint['method'],
  path: string,
  summary: string,
  parts: { params?: P; query?: Q; body?: B; reply?: R; idempotent?: boolean } = {},
): Endpoint<P, Q, B, R> {
  return {
    method,
    path,
    summary,
    params: parts.params ?? (None as never),
    query: parts.query ?? (None as never),
    body: parts.body ?? (None as never),
    reply: parts.reply ?? (None as never),
    idempotent: parts.idempotent ?? false,
  }
}

export type ParamsOf<E> = E extends Endpoint<infer P, TSchema, TSchema, TSchema> ? Static<P> : never
export type QueryOf<E> = E extends Endpoint<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<E> = E extends Endpoint<TSchema, TSchema, infer B, TSchema> ? Static<B> : never
export type ReplyOf<E> = E extends Endpoint<TSchema, TSchema, TSchema, infer R> ? Static<R> : never

/** 63-bit id as a decimal string (see kit/id). */
export const Id = Type.String({ pattern: '^[1-9][0-9]{0,18}$', maxLength: 19, description: 'decimal id' })
export const IdParams = Type.Object({ id: Id })
/** Business day at +08:00. */
export const Day = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  description: 'YYYY-MM-DD',
})
/** Instant, ISO 8601 with zone. */
export const Instant = Type.String({ description: 'ISO 8601 instant', maxLength: 40 })
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Ok = Type.Object({ ok: Type.Literal(true) })
export const OneOf = <const V extends readonly string[]>(values: V) => Type.Enum<[...V]>([...values])
/** Free text with a bound; every string that a person types has one. */
export const Text = (maxLength: number, minLength = 0) => Type.String({ maxLength, minLength })

/** The common half of every list query: page from 1, `sort` = field or -field, `q` = search words. */
export const listQuery = <F extends TProperties>(filters: F) =>
  Type.Object({
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100000, default: 1 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })),
    sort: Type.Optional(Type.String({ maxLength: 40, pattern: '^-?[a-zA-Z][a-zA-Z0-9]*$' })),
    q: Type.Optional(Type.String({ maxLength: 60 })),
    ...filters,
  })

/** The reply of every list. */
export const paged = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), total: Type.Integer(), page: Type.Integer(), size: Type.Integer() })

/** The body of every refusal and fault (4xx, 5xx). */
export const Problem = Type.Object({
  code: Type.String(),
  message: Type.String(),
  fields: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
  detail: Type.Optional(Type.Unknown()),
  requestId: Type.Optional(Type.String()),
})
export type Problem = Static<typeof Problem>
