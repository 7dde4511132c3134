export interface DiffRow {
  key: string
  before: string | undefined
  after: string | undefined
}

/** The fields that differ between two records, one level deep by dotted key; in the order they are met. */
export function diffRows(before: unknown, after: unknown): DiffRow[] {
  const left = flatten(before)
  const right = flatten(after)
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((key) => ({ key, before: left.get(key), after: right.get(key) }))
    .filter((row) => row.before !== row.after)
}

function flatten(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([[path, asText(value)]])
  const rows = Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, path ? `${path}.${key}` : key)])
  return new Map(rows)
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
