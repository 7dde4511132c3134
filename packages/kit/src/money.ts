/**
 * Money is a whole number of fen in a `number` that must be a safe integer: 2^53 fen is 90 million million yuan,
 * far above any county's accounts, and JSON carries it as it is. The database column is `bigint`; `toFen` brings its
 * text or bigint back and throws rather than round. No bigint literals here: pages are built for browsers without them.
 */
import { accept, refuse, type Verdict } from './verdict.ts'

export type MoneyRefusal = 'money.not_a_number' | 'money.too_precise' | 'money.out_of_range'

const YUAN = /^(-?)[¥￥]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?元?$/u
const FEN_PER_YUAN = 100
const YUAN_PER_WAN = 10_000

/** Reads an amount as people and order files write it: '12.34', '1,234.5', '¥12', '12元'. Never rounds. */
export function parseYuan(text: string): Verdict<number, MoneyRefusal> {
  const match = YUAN.exec(text.normalize('NFKC').trim())
  if (!match) return refuse('money.not_a_number')
  const decimals = (match[3] ?? '').replace(/0+$/u, '')
  if (decimals.length > 2) return refuse('money.too_precise')
  const digits = `${match[2]!.replace(/,/gu, '')}${decimals.padEnd(2, '0')}`
  const fen = Number(digits)
  if (!Number.isSafeInteger(fen)) return refuse('money.out_of_range')
  return accept(match[1] === '-' && fen !== 0 ? -fen : fen)
}

/** A value of a `bigint` column (text, bigint or number) as fen; throws when it is not a safe whole number. */
export function toFen(value: string | bigint | number): number {
  const isWhole = typeof value !== 'string' || /^-?\d+$/u.test(value)
  const fen = isWhole ? Number(value) : Number.NaN
  assertFen(fen)
  return fen
}

/** 1234 → '12.34'; with `grouped`, 123456789 → '1,234,567.89'. */
export function formatYuan(fen: number, options: { grouped?: boolean } = {}): string {
  assertFen(fen)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const whole = digits.slice(0, -2)
  const shown = options.grouped ? groupThousands(whole) : whole
  return `${fen < 0 ? '-' : ''}${shown}.${digits.slice(-2)}`
}

/** 1,234,567 fen (12,345.67 yuan) → '1.23万元'; halves away from zero. For headlines, never for accounts. */
export function formatWan(fen: number): string {
  assertFen(fen)
  const fenPerHundredth = (YUAN_PER_WAN * FEN_PER_YUAN) / 100
  const size = Math.abs(fen)
  const whole = Math.floor(size / fenPerHundredth)
  const hundredths = size % fenPerHundredth >= fenPerHundredth / 2 ? whole + 1 : whole
  return `${formatYuan(fen < 0 ? -hundredths : hundredths)}万元`
}

/**
 * Splits an amount by whole-number weights so that the parts sum to it exactly: every part is rounded towards zero
 * and the fen left over go to the largest remainders, the earlier part first on a tie.
 * Throws RangeError when a weight is negative or not whole, or when all weights are 0 and there is money to split.
 */
export function splitByLargestRemainder(totalFen: number, weights: readonly number[]): number[] {
  assertFen(totalFen)
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`)
  }
  const zero = BigInt(0)
  const sum = weights.reduce((total, weight) => total + BigInt(weight), zero)
  if (sum === zero) {
    if (totalFen === 0) return weights.map(() => 0)
    throw new RangeError('nothing to split by: the weights sum to 0')
  }
  const size = BigInt(Math.abs(totalFen))
  const shares = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, fen: Number(product / sum), remainder: product % sum }
  })
  const leftOver = Math.abs(totalFen) - shares.reduce((total, share) => total + share.fen, 0)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const share of byRemainder.slice(0, leftOver)) share.fen += 1
  return shares.map((share) => (totalFen < 0 && share.fen !== 0 ? -share.fen : share.fen))
}

/** Sum of amounts; throws when it leaves the safe range. */
export function sumFen(amounts: Iterable<number>): number {
  let total = 0
  for (const fen of amounts) {
    assertFen(fen)
    total += fen
    assertFen(total)
  }
  return total
}

function assertFen(fen: number): void {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`)
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, ',')
}
