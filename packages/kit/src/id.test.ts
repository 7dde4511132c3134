import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIdMaker, idNode, idTime, isId } from './id.ts'

const T0 = Date.UTC(2019, 9, 8)

describe('createIdMaker', () => {
  it('lays out time, node and sequence', () => {
    const make = createIdMaker({ now: () => Date.UTC(2019, 0, 1) + 1, node: 1 })
    expect(make()).toBe(String(2 ** 22 + 2 ** 12))
    expect(make()).toBe(String(2 ** 22 + 2 ** 12 + 1))
  })

  it('grows whatever the clock does, and never repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 300 }), (steps) => {
        let ms = T0
        const make = createIdMaker({ now: () => ms, node: 3 })
        const ids = steps.map((step) => {
          ms += step
          return BigInt(make())
        })
        expect(ids.every((id, index) => index === 0 || id > ids[index - 1]!)).toBe(true)
      }),
    )
  })

  it('goes into the next millisecond after 4096 ids in one', () => {
    const make = createIdMaker({ now: () => new Date(T0), node: 1023 })
    const ids = Array.from({ length: 4097 }, make)
    expect(new Set(ids).size).toBe(4097)
    expect(idTime(ids[4095]!).getTime()).toBe(T0)
    expect(idTime(ids[4096]!).getTime()).toBe(T0 + 1)
  })

  it('gives two nodes different ids in the same millisecond', () => {
    const made = [0, 1].map((node) => createIdMaker({ now: () => T0, node })())
    expect(new Set(made).size).toBe(2)
    expect(made.map(idNode)).toEqual([0, 1])
  })

  it('keeps the time, up to the last millisecond of 41 bits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 41 - 1 }), fc.integer({ min: 0, max: 1023 }), (ms, node) => {
        const at = Date.UTC(2019, 0, 1) + ms
        const id = createIdMaker({ now: () => at, node })()
        expect([isId(id), idTime(id).getTime(), idNode(id)]).toEqual([true, at, node])
      }),
    )
  })

  it.each([-1, 1024, 1.5])('refuses node %d', (node) => {
    expect(() => createIdMaker({ now: () => T0, node })).toThrow(RangeError)
  })

  it('throws for a clock outside its years', () => {
    expect(() => createIdMaker({ now: () => Date.UTC(2018, 11, 31), node: 0 })()).toThrow(RangeError)
    expect(() => createIdMaker({ now: () => Number.NaN, node: 0 })()).toThrow(RangeError)
    expect(() => createIdMaker({ now: () => Date.UTC(2100, 0, 1), node: 0 })()).toThrow(RangeError)
  })
})

describe('isId', () => {
  it.each([
    ['0', true],
    ['9223372036854775807', true],
    ['9223372036854775808', false],
    ['01', false],
    ['-1', false],
    ['1.0', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isId(text)).toBe(expected)
  })

  it('guards idTime', () => {
    expect(() => idTime('x')).toThrow(RangeError)
  })
})
