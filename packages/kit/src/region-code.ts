/**
 * Codes of administrative divisions: GB/T 2260 (province 2, city 2, county 2), GB/T 10114 (township 3) and the
 * statistical bureau's village code (3). A code may be short ('5333') or padded with zeros ('533300000000').
 */
export type RegionLevel = 'province' | 'city' | 'county' | 'township' | 'village'
export type RegionParts = { [level in RegionLevel]?: string }

const LEVELS: readonly (readonly [RegionLevel, number])[] = [
  ['province', 2],
  ['city', 4],
  ['county', 6],
  ['township', 9],
  ['village', 12],
]

/** The level a code names, or null when it is not a code. */
export function regionLevel(code: string): RegionLevel | null {
  const size = significantLength(code)
  return LEVELS.find(([, length]) => length === size)?.[0] ?? null
}

/** The short form, without padding: '533301000000' → '533301'; null when it is not a code. */
export function shortRegionCode(code: string): string | null {
  const size = significantLength(code)
  return size === 0 ? null : code.slice(0, size)
}

/** The padded form of 12 digits, as regions are stored; null when it is not a code. */
export function fullRegionCode(code: string): string | null {
  return shortRegionCode(code)?.padEnd(12, '0') ?? null
}

/** The code of every level from the province down, each in its short form; empty when it is not a code. */
export function regionParts(code: string): RegionParts {
  const size = significantLength(code)
  const parts: RegionParts = {}
  for (const [level, length] of LEVELS) {
    if (length <= size) parts[level] = code.slice(0, length)
  }
  return parts
}

/** The region one level up in its short form, or null for a province. */
export function parentRegion(code: string): string | null {
  const above = LEVELS.filter(([, length]) => length < significantLength(code)).pop()
  return above ? code.slice(0, above[1]) : null
}

/** True when the region is the ancestor itself or lies inside it. */
export function isInside(code: string, ancestor: string): boolean {
  const outer = shortRegionCode(ancestor)
  return outer !== null && (shortRegionCode(code) ?? '').startsWith(outer)
}

/** Digits that say something; 0 when the text is not a code (wrong length, a gap of zeros, no province). */
function significantLength(code: string): number {
  if (!/^\d+$/u.test(code) || !LEVELS.some(([, length]) => length === code.length)) return 0
  let size = 0
  let start = 0
  for (const [, length] of LEVELS) {
    if (length > code.length) break
    const isZero = /^0+$/u.test(code.slice(start, length))
    if (!isZero && size !== start) return 0
    if (!isZero) size = length
    start = length
  }
  return size
}
