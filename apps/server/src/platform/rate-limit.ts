import { Refusal } from './refusal.ts'

/** A token bucket: `tokens` at once, refilled evenly over `seconds`. */
export interface RateLimit {
  tokens: number
  seconds: number
}

interface Bucket {
  left: number
  at: number
}

const buckets = new Map<string, Bucket>()
const mostBuckets = 50_000

/**
 * Takes one token of the caller's bucket in this process; sign-in has its own limits in the database (identity).
 * @throws Refusal request.too_many (429)
 */
export function takeToken(key: string, limit: RateLimit, now: Date): void {
  const t = now.getTime()
  const bucket = buckets.get(key) ?? { left: limit.tokens, at: t }
  const left = Math.min(limit.tokens, bucket.left + ((t - bucket.at) / 1000) * (limit.tokens / limit.seconds))
  if (left < 1)
    throw new Refusal('request.too_many', { seconds: Math.ceil(((1 - left) * limit.seconds) / limit.tokens) })
  buckets.delete(key)
  buckets.set(key, { left: left - 1, at: Math.max(t, bucket.at) })
  if (buckets.size > mostBuckets) forgetOldest()
}

// Map keeps insertion order and every use re-inserts, so the first key is the one unused longest.
function forgetOldest(): void {
  const first = buckets.keys().next()
  if (!first.done) buckets.delete(first.value)
}

/** Tests start with full buckets. */
export const resetRateLimits = (): void => buckets.clear()
