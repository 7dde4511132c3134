import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './business-date.ts'
import {
  formatPeriodZh,
  halfYear,
  isInPeriod,
  nextPeriod,
  type PeriodKind,
  parsePeriod,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
} from './period.ts'

const kinds: PeriodKind[] = ['week', 'month', 'quarter', 'half-year', 'year']
const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))

describe('periodOf', () => {
  it.each<[string, PeriodKind, string, string, string, string]>([
    ['2019-10-08', 'week', '2019-W41', '2019-10-07', '2019-10-13', '2019年第41周'],
    ['2021-01-03', 'week', '2020-W53', '2020-12-28', '2021-01-03', '2020年第53周'],
    ['2019-12-30', 'week', '2020-W01', '2019-12-30', '2020-01-05', '2020年第1周'],
    ['2020-02-10', 'month', '2020-02', '2020-02-01', '2020-02-29', '2020年2月'],
    ['2019-12-31', 'quarter', '2019-Q4', '2019-10-01', '2019-12-31', '2019年第四季度'],
    ['2019-06-30', 'half-year', '2019-H1', '2019-01-01', '2019-06-30', '2019年上半年'],
    ['2019-07-01', 'half-year', '2019-H2', '2019-07-01', '2019-12-31', '2019年下半年'],
    ['2019-07-01', 'year', '2019', '2019-01-01', '2019-12-31', '2019年'],
  ])('%s by %s is %s', (date, kind, key, first, last, zh) => {
    const period = periodOf(date, kind)
    expect(period).toEqual({ kind, key, first, last })
    expect(formatPeriodZh(period)).toBe(zh)
  })

  it('covers every day by exactly one period, and neighbours touch', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...kinds), (date, kind) => {
        const period = periodOf(date, kind)
        expect(isInPeriod(date, period)).toBe(true)
        expect(periodOf(period.first, kind)).toEqual(period)
        expect(periodOf(period.last, kind)).toEqual(period)
        expect(daysBetween(period.last, nextPeriod(period).first)).toBe(1)
        expect(previousPeriod(nextPeriod(period))).toEqual(period)
        expect(parsePeriod(period.key)).toEqual({ ok: true, value: period })
        expect(isInPeriod(addDays(period.last, 1), period)).toBe(false)
      }),
    )
  })

  it('finds the same period of last year', () => {
    expect(samePeriodLastYear(halfYear(2020, 1))).toEqual(halfYear(2019, 1))
    expect(samePeriodLastYear(periodOf('2020-02-29', 'month')).last).toBe('2019-02-28')
    expect(samePeriodLastYear(periodOf('2019-10-08', 'week')).key).toBe('2018-W41')
  })

  it.each(['2019-13', '2019-00', '2019-Q5', '2019-H3', '2019-W53', '2019-W00', '19', '2019-1', ''])(
    'refuses the key %j',
    (key) => {
      expect(parsePeriod(key)).toEqual({ ok: false, reason: 'calendar.not_a_period' })
    },
  )
})
