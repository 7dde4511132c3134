import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMobile, normalisePhone } from './phone.ts'

describe('normalisePhone', () => {
  it.each([
    ['13812341234', 'mobile', '13812341234'],
    ['138 1234 1234', 'mobile', '13812341234'],
    ['+86-138-1234-1234', 'mobile', '13812341234'],
    ['8613812341234', 'mobile', '13812341234'],
    ['008613812341234', 'mobile', '13812341234'],
    ['１９９１２３４１２３４', 'mobile', '19912341234'],
    ['0886-3621234', 'landline', '0886-3621234'],
    ['08863621234', 'landline', '0886-3621234'],
    ['(0886) 362 1234', 'landline', '0886-3621234'],
    ['（010）6552-9988', 'landline', '010-65529988'],
    ['+86 10 65529988', 'landline', '010-65529988'],
    ['+86 886 3621234', 'landline', '0886-3621234'],
    ['0886-3621234转801', 'landline', '0886-3621234-801'],
    ['0886-3621234-801', 'landline', '0886-3621234-801'],
    ['021-62345678 ext. 12', 'landline', '021-62345678-12'],
    ['400-123-4567', 'service', '400-123-4567'],
    ['4001234567', 'service', '400-123-4567'],
  ])('%s is %s %s', (text, kind, number) => {
    expect(normalisePhone(text)).toEqual({ ok: true, value: { kind, number } })
  })

  it.each([
    ['', 'phone.format'],
    ['12812341234', 'phone.format'],
    ['1381234123', 'phone.format'],
    ['138123412345', 'phone.format'],
    ['abc', 'phone.format'],
    ['138****1234', 'phone.format'],
    ['0886-1621234', 'phone.format'],
    ['3621234', 'phone.area_code_missing'],
    ['362-1234', 'phone.area_code_missing'],
  ])('%j is refused: %s', (text, reason) => {
    expect(normalisePhone(text)).toEqual({ ok: false, reason })
  })

  it('changes nothing when applied to its own answer', () => {
    const typed = fc.constantFrom('13812341234', '0886-3621234', '0886-3621234-801', '010-65529988', '400-123-4567')
    fc.assert(
      fc.property(typed, (text) => {
        const verdict = normalisePhone(text)
        expect(verdict.ok && verdict.value.number).toBe(text)
      }),
    )
  })

  it('finds any mobile number behind any prefix and spacing', () => {
    const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', '+86', '0086', '86', '+86-'),
        fc.constantFrom('', ' ', '-'),
        (m, p, s) => {
          const verdict = normalisePhone(`${p}${m.slice(0, 3)}${s}${m.slice(3, 7)}${s}${m.slice(7)}`)
          expect(verdict).toEqual({ ok: true, value: { kind: 'mobile', number: m } })
          expect(isMobile(m)).toBe(true)
        },
      ),
    )
  })
})
