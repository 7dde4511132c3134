import { Day, Id, Nullable, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import type { FormField } from './form-field.ts'
import { bodyOf, facetsOf, fieldAt, fieldsOfSchema } from './form-schema.ts'

const Station = Type.Object({
  name: Text(40, 1),
  note: Nullable(Text(500)),
  level: OneOf(['county', 'town', 'village', 'other']),
  door: OneOf(['left', 'right']),
  openedOn: Type.Optional(Day),
  keeperId: Type.Optional(Nullable(Id)),
  desks: Type.Integer({ minimum: 1, maximum: 9 }),
  open: Type.Boolean(),
  remark: Type.Optional(Text(80)),
  place: Type.Object({ road: Text(60, 1) }),
})

describe('a form from a body schema', () => {
  test.each([
    ['name', { kind: 'text', required: true, max: 40 }],
    ['note', { kind: 'textarea', required: false, max: 500 }],
    ['level', { kind: 'select', required: true }],
    ['door', { kind: 'radio', required: true }],
    ['openedOn', { kind: 'day', required: false }],
    ['desks', { kind: 'number', required: true, min: 1, max: 9 }],
    ['open', { kind: 'switch', required: false }],
    ['place.road', { kind: 'text', required: true, max: 60 }],
  ])('%s', (key, expected) => {
    expect(fieldsOfSchema(Station, { [key]: { label: 'x' } })[0]).toMatchObject({ key, label: 'x', ...expected })
  })

  test('the descriptor wins over the schema', () => {
    expect(fieldsOfSchema(Station, { name: { label: '名称', kind: 'textarea', required: false } })[0]).toMatchObject({
      kind: 'textarea',
      required: false,
      max: 40,
    })
  })

  test('a key the schema does not have is told', () => {
    expect(facetsOf(Station, 'nowhere')).toBeUndefined()
    expect(facetsOf(Station, 'name.inner')).toBeUndefined()
  })
})

describe('the body from the values', () => {
  const fields = fieldsOfSchema(Station, {
    name: { label: '名称' },
    note: { label: '说明' },
    openedOn: { label: '日期' },
    keeperId: { label: '负责人' },
    remark: { label: '备注' },
    'place.road': { label: '路' },
  })
  test.each([
    ['text is trimmed', { name: ' 六库 ' }, { name: '六库' }],
    ['an emptied nullable is null', { note: '' }, { note: null }],
    ['an emptied choice is null where null is allowed', { keeperId: undefined }, { keeperId: null }],
    ['an emptied day is left out', { openedOn: '' }, {}],
    ['an emptied text that may be empty stays', { remark: '  ' }, { remark: '' }],
    ['nested', { place: { road: ' 人民路 ' } }, { place: { road: '人民路' } }],
  ])('%s', (_what, values, body) => {
    expect(bodyOf(values, fields, Station)).toMatchObject(body)
    expect('openedOn' in bodyOf(values, fields, Station)).toBe(false)
  })

  test('a field that is not shown is not sent', () => {
    const hidden: FormField[] = [{ key: 'name', label: '名称', kind: 'text', when: (values) => values.open === true }]
    expect(bodyOf({ name: 'x', open: false }, hidden, Station)).toEqual({ open: false })
    expect(bodyOf({ name: 'x', open: true }, hidden, Station)).toEqual({ name: 'x', open: true })
  })

  test('a switch nobody touched is off', () => {
    const one = fieldsOfSchema(Station, { open: { label: '开放' } })
    expect(bodyOf({}, one, Station)).toEqual({ open: false })
    expect(bodyOf({ open: true }, one, Station)).toEqual({ open: true })
  })

  test('values are not changed in place', () => {
    const values = { place: { road: ' a ' } }
    bodyOf(values, fields, Station)
    expect(values.place.road).toBe(' a ')
  })
})

describe("a server's fault lands on its field", () => {
  const fields: FormField[] = ['name', 'place.road', 'items'].map((key) => ({ key, label: key, kind: 'text' }))
  test.each([
    ['name', 'name'],
    ['/name', 'name'],
    ['place/road', 'place.road'],
    ['items[2].price', 'items'],
    ['items.2.price', 'items'],
    ['other', undefined],
  ])('%s', (fault, key) => {
    expect(fieldAt(fields, fault)?.key).toBe(key)
  })
})
