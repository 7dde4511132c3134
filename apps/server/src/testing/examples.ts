import type { TSchema } from 'typebox'

/** A value of a schema's property that passes its own validation, for building example addresses. */
export function exampleOf(schema: TSchema, property: string): unknown {
  const properties = 'properties' in schema ? (schema.properties as Record<string, TSchema>) : {}
  const one = properties[property]
  return one ? valueFor(one, () => 0) : undefined
}

/** `pick(n)` chooses 0 ≤ i < n: a seeded source makes the whole value repeatable. */
export type Pick = (n: number) => number

/** A value that mostly fits the schema: bounds, enums and patterns of the house are honoured. */
export function valueFor(schema: TSchema, pick: Pick): unknown {
  const s = schema as Record<string, unknown>
  if (Array.isArray(s.enum)) return s.enum[pick(s.enum.length)]
  if ('const' in s) return s.const
  if (Array.isArray(s.anyOf)) return valueFor(s.anyOf[pick(s.anyOf.length)] as TSchema, pick)
  switch (s.type) {
    case 'string':
      return stringFor(s, pick)
    case 'integer':
    case 'number':
      return Number(s.minimum ?? 0) + pick(Math.min(50, Number(s.maximum ?? 50) - Number(s.minimum ?? 0) + 1))
    case 'boolean':
      return pick(2) === 1
    case 'null':
      return null
    case 'array':
      return Array.from({ length: pick(3) + Number(s.minItems ?? 0) }, () => valueFor(s.items as TSchema, pick))
    case 'object':
      return objectFor(s, pick)
    default:
      return { a: pick(10) }
  }
}

function objectFor(s: Record<string, unknown>, pick: Pick): Record<string, unknown> {
  const properties = (s.properties ?? {}) as Record<string, TSchema>
  const required = new Set((s.required ?? []) as string[])
  const entries = Object.entries(properties).filter(([name]) => required.has(name) || pick(2) === 1)
  return Object.fromEntries(entries.map(([name, one]) => [name, valueFor(one, pick)]))
}

const words = [
  '泸水',
  '草果',
  '六库街道',
  'Lushui',
  '<b>x</b>',
  "o'neill",
  '%_',
  '𠮷野家',
  '公告\u0000',
  '2020-01-01',
  '13800138000',
]

function stringFor(s: Record<string, unknown>, pick: Pick): string {
  const pattern = String(s.pattern ?? '')
  if (pattern.startsWith('^[1-9][0-9]')) return String(1 + pick(9_000_000))
  if (pattern.includes('\\d{4}-')) return `20${10 + pick(20)}-0${1 + pick(9)}-1${pick(9)}`
  if (pattern === '^\\d{6}$') return String(100_000 + pick(900_000))
  const min = Number(s.minLength ?? 0)
  let text = words[pick(words.length)] ?? ''
  while (text.length < min) text += words[pick(words.length)]
  return text.slice(0, Number(s.maxLength ?? 200))
}
