import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from './business-date.ts'
import { HOLIDAYS } from './holidays.ts'
import {
  addWorkingDays,
  findHoliday,
  isWorkingDay,
  listWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.ts'

const missing = (year: number) => ({ ok: false, reason: 'calendar.year_missing', year })
const yes = <T>(value: T) => ({ ok: true, value })

describe('isWorkingDay', () => {
  it.each([
    ['2018-12-29', true],
    ['2018-12-31', false],
    ['2019-05-05', true],
    ['2019-05-04', false],
    ['2019-09-29', true],
    ['2019-10-12', true],
    ['2019-10-08', true],
    ['2019-10-13', false],
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2020-02-02', false],
    ['2020-02-03', true],
    ['2020-04-26', true],
    ['2020-05-01', false],
    ['2020-05-02', false],
    ['2020-05-03', false],
    ['2020-05-04', false],
    ['2020-05-05', false],
    ['2020-05-09', true],
    ['2022-12-31', false],
    ['2026-11-23', true],
  ])('%s: %s', (date, expected) => {
    expect(isWorkingDay(date, HOLIDAYS)).toEqual(yes(expected))
  })

  it('refuses a year without a notice instead of guessing', () => {
    expect(isWorkingDay('2018-12-28', HOLIDAYS)).toEqual(missing(2018))
    expect(isWorkingDay('2027-01-01', HOLIDAYS)).toEqual(missing(2027))
    expect(isWorkingDay('2019-10-08', [])).toEqual(missing(2019))
  })

  it('names the holiday', () => {
    expect(findHoliday('2019-05-05', HOLIDAYS)).toEqual({ date: '2019-05-05', name: '劳动节', isOff: false })
    expect(findHoliday('2019-05-06', HOLIDAYS)).toBeUndefined()
  })
})

describe('counting working days', () => {
  it('steps over the National Day week of 2019 and its make-up Saturday', () => {
    expect(nextWorkingDay('2019-09-30', HOLIDAYS)).toEqual(yes('2019-10-08'))
    expect(previousWorkingDay('2019-10-08', HOLIDAYS)).toEqual(yes('2019-09-30'))
    expect(addWorkingDays('2019-10-08', 4, HOLIDAYS)).toEqual(yes('2019-10-12'))
    expect(addWorkingDays('2019-10-12', -5, HOLIDAYS)).toEqual(yes('2019-09-30'))
    expect(addWorkingDays('2019-10-05', 0, HOLIDAYS)).toEqual(yes('2019-10-05'))
  })

  it('moves a month end or a due Friday off a rest day', () => {
    expect(workingDayOnOrBefore('2019-10-04', HOLIDAYS)).toEqual(yes('2019-09-30'))
    expect(workingDayOnOrBefore('2019-09-30', HOLIDAYS)).toEqual(yes('2019-09-30'))
    expect(workingDayOnOrAfter('2019-10-04', HOLIDAYS)).toEqual(yes('2019-10-08'))
  })

  it('refuses when the walk leaves the years it has', () => {
    expect(nextWorkingDay('2026-12-31', HOLIDAYS)).toEqual(missing(2027))
    expect(previousWorkingDay('2018-12-29', HOLIDAYS)).toEqual(missing(2018))
    expect(listWorkingDays('2026-12-30', '2027-01-02', HOLIDAYS)).toEqual(missing(2027))
  })

  it('lists the working days of October 2019', () => {
    const verdict = listWorkingDays('2019-10-01', '2019-10-31', HOLIDAYS)
    expect(verdict.ok && verdict.value.length).toBe(19)
    expect(verdict.ok && verdict.value.includes('2019-10-12')).toBe(true)
  })

  it('undoes itself from a working day', () => {
    const start = fc.integer({ min: 0, max: 2300 }).map((days) => addDays('2019-06-01', days))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const from = workingDayOnOrAfter(date, HOLIDAYS)
        const there = from.ok ? addWorkingDays(from.value, count, HOLIDAYS) : from
        const back = there.ok ? addWorkingDays(there.value, -count, HOLIDAYS) : there
        expect(back).toEqual(from)
      }),
    )
  })
})

describe('the table of notices', () => {
  it('holds 2019 to 2026; the notice for 2027 was not found by 2026-11-23 and is left out', () => {
    expect(HOLIDAYS.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  it.each([
    [2019, 24, 7],
    [2020, 30, 6],
    [2021, 31, 7],
    [2022, 31, 7],
    [2023, 27, 7],
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%d names %d days off and %d make-up working days', (year, off, worked) => {
    const days = HOLIDAYS.find((entry) => entry.year === year)!.days
    expect([days.filter((day) => day.isOff).length, days.filter((day) => !day.isOff).length]).toEqual([off, worked])
  })

  it('cites a notice a year, names no date twice, and makes up only on weekends', () => {
    const days = HOLIDAYS.flatMap((entry) => entry.days)
    expect(new Set(days.map((day) => day.date)).size).toBe(days.length)
    expect(days.filter((day) => !day.isOff && weekday(day.date) < 6)).toEqual([])
    for (const { year, source } of HOLIDAYS) expect(source).toContain(`国办发明电〔${year - 1}〕`)
  })
})
