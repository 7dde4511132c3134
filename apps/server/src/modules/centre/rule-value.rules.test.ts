import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { programRules } from './rule.defaults.ts'
import { faultsOfValue, type RuleField } from './rule-value.rules.ts'

const file = new URL('../../../../../plans/lushui/rules.json', import.meta.url)
const planRules = JSON.parse(readFileSync(file, 'utf8')) as {
  key: string
  value: unknown
  valueSchema: RuleField[]
  readings?: { key: string; value: unknown }[]
}[]

test('every value and reading of the plan and the program fits its own fields', () => {
  const all = [...planRules, ...programRules].flatMap((rule) => [
    { key: rule.key, fields: rule.valueSchema, value: rule.value },
    ...(rule.readings ?? []).map((one) => ({
      key: `${rule.key}/${one.key}`,
      fields: rule.valueSchema,
      value: one.value,
    })),
  ])
  expect(all.length).toBeGreaterThan(60)
  expect(all.flatMap((one) => faultsOfValue(one.fields, one.value).map((fault) => [one.key, fault]))).toEqual([])
})

const field = (type: RuleField['type'], more: Partial<RuleField> = {}): RuleField => ({
  key: 'x',
  label: '某项',
  labelEn: 'Some',
  type,
  ...more,
})
const options = [
  { value: 'a', label: '甲', labelEn: 'A' },
  { value: 'b', label: '乙', labelEn: 'B' },
]

test.each<[string, RuleField, unknown, string | undefined]>([
  ['a time', field('time'), '08:30', undefined],
  ['the end of the day', field('time'), '24:00', undefined],
  ['half past 24', field('time'), '24:30', 'rule.field_wrong'],
  ['29 February', field('monthDay'), '02-29', undefined],
  ['30 February', field('monthDay'), '02-30', 'rule.field_wrong'],
  ['a month', field('month'), '2019-10', undefined],
  ['a thirteenth month', field('month'), '2019-13', 'rule.field_wrong'],
  ['a day that does not exist', field('date'), '2019-02-29', 'rule.field_wrong'],
  ['a region', field('region'), '533301', undefined],
  ['half an integer', field('integer'), 1.5, 'rule.field_wrong'],
  ['an integer as text', field('integer'), '1', 'rule.field_wrong'],
  ['too small', field('integer', { min: 1 }), 0, 'rule.field_too_small'],
  ['too large', field('number', { max: 100 }), 100.5, 'rule.field_too_large'],
  ['nothing where it may be', field('number', { nullable: true }), null, undefined],
  ['nothing where it must be', field('number'), null, 'rule.field_needed'],
  ['blank text', field('text'), '  ', 'rule.field_wrong'],
  ['an option', field('select', { options }), 'b', undefined],
  ['no option', field('select', { options }), 'c', 'rule.field_wrong'],
  ['an option twice', field('multiselect', { options }), ['a', 'a'], 'rule.field_wrong'],
  ['an incomplete order', field('sortedlist', { options }), ['a'], 'rule.field_wrong'],
  ['a whole order', field('sortedlist', { options }), ['b', 'a'], undefined],
])('%s', (_what, one, value, code) => {
  expect(faultsOfValue([one], { x: value })[0]?.code).toBe(code)
})

test('rows name the row and column of each fault; strange keys are refused', () => {
  const rows = field('rows', { columns: [{ ...field('time'), key: 'at' }] })
  expect(
    faultsOfValue([rows], { x: [{ at: '08:00' }, { at: 'soon' }], y: 1 }).map((fault) => [fault.field, fault.code]),
  ).toEqual([
    ['y', 'rule.field_unknown'],
    ['x.1.at', 'rule.field_wrong'],
  ])
})
