import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCitizenId, citizenIdCheckCharacter } from './citizen-id.ts'

const first17 = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([area, day, order]) => {
    const birth = new Date(Date.UTC(1910, 0, 1 + day)).toISOString().slice(0, 10).replace(/-/gu, '')
    return `53${String(area).padStart(4, '0')}${birth}${String(order).padStart(3, '0')}`
  })

describe('checkCitizenId', () => {
  it('reads the two examples printed in GB 11643', () => {
    expect(checkCitizenId('11010519491231002X')).toEqual({
      ok: true,
      value: { number: '11010519491231002X', regionCode: '110105', birthDate: '1949-12-31', sex: 'female' },
    })
    expect(checkCitizenId('440524188001010014').ok).toBe(true)
  })

  it('normalises spaces, full width and a small x', () => {
    const verdict = checkCitizenId(' １10105 19491231 002x ')
    expect(verdict.ok && verdict.value.number).toBe('11010519491231002X')
  })

  it.each([
    ['', 'citizen_id.format'],
    ['1101051949123100', 'citizen_id.format'],
    ['11010519491231002A', 'citizen_id.format'],
    ['1101051949123100X2', 'citizen_id.format'],
    ['990105194912310021', 'citizen_id.region'],
    ['110105194902300020', 'citizen_id.birth_date'],
    ['110105194913310020', 'citizen_id.birth_date'],
    ['110105194912310020', 'citizen_id.check_character'],
  ])('%s is refused: %s', (text, reason) => {
    expect(checkCitizenId(text)).toEqual({ ok: false, reason })
  })

  it('refuses a birth date after today when today is told', () => {
    const number = `53332120991231001${citizenIdCheckCharacter('53332120991231001')}`
    expect(checkCitizenId(number).ok).toBe(true)
    expect(checkCitizenId(number, '2026-11-23')).toEqual({ ok: false, reason: 'citizen_id.birth_date' })
  })

  it('accepts every well-made number and notices any single changed digit', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const number = digits + citizenIdCheckCharacter(digits)
        expect(checkCitizenId(number).ok).toBe(true)
        const changed = (Number(number.charAt(at)) + shift) % 10
        expect(checkCitizenId(`${number.slice(0, at)}${changed}${number.slice(at + 1)}`).ok).toBe(false)
      }),
    )
  })
})
