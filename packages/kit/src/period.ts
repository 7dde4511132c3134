/** Weeks, months, quarters, half-years and years as closed ranges of business days. */
import {
  addDays,
  addMonths,
  type BusinessDate,
  daysBetween,
  isBusinessDate,
  partsOf,
  weekday,
} from './business-date.ts'
import { accept, refuse, type Verdict } from './verdict.ts'

export type PeriodKind = 'week' | 'month' | 'quarter' | 'half-year' | 'year'
/** `key` sorts in time within a kind: '2019-W41', '2019-10', '2019-Q4', '2019-H2', '2019'. Both ends belong to it. */
export type Period = { kind: PeriodKind; key: string; first: BusinessDate; last: BusinessDate }

const MONTHS: Record<Exclude<PeriodKind, 'week'>, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The period of that kind that holds the date. Weeks run Monday to Sunday and are numbered as in ISO 8601. */
export function periodOf(date: BusinessDate, kind: PeriodKind): Period {
  if (kind === 'week') return weekOf(date)
  const { year, month } = partsOf(date)
  const months = MONTHS[kind]
  const index = Math.floor((month - 1) / months)
  const first = `${padYear(year)}-${String(index * months + 1).padStart(2, '0')}-01`
  return { kind, key: keyOf(kind, year, index + 1), first, last: addDays(addMonths(first, months), -1) }
}

/** 上半年 (1) or 下半年 (2) of a year. */
export function halfYear(year: number, half: 1 | 2): Period {
  return periodOf(`${padYear(year)}-${half === 1 ? '01' : '07'}-01`, 'half-year')
}

/** The period just before. */
export function previousPeriod(period: Period): Period {
  return periodOf(addDays(period.first, -1), period.kind)
}

/** The period just after. */
export function nextPeriod(period: Period): Period {
  return periodOf(addDays(period.last, 1), period.kind)
}

/** The same month, quarter, half-year or year one year before (同比); for a week, 52 weeks before. */
export function samePeriodLastYear(period: Period): Period {
  const before = period.kind === 'week' ? addDays(period.first, -364) : addMonths(period.first, -12)
  return periodOf(before, period.kind)
}

/** True when the date lies in the period, its ends included. */
export function isInPeriod(date: BusinessDate, period: Period): boolean {
  return date >= period.first && date <= period.last
}

/** Reads a key back. */
export function parsePeriod(key: string): Verdict<Period, 'calendar.not_a_period'> {
  const match = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])|(\d{2})))?$/u.exec(key)
  if (!match) return refuse('calendar.not_a_period')
  const [, year, week, quarter, half, month] = match
  const found = readPeriod({ year: year!, week, quarter, half, month })
  return found && found.key === key ? accept(found) : refuse('calendar.not_a_period')
}

/** '2019年第41周', '2019年10月', '2019年第四季度', '2019年下半年', '2019年' */
export function formatPeriodZh(period: Period): string {
  const year = `${Number(period.key.slice(0, 4))}年`
  const part = Number(period.key.replace(/^\d{4}-?[WQH]?/u, ''))
  switch (period.kind) {
    case 'week':
      return `${year}第${part}周`
    case 'month':
      return `${year}${part}月`
    case 'quarter':
      return `${year}第${'一二三四'.charAt(part - 1)}季度`
    case 'half-year':
      return `${year}${part === 1 ? '上' : '下'}半年`
    case 'year':
      return year
  }
}

type KeyParts = { year: string; week?: string; quarter?: string; half?: string; month?: string }

function readPeriod({ year, week, quarter, half, month }: KeyParts): Period | null {
  // 4 January always lies in ISO week 1.
  if (week) return weekOf(addDays(`${year}-01-04`, (Number(week) - 1) * 7))
  if (quarter) return periodOf(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`, 'quarter')
  if (half) return halfYear(Number(year), half === '1' ? 1 : 2)
  const first = `${year}-${month ?? '01'}-01`
  if (!isBusinessDate(first)) return null
  return periodOf(first, month ? 'month' : 'year')
}

function weekOf(date: BusinessDate): Period {
  const first = addDays(date, 1 - weekday(date))
  // The week belongs to the year of its Thursday.
  const { year } = partsOf(addDays(first, 3))
  const monday1 = addDays(`${padYear(year)}-01-04`, 1 - weekday(`${padYear(year)}-01-04`))
  const index = daysBetween(monday1, first) / 7 + 1
  return { kind: 'week', key: `${padYear(year)}-W${String(index).padStart(2, '0')}`, first, last: addDays(first, 6) }
}

function keyOf(kind: Exclude<PeriodKind, 'week'>, year: number, index: number): string {
  if (kind === 'year') return padYear(year)
  if (kind === 'month') return `${padYear(year)}-${String(index).padStart(2, '0')}`
  return `${padYear(year)}-${kind === 'quarter' ? 'Q' : 'H'}${index}`
}

function padYear(year: number): string {
  return String(year).padStart(4, '0')
}
