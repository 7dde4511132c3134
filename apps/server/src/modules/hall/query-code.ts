import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

// Without 0/O, 1/I/L, 2/Z, 5/S, 8/B: it is read over the telephone and written by hand.
const letters = 'ACDEFGHJKMNPQRTUVWXY34679'

/** What opens an application again together with its number: eight characters, kept only as a hash. */
export function newQueryCode(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
}

export function hashQueryCode(number: string, code: string): string {
  return createHash('sha256')
    .update(`${number}\n${tidyCode(code)}`)
    .digest('hex')
}

export function isQueryCode(number: string, typed: string, hash: string): boolean {
  const mine = Buffer.from(hashQueryCode(number, typed))
  const theirs = Buffer.from(hash)
  return mine.length === theirs.length && timingSafeEqual(mine, theirs)
}

const tidyCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
