import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'

/** The same value with the members of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ é: 1, z: 2, a: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"a":3,"z":2,"é":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [{ at: new Date('2019-10-08T00:00:00Z') }, '{"at":"2019-10-08T00:00:00.000Z"}'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['泸水"\n\ud800', '"泸水\\"\\n\\ud800"'],
    [[], '[]'],
    [{}, '{}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [BigInt(1)],
    [() => 1],
    [Symbol('x')],
    [[undefined]],
    [new Map()],
    [{ a: [Number.NaN] }],
  ])('throws on %o', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('throws on a cycle, but not on a value used twice', () => {
    const loop: Record<string, unknown> = {}
    loop.self = [loop]
    expect(() => canonicalJson(loop)).toThrow(TypeError)
    const shared = { a: 1 }
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]')
  })

  it('does not depend on the order of members, and survives being stored as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(reversed(value))).toBe(text)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text)
      }),
    )
  })

  it('gives different texts to different values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const isSame = JSON.stringify(JSON.parse(canonicalJson(a))) === JSON.stringify(JSON.parse(canonicalJson(b)))
        expect(canonicalJson(a) === canonicalJson(b)).toBe(isSame)
      }),
    )
  })
})
