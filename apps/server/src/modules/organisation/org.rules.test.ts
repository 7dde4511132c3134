import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addedGrants, faultOfGrants, newTemporaryPassword } from './account.rules.ts'
import { leaderAmong, makesCircle, overlap } from './org.rules.ts'
import { checkPerson, compareNames, masked } from './person.rules.ts'
import { keptOf } from './plan-rows.rules.ts'

describe('tree', () => {
  const parents = new Map([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
  ])
  test.each([
    ['a', 'c', true],
    ['a', 'a', true],
    ['c', 'a', false],
    ['b', null, false],
  ])('%s below %s makes a circle: %s', (id, parent, circle) => expect(makesCircle(id, parent, parents)).toBe(circle))

  test('overlap is symmetric, and a stretch overlaps itself', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`)
    const stretch = fc.tuple(day, fc.option(day)).map(([from, to]) => ({
      validFrom: to !== null && to < from ? to : from,
      validTo: to !== null && to < from ? from : to,
    }))
    fc.assert(
      fc.property(stretch, stretch, (one, other) => {
        expect(overlap(one, other)).toBe(overlap(other, one))
        expect(overlap(one, one)).toBe(true)
      }),
    )
  })
})

describe('direct leader', () => {
  const superior = new Map([
    ['head', null],
    ['assistant', 'head'],
    ['officer', 'assistant'],
  ])
  const holds = (personId: string, postId: string, leaderId: string | null = null) => ({
    personId,
    postId,
    main: true,
    leaderId,
  })
  test.each([
    [
      'the holder of the superior post',
      [holds('me', 'officer'), holds('ass', 'assistant'), holds('boss', 'head')],
      'ass',
    ],
    ['an empty post is passed over', [holds('me', 'officer'), holds('boss', 'head')], 'boss'],
    ['one named with the assignment comes first', [holds('me', 'officer', 'x'), holds('boss', 'head')], 'x'],
    ['nobody stands above the head', [holds('me', 'head')], null],
    ['nobody leads himself through two posts', [holds('me', 'officer'), { ...holds('me', 'head'), main: false }], null],
    ['without a post there is no leader', [holds('boss', 'head')], null],
  ])('%s', (_words, held, leader) => expect(leaderAmong('me', held, superior)).toBe(leader))
})

describe('people', () => {
  const blank = { name: '和秀英', gender: null, phone: null, email: null, citizenId: null, badgeNo: null, note: null }
  test.each([
    [{ phone: '138 0013 8000' }, { phone: '13800138000' }],
    [{ citizenId: '53332119900101001x' }, undefined],
    [{ email: ' ' }, { email: null }],
  ])('%j is stored as %j', (change, stored) => {
    const result = checkPerson({ ...blank, ...change }, '2026-11-23')
    expect(result.ok).toBe(stored !== undefined)
    if (result.ok) expect(result.fields).toMatchObject(stored ?? {})
  })
  test('a checked identity number gives the gender, and a differing one is a fault', () => {
    const id = '11010519491231002X'
    expect(checkPerson({ ...blank, citizenId: id }, '2026-11-23')).toMatchObject({
      ok: true,
      fields: { gender: 'female' },
    })
    expect(checkPerson({ ...blank, citizenId: id, gender: 'male' }, '2026-11-23')).toMatchObject({
      ok: false,
      faults: [{ field: 'gender' }],
    })
  })
  test('masked data never holds the whole', () => {
    const whole = { phone: '13800138000', email: 'heying@example.com', citizenId: '11010519491231002X' }
    const shown = masked(whole)
    for (const key of ['phone', 'email', 'citizenId'] as const) expect(shown[key]).not.toBe(whole[key])
  })
  test('names are sorted by pinyin', () => {
    const names = ['张三', '阿普', '李四', '和秀英'].map((name, i) => ({ name, id: String(i) }))
    expect(names.sort(compareNames).map((one) => one.name)).toEqual(['阿普', '和秀英', '李四', '张三'])
  })
})

describe('accounts', () => {
  test.each([
    [[{ role: 'manager', stationId: '0' }], null],
    [[{ role: 'keeper', stationId: '0' }], 'identity.role_needs_station'],
    [[{ role: 'manager', stationId: '5' }], 'account.role_for_centre'],
    [[{ role: '__proto__', stationId: '0' }], 'identity.role_unknown'],
  ])('%j → %s', (grants, code) => expect(faultOfGrants(grants)?.code ?? null).toBe(code))
  test('only what is new is added', () => {
    const one = { role: 'keeper', stationId: '1' }
    expect(addedGrants([one], [one, { ...one, stationId: '2' }])).toEqual([{ ...one, stationId: '2' }])
    expect(addedGrants([one], [])).toEqual([])
  })
  test('temporary passwords differ and hold all classes', () => {
    const made = Array.from({ length: 50 }, newTemporaryPassword)
    expect(new Set(made).size).toBe(50)
    for (const one of made) expect(one).toMatch(/^([A-Z][a-z]{2}\d)(-[A-Z][a-z]{2}\d){3}$/)
  })
})

test('what is used stays with everything above it, the rest of the plan goes', () => {
  const node = (id: string, above: string[], used = false, source = 'plan') => ({
    id,
    kind: 'unit' as const,
    name: id,
    source,
    used,
    above,
  })
  const all = [
    node('root', []),
    node('a', ['root']),
    node('b', ['a'], true),
    node('c', ['a']),
    node('d', ['c']),
    node('own', ['c'], false, 'own'),
  ]
  expect([...keptOf(all, 'plan')].sort()).toEqual(['a', 'b', 'c', 'own', 'root'])
})
