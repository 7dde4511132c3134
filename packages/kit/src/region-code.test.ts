import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullRegionCode, isInside, parentRegion, regionLevel, regionParts, shortRegionCode } from './region-code.ts'

describe('regionLevel', () => {
  it.each([
    ['53', 'province'],
    ['530000', 'province'],
    ['530000000000', 'province'],
    ['5333', 'city'],
    ['533300', 'city'],
    ['533301', 'county'],
    ['533301000', 'county'],
    ['533301001', 'township'],
    ['533301001000', 'township'],
    ['533301001001', 'village'],
    ['429004', 'county'],
    ['', null],
    ['5', null],
    ['533', null],
    ['00', null],
    ['530001', null],
    ['533300001000', null],
    ['53330a', null],
  ])('%j is %s', (code, level) => {
    expect(regionLevel(code)).toBe(level)
  })
})

describe('parts and forms', () => {
  it('names every level above', () => {
    expect(regionParts('533301001001')).toEqual({
      province: '53',
      city: '5333',
      county: '533301',
      township: '533301001',
      village: '533301001001',
    })
    expect(regionParts('533301000000')).toEqual({ province: '53', city: '5333', county: '533301' })
    expect(regionParts('x')).toEqual({})
  })

  it('shortens, pads and goes up', () => {
    expect(shortRegionCode('533301000000')).toBe('533301')
    expect(fullRegionCode('5333')).toBe('533300000000')
    expect(fullRegionCode('x')).toBeNull()
    expect(parentRegion('533301000')).toBe('5333')
    expect(parentRegion('53')).toBeNull()
  })
})

describe('isInside', () => {
  it.each([
    ['533301001001', '533301', true],
    ['533301', '533300', true],
    ['533301', '533301', true],
    ['533301000', '533301', true],
    ['533301', '533301001', false],
    ['533323', '533301', false],
    ['x', '53', false],
    ['533301', '', false],
  ])('%s inside %s: %s', (code, ancestor, expected) => {
    expect(isInside(code, ancestor)).toBe(expected)
  })

  it('holds for every region and its parents, padded or not, and not the other way round', () => {
    const part = (max: number, width: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(width, '0'))
    const village = fc.tuple(part(99, 2), part(99, 2), part(99, 2), part(999, 3), part(999, 3)).map((p) => p.join(''))
    fc.assert(
      fc.property(village, (code) => {
        for (let up = parentRegion(code); up !== null; up = parentRegion(up)) {
          expect(isInside(code, up) && isInside(code, fullRegionCode(up)!)).toBe(true)
          expect(isInside(up, code)).toBe(false)
        }
      }),
    )
  })
})
