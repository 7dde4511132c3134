import type { FieldKind, FormField } from './form-field.ts'

/** What of a body schema a form needs, read as plain JSON Schema. */
export interface Facets {
  type: string | undefined
  nullable: boolean
  required: boolean
  maxLength: number | undefined
  minLength: number | undefined
  minimum: number | undefined
  maximum: number | undefined
  pattern: string | undefined
  values: string[] | undefined
}

type Json = Readonly<Record<string, unknown>>

/** The facets of the property at a dotted key; undefined where the schema has none. */
export function facetsOf(schema: unknown, key: string): Facets | undefined {
  let part = asJson(schema)
  let required = true
  for (const name of key.split('.')) {
    const owner = part && withoutNull(part)
    const property = asJson(asJson(owner?.properties)?.[name])
    if (!owner || !property) return undefined
    required = required && Array.isArray(owner.required) && owner.required.includes(name)
    part = property
  }
  return part && readFacets(part, required)
}

/** Descriptors for every property of a body schema; `labels` names and orders them, and may override anything. */
export function fieldsOfSchema(
  schema: unknown,
  labels: Readonly<Record<string, Partial<FormField> & { label: string }>>,
): FormField[] {
  return Object.entries(labels).map(([key, own]) => {
    const facets = facetsOf(schema, key)
    return { ...(facets ? describe(facets) : { kind: 'text' as const }), ...own, key }
  })
}

/** Adds to a field what the schema knows and the descriptor does not say. */
export function withFacets(field: FormField, schema: unknown): FormField {
  const facets = schema === undefined ? undefined : facetsOf(schema, field.key)
  if (!facets) return field
  const { kind: _kind, options: _options, ...known } = describe(facets)
  return { ...known, ...field }
}

/**
 * The values as the body wants them: text trimmed; an empty field is null where the schema allows null, left out where
 * it may be absent, and stays '' where an empty text is a value. A switch nobody touched is off.
 */
export function bodyOf(values: Json, fields: readonly FormField[], schema?: unknown): Record<string, unknown> {
  const body: Record<string, unknown> = structuredClone(values)
  for (const field of fields) {
    if (field.kind === 'heading') continue
    const path = field.key.split('.')
    if (field.when && !field.when(values)) {
      put(body, path, undefined)
      continue
    }
    const value = pick(body, path)
    if (field.kind === 'switch') {
      put(body, path, value === true)
      continue
    }
    const text = typeof value === 'string' && field.kind !== 'password' ? value.trim() : value
    put(
      body,
      path,
      isBlank(text) ? blankFor(text, schema === undefined ? undefined : facetsOf(schema, field.key)) : text,
    )
  }
  return body
}

export const pathOf = (key: string): string[] => key.split('.')

/** The field a server's fault belongs to: its own key, the nearest above, or none. */
export function fieldAt(fields: readonly FormField[], fault: string): FormField | undefined {
  const name = fault
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/\[(\d+)\]/g, '.$1')
  const parts = name.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const found = fields.find((field) => field.key === parts.slice(0, length).join('.'))
    if (found) return found
  }
  return undefined
}

function describe(facets: Facets): Omit<FormField, 'key' | 'label'> {
  return {
    kind: kindOf(facets),
    required: facets.required && !facets.nullable && facets.type !== 'boolean' && facets.minLength !== 0,
    max: facets.maxLength ?? facets.maximum,
    min: facets.minLength || facets.minimum,
    ...(facets.pattern && facets.type === 'string' ? { pattern: facets.pattern } : {}),
    ...(facets.values ? { options: facets.values.map((value) => ({ value, label: value })) } : {}),
  }
}

function kindOf({ type, values, pattern, maxLength }: Facets): FieldKind {
  if (values) return values.length <= 3 ? 'radio' : 'select'
  if (type === 'boolean') return 'switch'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'array') return 'multi'
  if (pattern?.startsWith('^\\d{4}-(0[1-9]')) return 'day'
  return (maxLength ?? 0) > 120 ? 'textarea' : 'text'
}

function readFacets(part: Json, required: boolean): Facets {
  const inner = withoutNull(part)
  const values = Array.isArray(inner.enum) ? inner.enum.filter((value) => typeof value === 'string') : undefined
  const number = (key: string) => (typeof inner[key] === 'number' ? inner[key] : undefined)
  return {
    type: typeof inner.type === 'string' ? inner.type : values ? 'string' : undefined,
    nullable: inner !== part,
    required,
    maxLength: number('maxLength'),
    minLength: number('minLength'),
    minimum: number('minimum'),
    maximum: number('maximum'),
    pattern: typeof inner.pattern === 'string' ? inner.pattern : undefined,
    values: values ?? constants(inner),
  }
}

/** `anyOf: [X, null]` → X */
function withoutNull(part: Json): Json {
  if (!Array.isArray(part.anyOf)) return part
  const others = part.anyOf.filter((one) => asJson(one)?.type !== 'null')
  const only = others.length === 1 ? asJson(others[0]) : undefined
  return only ?? (others.length < part.anyOf.length ? { anyOf: others } : part)
}

function constants(part: Json): string[] | undefined {
  if (!Array.isArray(part.anyOf)) return undefined
  const values = part.anyOf.map((one) => asJson(one)?.const)
  return values.every((value) => typeof value === 'string') ? values : undefined
}

function blankFor(value: unknown, facets: Facets | undefined): unknown {
  if (!facets) return value
  if (facets.nullable) return null
  if (facets.type === 'string' && value === '' && !facets.minLength && !facets.pattern && !facets.values) return ''
  return undefined
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

function asJson(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

function pick(body: Json, path: readonly string[]): unknown {
  let part: unknown = body
  for (const name of path) part = asJson(part)?.[name]
  return part
}

function put(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let part = body
  for (const name of path.slice(0, -1)) {
    const next = asJson(part[name])
    if (!next) return
    part = next as Record<string, unknown>
  }
  const last = path.at(-1) ?? ''
  if (value === undefined) delete part[last]
  else part[last] = value
}
