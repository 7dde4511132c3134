import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeTableState, listQueryOf, readTableState } from './table-state.ts'

const at = (text: string) => new URLSearchParams(text)

describe('a list in its address', () => {
  test.each([
    ['', { page: 1, size: 20, sort: '-createdAt', filters: {} }],
    [
      'page=3&size=50&sort=name&q=六库&state=open',
      { page: 3, size: 50, sort: 'name', filters: { q: '六库', state: 'open' } },
    ],
    ['page=0&size=7&sort=a;b', { page: 1, size: 20, sort: '-createdAt', filters: {} }],
    ['page=1.5&size=-1&sort=--x&state=', { page: 1, size: 20, sort: '-createdAt', filters: {} }],
  ])('%s', (text, state) => {
    expect(readTableState(at(text), '-createdAt')).toEqual(state)
  })

  test.each([
    ['a filter goes back to the first page', 'page=3&q=a', { state: 'open' }, 'q=a&state=open'],
    ['turning the page keeps the filters', 'q=a', { page: 2 }, 'q=a&page=2'],
    ['the first page is not written', 'page=2', { page: 1 }, ''],
    ['an emptied filter leaves', 'state=open&q=a', { state: undefined, q: '' }, ''],
    ['the usual order is not written', 'sort=name', { sort: '-createdAt' }, ''],
  ])('%s', (_what, before, change, after) => {
    expect(changeTableState(at(before), change, '-createdAt').toString()).toBe(after)
  })

  test('what is written is read back', () => {
    const state = fc.record({
      page: fc.integer({ min: 2, max: 100_000 }),
      size: fc.constantFrom(50, 100, 200),
      sort: fc.constantFrom('name', '-name', 'seenAt'),
      q: fc.string({ minLength: 1 }),
    })
    fc.assert(
      fc.property(state, ({ page, size, sort, q }) => {
        const params = changeTableState(at(''), { size, sort, q, page })
        expect(readTableState(at(params.toString()))).toEqual({ page, size, sort, filters: { q } })
      }),
    )
  })

  test('what the page fixes wins over the address', () => {
    const query = listQueryOf(readTableState(at('stationId=2&page=2')), { stationId: '1' })
    expect(query).toEqual({ stationId: '1', page: 2, size: 20 })
  })
})
