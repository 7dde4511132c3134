import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatWan, formatYuan, parseYuan, splitByLargestRemainder, sumFen, toFen } from './money.ts'

const safeFen = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })

describe('parseYuan', () => {
  it.each([
    ['12.34', 1234],
    ['0', 0],
    ['-0.00', 0],
    ['0.1', 10],
    ['12', 1200],
    ['12.3400', 1234],
    ['1,234.50', 123450],
    ['¥12.00', 1200],
    ['￥12元', 1200],
    ['１２．３４', 1234],
    [' -3.05 ', -305],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %d fen', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen })
  })

  it.each([
    ['', 'money.not_a_number'],
    ['abc', 'money.not_a_number'],
    ['1e3', 'money.not_a_number'],
    ['12.', 'money.not_a_number'],
    ['.5', 'money.not_a_number'],
    ['12,34', 'money.not_a_number'],
    ['1.2.3', 'money.not_a_number'],
    ['0.001', 'money.too_precise'],
    ['90071992547409.92', 'money.out_of_range'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseYuan(text)).toEqual({ ok: false, reason })
  })

  it('reads back whatever formatYuan writes, grouped or not', () => {
    fc.assert(
      fc.property(safeFen, fc.boolean(), (fen, grouped) => {
        expect(parseYuan(formatYuan(fen, { grouped }))).toEqual({ ok: true, value: fen })
      }),
    )
  })
})

describe('formatting', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [1234, '12.34'],
    [300000, '3000.00'],
  ])('%d fen is %s yuan', (fen, text) => {
    expect(formatYuan(fen)).toBe(text)
  })

  it('groups thousands on request', () => {
    expect(formatYuan(123456789, { grouped: true })).toBe('1,234,567.89')
    expect(formatYuan(12345, { grouped: true })).toBe('123.45')
  })

  it.each([
    [1_234_567, '1.23万元'],
    [1_235_000, '1.24万元'],
    [1_234_999, '1.23万元'],
    [-1_235_000, '-1.24万元'],
    [0, '0.00万元'],
    [300_000_00, '30.00万元'],
  ])('%d fen is %s', (fen, text) => {
    expect(formatWan(fen)).toBe(text)
  })

  it('throws on what is not whole fen', () => {
    expect(() => formatYuan(1.5)).toThrow(RangeError)
    expect(() => formatWan(Number.NaN)).toThrow(RangeError)
  })
})

describe('toFen and sumFen', () => {
  it('takes the text and the bigint of a database', () => {
    expect(toFen('-1234')).toBe(-1234)
    expect(toFen(BigInt(1234))).toBe(1234)
  })

  it.each(['', '1.5', '9007199254740993', 'x'])('throws on %j', (text) => {
    expect(() => toFen(text)).toThrow(RangeError)
  })

  it('throws when a sum leaves the safe range', () => {
    expect(sumFen([1, 2, -4])).toBe(-1)
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  })
})

describe('splitByLargestRemainder', () => {
  it('splits an award of 3000 yuan over seven people into six 428.57 and one 428.58', () => {
    const parts = splitByLargestRemainder(300000, [1, 1, 1, 1, 1, 1, 1])
    expect(parts.map((fen) => formatYuan(fen)).sort()).toEqual([...Array<string>(6).fill('428.57'), '428.58'])
    expect(parts[0]).toBe(42858)
  })

  it('gives the left-over fen to the largest remainder, not to the first', () => {
    expect(splitByLargestRemainder(10, [1, 3, 3])).toEqual([2, 4, 4])
    expect(splitByLargestRemainder(100, [1, 2, 0])).toEqual([33, 67, 0])
  })

  it('sums exactly and keeps every part within one fen of its share', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(safeFen, weights, (total, list) => {
        fc.pre(list.some((weight) => weight > 0))
        const parts = splitByLargestRemainder(total, list)
        expect(sumFen(parts)).toBe(total)
        const sum = BigInt(list.reduce((a, b) => a + b, 0))
        parts.forEach((fen, index) => {
          const gap = BigInt(fen) * sum - BigInt(total) * BigInt(list[index]!)
          expect(gap < sum && gap > -sum).toBe(true)
        })
      }),
    )
  })

  it('throws without weights, but splits nothing into nothing', () => {
    expect(() => splitByLargestRemainder(1, [])).toThrow(RangeError)
    expect(() => splitByLargestRemainder(1, [0, 0])).toThrow(RangeError)
    expect(() => splitByLargestRemainder(1, [-1, 2])).toThrow(RangeError)
    expect(splitByLargestRemainder(0, [0, 0])).toEqual([0, 0])
  })
})
