/**
 * Working days by the State Council's yearly notices: Monday to Friday, less the days off, plus the make-up working
 * weekends (调休). The weekend rule of the operating plan 五(二)3 yields to them: Sunday 2019-05-05 is a working day.
 */
import { addDays, type BusinessDate, weekday } from './business-date.ts'
import { accept, type Refused, refuse, type Verdict } from './verdict.ts'

export type HolidayDay = { readonly date: BusinessDate; readonly name: string; readonly isOff: boolean }
/** One year's notice. `year` is the year in its title; a few of its days may lie in the December before. */
export type HolidayYear = { readonly year: number; readonly source: string; readonly days: readonly HolidayDay[] }
export type HolidayTable = readonly HolidayYear[]
/** The table has no notice for that year: ask for the data, do not guess. */
export type YearMissing = Refused<'calendar.year_missing'> & { readonly year: number }
export type CalendarVerdict<T> = Extract<Verdict<T>, { ok: true }> | YearMissing

type TableIndex = { years: Set<number>; days: Map<BusinessDate, HolidayDay> }
const indexes = new WeakMap<HolidayTable, TableIndex>()

/**
 * Is the day a working day? A day that a notice names is answered by it, even in the December before its year
 * (Saturday 2018-12-29 by the notice for 2019); any other day of a year without a notice is refused.
 * The table must not be changed in place: pass a new array after an edit.
 */
export function isWorkingDay(date: BusinessDate, table: HolidayTable): CalendarVerdict<boolean> {
  const index = indexOf(table)
  const named = index.days.get(date)
  if (named) return accept(!named.isOff)
  const isWeekday = weekday(date) <= 5
  const year = Number(date.slice(0, 4))
  return index.years.has(year) ? accept(isWeekday) : { ...refuse('calendar.year_missing'), year }
}

/** The holiday or make-up day that a notice names on that date, for showing its name. */
export function findHoliday(date: BusinessDate, table: HolidayTable): HolidayDay | undefined {
  return indexOf(table).days.get(date)
}

/** First working day strictly after the date. */
export function nextWorkingDay(date: BusinessDate, table: HolidayTable): CalendarVerdict<BusinessDate> {
  return addWorkingDays(date, 1, table)
}

/** Last working day strictly before the date. */
export function previousWorkingDay(date: BusinessDate, table: HolidayTable): CalendarVerdict<BusinessDate> {
  return addWorkingDays(date, -1, table)
}

/** The date itself when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(date: BusinessDate, table: HolidayTable): CalendarVerdict<BusinessDate> {
  return addWorkingDays(addDays(date, 1), -1, table)
}

/** The date itself when it is a working day, else the first working day after it. */
export function workingDayOnOrAfter(date: BusinessDate, table: HolidayTable): CalendarVerdict<BusinessDate> {
  return addWorkingDays(addDays(date, -1), 1, table)
}

/** The `count`-th working day after the date (before it when negative); 0 gives the date as it is. */
export function addWorkingDays(date: BusinessDate, count: number, table: HolidayTable): CalendarVerdict<BusinessDate> {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of days: ${count}`)
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let day = date
  while (left > 0) {
    day = addDays(day, step)
    const verdict = isWorkingDay(day, table)
    if (!verdict.ok) return verdict
    if (verdict.value) left -= 1
  }
  return accept(day)
}

/** All working days from `first` to `last`, both included. */
export function listWorkingDays(
  first: BusinessDate,
  last: BusinessDate,
  table: HolidayTable,
): CalendarVerdict<BusinessDate[]> {
  const days: BusinessDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const verdict = isWorkingDay(day, table)
    if (!verdict.ok) return verdict
    if (verdict.value) days.push(day)
  }
  return accept(days)
}

function indexOf(table: HolidayTable): TableIndex {
  const known = indexes.get(table)
  if (known) return known
  const index: TableIndex = { years: new Set(), days: new Map() }
  for (const { year, days } of table) {
    index.years.add(year)
    for (const day of days) index.days.set(day.date, day)
  }
  indexes.set(table, index)
  return index
}
