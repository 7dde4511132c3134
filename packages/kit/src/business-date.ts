/**
 * Business days at +08:00 as 'YYYY-MM-DD' text. China has kept one offset without summer time since 1991, so a fixed
 * shift is right and nothing depends on the time zone of the machine that runs this.
 */
import { accept, refuse, type Verdict } from './verdict.ts'

/** 'YYYY-MM-DD', a day at +08:00. */
export type BusinessDate = string
/** ISO 8601: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const MS_PER_MINUTE = 60_000
export const MS_PER_DAY = 86_400_000
const OFFSET_MS = 8 * 60 * MS_PER_MINUTE
const CLOCK = /^(\d{2}):(\d{2})$/u

/** The business day on which an instant falls. */
export function businessDate(instant: Date): BusinessDate {
  return dateOfUtc(instant.getTime() + OFFSET_MS)
}

/** The wall clock at +08:00 of an instant, 'HH:mm'. */
export function businessTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16)
}

/** The instant of a wall clock at +08:00. '24:00' is the end of the day, as in "by the end of that day". */
export function instantAt(date: BusinessDate, clock: string): Date {
  const match = CLOCK.exec(clock)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  const isClock = match !== null && Number(match[2]) < 60 && minutes <= 24 * 60
  if (!isClock) throw new RangeError(`not a time of day: ${clock}`)
  return new Date(utcOfDate(date) - OFFSET_MS + minutes * MS_PER_MINUTE)
}

/** True for a 'YYYY-MM-DD' that exists in the calendar. */
export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && dateOfUtc(ms) === text
}

/** Reads what people type: '2019-10-08', '2019/10/8', '2019.10.8', '2019年10月8日'. */
export function parseBusinessDate(text: string): Verdict<BusinessDate, 'calendar.not_a_date'> {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.normalize('NFKC').trim())
  if (!match) return refuse('calendar.not_a_date')
  const date = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  return isBusinessDate(date) ? accept(date) : refuse('calendar.not_a_date')
}

/** The day `days` later (earlier when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateOfUtc(utcOfDate(date) + days * MS_PER_DAY)
}

/** Months later, the day clamped to the month's last: 31 January + 1 month = 28 or 29 February. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const { year, month, day } = partsOf(date)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dateOfUtc(first.getTime() + (Math.min(day, lastDay) - 1) * MS_PER_DAY)
}

/** Days from one date to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return (utcOfDate(to) - utcOfDate(from)) / MS_PER_DAY
}

/** Whole 24-hour days from one instant to another, cut towards zero (lateness, operating plan 五(一)3). */
export function wholeDaysBetween(from: Date, to: Date): number {
  const days = Math.trunc((to.getTime() - from.getTime()) / MS_PER_DAY)
  return days === 0 ? 0 : days
}

/** Monday 1 … Sunday 7. */
export function weekday(date: BusinessDate): Weekday {
  return (((new Date(utcOfDate(date)).getUTCDay() + 6) % 7) + 1) as Weekday
}

/** Year, month 1–12 and day of the month. Throws RangeError on what is not a date. */
export function partsOf(date: BusinessDate): { year: number; month: number; day: number } {
  utcOfDate(date)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function utcOfDate(date: BusinessDate): number {
  if (!isBusinessDate(date)) throw new RangeError(`not a business date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`)
}

function dateOfUtc(ms: number): BusinessDate {
  const text = new Date(ms).toISOString()
  if (text.length !== 24) throw new RangeError(`outside the years 0000–9999: ${text}`)
  return text.slice(0, 10)
}
