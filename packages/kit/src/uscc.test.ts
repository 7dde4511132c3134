import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, usccCheckCharacter } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const character = fc.constantFrom(...ALPHABET)
const first17 = fc
  .tuple(
    fc.constantFrom('91', '92', '93', 'A1', '12'),
    fc.nat({ max: 999_999 }),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map(([head, region, organisation]) => `${head}${String(region).padStart(6, '0')}${organisation.join('')}`)

describe('checkUscc', () => {
  it('reads a company code', () => {
    expect(checkUscc('91350100M000100Y43')).toEqual({
      ok: true,
      value: { code: '91350100M000100Y43', registrar: '9', regionCode: '350100', organisationCode: 'M000100Y4' },
    })
    expect(checkUscc(' 91350100m000100y43 ').ok).toBe(true)
  })

  it('gives 0 as the check character when the remainder is 0', () => {
    expect(usccCheckCharacter('00000000000000000')).toBe('0')
    // 1×1 + 30×1 = 31 through the weights 1 and 30.
    expect(usccCheckCharacter('10000000000000010')).toBe('0')
    expect(checkUscc('100000000000000100').ok).toBe(true)
  })

  it.each([
    ['', 'uscc.format'],
    ['91350100M000100Y4', 'uscc.format'],
    ['91350100I000100Y43', 'uscc.format'],
    ['91350100O000100Y43', 'uscc.format'],
    ['91350100S000100Y43', 'uscc.format'],
    ['91350100V000100Y43', 'uscc.format'],
    ['91350100Z000100Y43', 'uscc.format'],
    ['9135A100M000100Y43', 'uscc.format'],
    ['91350100M000100Y44', 'uscc.check_character'],
  ])('%s is refused: %s', (text, reason) => {
    expect(checkUscc(text)).toEqual({ ok: false, reason })
  })

  it('accepts every well-made code and notices any single changed character', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 17 }), character, (code17, at, other) => {
        const code = code17 + usccCheckCharacter(code17)
        expect(checkUscc(code).ok).toBe(true)
        fc.pre(code.charAt(at) !== other)
        expect(checkUscc(`${code.slice(0, at)}${other}${code.slice(at + 1)}`).ok).toBe(false)
      }),
    )
  })
})
