/**
 * Unified social credit code, GB 32100-2015: registrar 1, kind 1, region 6, organisation 9, check character 1.
 * The check is (31 − sum mod 31) mod 31; when the remainder is 0 the outer mod gives '0' (a published checker forgets
 * it and looks for a 32nd character).
 */
import { accept, refuse, type Verdict } from './verdict.ts'

export type Uscc = { code: string; registrar: string; regionCode: string; organisationCode: string }
export type UsccRefusal = 'uscc.format' | 'uscc.check_character'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/u

/** Checks a code of 18 characters; small letters, full width and spaces are taken. */
export function checkUscc(text: string): Verdict<Uscc, UsccRefusal> {
  const code = text.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
  if (!SHAPE.test(code)) return refuse('uscc.format')
  if (code.charAt(17) !== usccCheckCharacter(code.slice(0, 17))) return refuse('uscc.check_character')
  return accept({
    code,
    registrar: code.slice(0, 1),
    regionCode: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  })
}

/** The check character of the first 17 characters. */
export function usccCheckCharacter(first17: string): string {
  const values = Array.from(first17, (character) => ALPHABET.indexOf(character))
  if (values.length !== 17 || values.includes(-1)) throw new RangeError('17 characters of the alphabet are needed')
  const sum = values.reduce((total, value, index) => total + value * WEIGHTS[index]!, 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}
