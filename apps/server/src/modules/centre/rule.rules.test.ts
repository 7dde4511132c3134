import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideRule, orderOf, type RuleSource, type RuleVersion, usualOrder } from './rule.rules.ts'

const version = (
  id: string | null,
  source: RuleSource,
  validFrom: string,
  value: unknown = id,
  validTo: string | null = null,
): RuleVersion => ({ id, source, value, validFrom, validTo })

const plan = version('1', 'plan', '2019-10-01')
const preset = version(null, 'default', '0001-01-01', 'preset')

describe('the version in force', () => {
  test.each<[string, RuleVersion[], string, string | null | undefined]>([
    ['nothing at all', [], '2020-01-01', undefined],
    ['the plan before it begins', [plan], '2019-09-30', undefined],
    ['the plan on its first day', [plan], '2019-10-01', '1'],
    ['the program’s default where the plan is silent', [preset, plan], '2019-09-30', null],
    ['the company over the plan (五(三))', [plan, version('2', 'company', '2020-01-01')], '2020-01-01', '2'],
    ['the plan until the company’s rule begins', [plan, version('2', 'company', '2020-01-01')], '2019-12-31', '1'],
    ['the company although the plan is later', [version('2', 'company', '2018-01-01'), plan], '2020-01-01', '2'],
    [
      'the later validFrom within the company',
      [version('3', 'company', '2020-06-01'), version('4', 'company', '2020-01-01')],
      '2020-07-01',
      '3',
    ],
    [
      'the later record of one day',
      [version('3', 'company', '2020-06-01'), version('10', 'company', '2020-06-01')],
      '2020-07-01',
      '10',
    ],
    [
      'the open rule again after a limited one',
      [version('2', 'company', '2020-01-01'), version('3', 'company', '2020-06-01', 'x', '2020-06-30')],
      '2020-07-01',
      '2',
    ],
    [
      'the limited one on its last day',
      [version('2', 'company', '2020-01-01'), version('3', 'company', '2020-06-01', 'x', '2020-06-30')],
      '2020-06-30',
      '3',
    ],
    [
      'the plan again after the company’s rule was ended',
      [plan, version('2', 'company', '2020-01-01'), version('3', 'company', '2020-05-01', null)],
      '2020-05-01',
      '1',
    ],
    [
      'the company’s rule on its last day',
      [plan, version('2', 'company', '2020-01-01'), version('3', 'company', '2020-05-01', null)],
      '2020-04-30',
      '2',
    ],
    [
      'a company rule recorded after the closing',
      [
        version('2', 'company', '2020-01-01'),
        version('3', 'company', '2020-05-01', null),
        version('4', 'company', '2020-06-01'),
      ],
      '2020-06-01',
      '4',
    ],
    [
      'no plan rule once the plan was withdrawn',
      [plan, version('2', 'plan', '0001-01-01', null)],
      '2020-01-01',
      undefined,
    ],
    [
      'the program’s default, although the plan’s default was withdrawn',
      [preset, version('2', 'default', '2019-10-01'), version('3', 'default', '0001-01-01', null)],
      '2020-01-01',
      null,
    ],
  ])('%s', (_what, versions, day, expected) => {
    expect(decideRule(versions, day)?.id).toBe(expected)
  })

  test('plan_first (A12, second reading) lets the plan win', () => {
    const versions = [plan, version('2', 'company', '2020-01-01')]
    expect(decideRule(versions, '2021-01-01', orderOf({ order: ['plan', 'company', 'default'] }))?.id).toBe('1')
  })
})

describe('properties', () => {
  const days = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
  const versions = fc
    .array(
      fc.record({
        source: fc.constantFrom<RuleSource>('company', 'plan', 'default'),
        validFrom: days,
        length: fc.option(fc.integer({ min: 0, max: 20 })),
        closing: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ source, validFrom, length, closing }, index): RuleVersion => {
        const end = new Date(Date.parse(validFrom) + (length ?? 0) * 86_400_000).toISOString().slice(0, 10)
        return {
          id: String(index + 1),
          source,
          value: closing ? null : index,
          validFrom,
          validTo: length === null || closing ? null : end,
        }
      }),
    )

  test('the decision does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(versions, days, fc.integer(), (rows, day, seed) => {
        const shuffled = rows.toSorted(
          (a, b) => ((Number(a.id) * 7919 + seed) % 13) - ((Number(b.id) * 7919 + seed) % 13),
        )
        expect(decideRule(shuffled, day)?.id).toBe(decideRule(rows, day)?.id)
      }),
    )
  })

  test('what decides has a value, holds on the day, and no standing version of a stronger source', () => {
    fc.assert(
      fc.property(versions, days, (rows, day) => {
        const decided = decideRule(rows, day)
        if (!decided) return
        expect(decided.value).not.toBeNull()
        expect(decided.validFrom <= day && (decided.validTo ?? '9999') >= day).toBe(true)
        const stronger = usualOrder.slice(0, usualOrder.indexOf(decided.source))
        for (const source of stronger)
          expect(
            decideRule(
              rows.filter((row) => row.source === source),
              day,
            ),
          ).toBeUndefined()
      }),
    )
  })

  test('adding a version never changes the days before it begins', () => {
    fc.assert(
      fc.property(versions, days, days, (rows, day, from) => {
        fc.pre(day < from)
        const later = version('999', 'company', from)
        expect(decideRule([...rows, later], day)?.id).toBe(decideRule(rows, day)?.id)
      }),
    )
  })
})

test.each([
  [null, ['company', 'plan', 'default']],
  [{ order: ['plan', 'company', 'default'] }, ['plan', 'company', 'default']],
  [{ order: ['plan', 'nobody', 'plan'] }, ['plan', 'company', 'default']],
])('the order named by %j', (value, expected) => {
  expect(orderOf(value)).toEqual(expected)
})
