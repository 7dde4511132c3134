import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  businessDate,
  businessTime,
  daysBetween,
  instantAt,
  isBusinessDate,
  parseBusinessDate,
  weekday,
  wholeDaysBetween,
} from './business-date.ts'

const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2000-01-01', days))

describe('businessDate', () => {
  it.each([
    ['2019-10-07T15:59:59.999Z', '2019-10-07', '23:59'],
    ['2019-10-07T16:00:00.000Z', '2019-10-08', '00:00'],
    ['2018-12-31T16:00:00.000Z', '2019-01-01', '00:00'],
    ['2020-02-28T20:00:00.000Z', '2020-02-29', '04:00'],
  ])('%s is %s %s at +08:00', (iso, date, time) => {
    expect(businessDate(new Date(iso))).toBe(date)
    expect(businessTime(new Date(iso))).toBe(time)
  })

  it('does not depend on the time zone of the machine', () => {
    const before = process.env.TZ
    try {
      const zones = { 'America/New_York': 240, 'Asia/Kathmandu': -345, 'Pacific/Kiritimati': -840 }
      for (const [zone, offset] of Object.entries(zones)) {
        process.env.TZ = zone
        expect(new Date('2019-10-07T16:00:00Z').getTimezoneOffset()).toBe(offset)
        expect(businessDate(new Date('2019-10-07T16:00:00Z'))).toBe('2019-10-08')
        expect(instantAt('2019-10-08', '12:00').toISOString()).toBe('2019-10-08T04:00:00.000Z')
        expect(weekday('2019-10-08')).toBe(2)
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  it('comes back from instantAt for every minute of every day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const instant = instantAt(date, clock)
        expect([businessDate(instant), businessTime(instant)]).toEqual([date, clock])
      }),
    )
  })
})

describe('instantAt', () => {
  it('takes 24:00 as the end of the day', () => {
    expect(instantAt('2019-12-31', '24:00')).toEqual(instantAt('2020-01-01', '00:00'))
  })

  it.each(['24:01', '12:60', '9:00', 'noon', ''])('throws on %j', (clock) => {
    expect(() => instantAt('2019-10-08', clock)).toThrow(RangeError)
  })
})

describe('date arithmetic', () => {
  it.each([
    ['2019-02-28', 1, '2019-03-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-01-01', -1, '2019-12-31'],
  ])('%s plus %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  it.each([
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2019-12-15', 1, '2020-01-15'],
    ['2020-03-31', -13, '2019-02-28'],
  ])('%s plus %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('is undone by daysBetween, and the weekday moves along', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days)
        expect(daysBetween(date, other)).toBe(days)
        expect((((weekday(other) - weekday(date) - days) % 7) + 7) % 7).toBe(0)
      }),
    )
  })

  it('counts Monday first', () => {
    expect(['2019-05-05', '2019-05-06', '2026-11-23'].map(weekday)).toEqual([7, 1, 1])
  })

  it.each([
    ['12:00', '12:01', 0],
    ['12:00', '11:59', 0],
  ])('%s to %s on one day is %d whole days', (from, to, days) => {
    expect(wholeDaysBetween(instantAt('2019-10-04', from), instantAt('2019-10-04', to))).toBe(days)
  })

  it('counts whole 24-hour days only', () => {
    const due = instantAt('2019-10-04', '12:00')
    expect(wholeDaysBetween(due, instantAt('2019-10-05', '11:59'))).toBe(0)
    expect(wholeDaysBetween(due, instantAt('2019-10-05', '12:00'))).toBe(1)
    expect(wholeDaysBetween(due, instantAt('2019-10-02', '12:00'))).toBe(-2)
  })
})

describe('reading dates', () => {
  it.each([
    ['2019-10-08', '2019-10-08'],
    ['2019/1/8', '2019-01-08'],
    ['2019.10.8', '2019-10-08'],
    ['2019年10月8日', '2019-10-08'],
    [' ２０１９-10-08 ', '2019-10-08'],
  ])('%s is %s', (text, date) => {
    expect(parseBusinessDate(text)).toEqual({ ok: true, value: date })
  })

  it.each(['2019-02-29', '2019-13-01', '2019-00-10', '2019-10', '19-10-08', 'today'])('%s is refused', (text) => {
    expect(parseBusinessDate(text)).toEqual({ ok: false, reason: 'calendar.not_a_date' })
    expect(isBusinessDate(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })
})
