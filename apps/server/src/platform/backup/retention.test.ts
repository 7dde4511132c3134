import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planRetention } from './retention.ts'
import { instantOfStamp, stampOf } from './stamp.ts'

const nightly = (day: string) => stampOf(new Date(`${day}T02:30:00+08:00`))
const daysBack = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    stampOf(new Date(new Date(`${from}T02:30:00+08:00`).getTime() - n * 86_400_000)),
  )

test.each([
  ['nothing', [], []],
  ['one', [nightly('2026-11-23')], [nightly('2026-11-23')]],
  ['seven days stay', daysBack('2026-11-23', 7), daysBack('2026-11-23', 7).sort()],
])('%s', (_name, stamps, keep) => {
  expect(planRetention(stamps).keep).toEqual(keep)
})

test('of 400 nightly backups 7 daily, 4 weekly and 12 monthly ones stay', () => {
  const { keep, drop, oldestDaily } = planRetention(daysBack('2026-11-23', 400))
  const expected = [
    // the newest of each month
    ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'],
    // Sundays: the newest of each full week, then the last seven days; Monday 23 is this week's
    ...['2026-11-08', '2026-11-15'],
    ...['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'],
  ]
  expect(keep).toEqual(expected.map(nightly))
  expect(drop).toHaveLength(400 - expected.length)
  expect(oldestDaily).toBe(nightly('2026-11-17'))
})

test('several of today all stay, of an earlier day only the newest', () => {
  const at = (instant: string) => stampOf(new Date(instant))
  const stamps = [
    at('2026-11-20T10:00:00+08:00'),
    at('2026-11-20T23:59:59+08:00'),
    at('2026-11-23T09:00:00+08:00'),
    at('2026-11-23T10:00:00+08:00'),
  ]
  expect(planRetention(stamps).drop).toEqual([stamps[0]])
})

test('names that are no stamps are neither kept nor dropped', () => {
  expect(planRetention(['wal', 'files', '20261123T000000Z.partial', '20269999T000000Z'])).toEqual({
    keep: [],
    drop: [],
    oldestDaily: undefined,
  })
})

test('the newest always stays, nothing is lost between keep and drop, and a second pass drops nothing more', () => {
  const stamp = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((at) => stampOf(at))
  fc.assert(
    fc.property(fc.uniqueArray(stamp, { maxLength: 200 }), (stamps) => {
      const { keep, drop } = planRetention(stamps)
      expect([...keep, ...drop].sort()).toEqual([...stamps].sort())
      if (stamps.length > 0) expect(keep).toContain([...stamps].sort().at(-1))
      expect(planRetention(keep).drop).toEqual([])
    }),
  )
})

test('a stamp names its instant and comes back', () => {
  const at = new Date('2026-11-23T18:30:05Z')
  expect(stampOf(at)).toBe('20261123T183005Z')
  expect(instantOfStamp('20261123T183005Z')).toEqual(at)
})
