import { expect, test } from 'vitest'
import { answerInWords, type FieldType, type FormField, faultsOfForm, readAnswers } from './form.rules.ts'

const field = (type: FieldType, required = true): FormField => ({
  key: 'it',
  label: '项目',
  labelEn: 'Item',
  type,
  required,
  options: [
    { value: 'a', label: '甲', labelEn: 'A' },
    { value: 'b', label: '乙', labelEn: 'B' },
  ],
  help: null,
  helpEn: null,
})
const known = (code: string) => code === '533301002'

test.each<[string, FieldType, unknown, unknown]>([
  ['text is trimmed', 'text', ' 草果 ', '草果'],
  ['a number as people write it', 'number', '１,２００.5', 1200.5],
  ['a number as a number', 'number', 3, 3],
  ['zero is an answer', 'number', '0', 0],
  ['a Chinese date', 'date', '2026年11月23日', '2026-11-23'],
  ['an option', 'select', 'b', 'b'],
  ['several options', 'multiselect', ['a', 'b', 'a'], ['a', 'b']],
  ['several options of a plain form', 'multiselect', 'a,b', ['a', 'b']],
  ['a township', 'region', '533301002', '533301002'],
])('%s is read', (_what, type, typed, answer) => {
  expect(readAnswers([field(type)], { it: typed }, known)).toEqual({ answers: { it: answer }, faults: [] })
})

test.each<[string, FieldType, unknown, string]>([
  ['nothing', 'text', undefined, 'hall.field_needed'],
  ['blanks', 'textarea', ' 　', 'hall.field_needed'],
  ['201 characters', 'text', '字'.repeat(201), 'hall.field_too_long'],
  ['2001 characters', 'textarea', '字'.repeat(2001), 'hall.field_too_long'],
  ['a word for a number', 'number', '很多', 'hall.field_not_number'],
  ['a negative number', 'number', '-1', 'hall.field_not_number'],
  ['too large a number', 'number', '99999999999999999999', 'hall.field_not_number'],
  ['a day that does not exist', 'date', '2026-02-30', 'hall.field_not_date'],
  ['no option', 'select', 'c', 'hall.field_not_option'],
  ['one wrong option of two', 'multiselect', ['a', 'c'], 'hall.field_not_option'],
  ['no options', 'multiselect', [], 'hall.field_needed'],
  ['an old township', 'region', '533301101', 'hall.field_not_region'],
  ['an object', 'text', { a: 1 }, 'hall.field_wrong'],
])('%s is a fault that names the field', (_what, type, typed, code) => {
  const { faults, answers } = readAnswers([field(type)], { it: typed }, known)
  expect(faults).toMatchObject([{ field: 'it', code, detail: { label: '项目' } }])
  expect(answers).toEqual({})
})

test('all faults are told at once, and what the form does not ask is left out', () => {
  const form = [field('text'), { ...field('number'), key: 'n' }, { ...field('text', false), key: 'free' }]
  const { faults, answers } = readAnswers(form, { n: 'x', other: 'y', __proto__: { it: 'z' } }, known)
  expect(faults.map((one) => one.field)).toEqual(['it', 'n'])
  expect(answers).toEqual({})
})

test('answers are shown by their labels', () => {
  expect(answerInWords(field('multiselect'), ['a', 'b'])).toBe('甲、乙')
  expect(answerInWords(field('select'), 'b', true)).toBe('B')
  expect(answerInWords(field('select'), 'gone')).toBe('gone')
  expect(answerInWords(field('date'), '2026-12-05')).toBe('2026年12月5日')
})

test.each([
  ['a key twice', [field('text'), field('text')], 'hall.form_key_twice'],
  ['a reserved key', [{ ...field('text'), key: 'phone' }], 'hall.form_key_wrong'],
  ['a choice without options', [{ ...field('select'), options: [] }], 'hall.form_options_needed'],
  ['no label', [{ ...field('text'), label: ' ' }], 'hall.form_label_needed'],
])('a form with %s is refused', (_what, form, code) => {
  expect(faultsOfForm(form).map((one) => one.code)).toContain(code)
})
