import { instantOfStamp } from './stamp.ts'

const hour = 3_600_000
const day = 24 * hour
const chinaOffset = 8 * hour

export interface Retention {
  /** stamps that stay, oldest first */
  keep: string[]
  drop: string[]
  /** WAL before this backup's first segment is of no use: it is the oldest of the daily ones */
  oldestDaily: string | undefined
}

/**
 * Which backups stay: the newest of each of the last 7 days, 4 weeks and 12 months that have one (+08:00, weeks from
 * Monday), and everything younger than a day before the newest. Periods without a backup do not count: a long pause
 * never empties the folder. Pure.
 */
export function planRetention(stamps: readonly string[]): Retention {
  const known = stamps.filter((stamp) => instantOfStamp(stamp)).sort()
  const newest = instantOfStamp(known.at(-1) ?? '')?.getTime() ?? 0
  const daily = newestOfPeriods(known, dayOf, 7)
  const recent = known.filter((stamp) => newest - timeOf(stamp) < day)
  const kept = new Set([
    ...daily,
    ...recent,
    ...newestOfPeriods(known, weekOf, 4),
    ...newestOfPeriods(known, monthOf, 12),
  ])
  return {
    keep: known.filter((stamp) => kept.has(stamp)),
    drop: known.filter((stamp) => !kept.has(stamp)),
    oldestDaily: [...daily, ...recent].sort()[0],
  }
}

function newestOfPeriods(sorted: readonly string[], periodOf: (stamp: string) => string, most: number): string[] {
  const newest = new Map<string, string>()
  for (const stamp of sorted) newest.set(periodOf(stamp), stamp)
  return [...newest.values()].slice(-most)
}

const timeOf = (stamp: string): number => instantOfStamp(stamp)?.getTime() ?? 0
const localDay = (stamp: string): number => Math.floor((timeOf(stamp) + chinaOffset) / day)
const dayOf = (stamp: string): string => String(localDay(stamp))
// 1970-01-01 was a Thursday: shifted by three days, a week begins on Monday.
const weekOf = (stamp: string): string => String(Math.floor((localDay(stamp) + 3) / 7))
const monthOf = (stamp: string): string => new Date(timeOf(stamp) + chinaOffset).toISOString().slice(0, 7)
