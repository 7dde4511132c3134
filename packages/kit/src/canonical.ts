/**
 * One text for one JSON value, so that a hash chain over records can be checked again years later: members sorted by
 * UTF-16 code unit, no white space, numbers and strings as JSON.stringify writes them (the rules of RFC 8785).
 * Like JSON.stringify it uses toJSON (a Date becomes ISO text) and leaves out members that are undefined; it throws
 * TypeError on whatever would be lost or bent in silence: NaN, infinities, bigint, functions, holes, Map, cycles.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

function write(value: unknown, path: readonly object[]): string {
  const plain = hasToJson(value) ? value.toJSON() : value
  if (plain === null || typeof plain === 'boolean' || typeof plain === 'string') return JSON.stringify(plain)
  if (typeof plain === 'number') {
    if (!Number.isFinite(plain)) throw new TypeError(`no JSON for ${plain}`)
    return JSON.stringify(plain)
  }
  if (typeof plain !== 'object') throw new TypeError(`no JSON for a ${typeof plain}`)
  if (path.includes(plain)) throw new TypeError('no JSON for a value that holds itself')
  const below = [...path, plain]
  return Array.isArray(plain) ? writeArray(plain, below) : writeObject(plain, below)
}

function writeArray(items: readonly unknown[], path: readonly object[]): string {
  // Array.from shows holes as undefined, which `write` refuses.
  return `[${Array.from(items, (item) => write(item, path)).join(',')}]`
}

function writeObject(object: object, path: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('no JSON for an object of a class')
  const members = Object.entries(object)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, path)}`)
  return `{${members.join(',')}}`
}

function hasToJson(value: unknown): value is { toJSON: () => unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
}
