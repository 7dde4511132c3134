/** Citizen identity number, GB 11643-1999: region 6, birth date 8, sequence 3, check character by ISO 7064 mod 11-2. */
import { type BusinessDate, isBusinessDate } from './business-date.ts'
import { accept, refuse, type Verdict } from './verdict.ts'

export type CitizenId = { number: string; regionCode: string; birthDate: BusinessDate; sex: 'male' | 'female' }
export type CitizenIdRefusal =
  | 'citizen_id.format'
  | 'citizen_id.region'
  | 'citizen_id.birth_date'
  | 'citizen_id.check_character'

const CHECK_CHARACTERS = '10X98765432'
// First two digits by GB/T 2260; 83 marks Taiwan residents' cards of 2018, 91 the numbers kept for foreign residents.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)

/** Checks an 18-character number; with `today`, a birth date after it is refused. Accepts spaces and a small x. */
export function checkCitizenId(text: string, today?: BusinessDate): Verdict<CitizenId, CitizenIdRefusal> {
  const number = text.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
  if (!/^\d{17}[\dX]$/u.test(number)) return refuse('citizen_id.format')
  if (!PROVINCES.has(number.slice(0, 2))) return refuse('citizen_id.region')
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const isBorn = isBusinessDate(birthDate) && birthDate >= '1800-01-01' && (today === undefined || birthDate <= today)
  if (!isBorn) return refuse('citizen_id.birth_date')
  if (number.charAt(17) !== citizenIdCheckCharacter(number.slice(0, 17))) return refuse('citizen_id.check_character')
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return accept({ number, regionCode: number.slice(0, 6), birthDate, sex })
}

/** The check character of the first 17 digits. */
export function citizenIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/u.test(first17)) throw new RangeError('17 digits are needed')
  let sum = 0
  for (let index = 0; index < 17; index += 1) sum += Number(first17.charAt(index)) * (2 ** (17 - index) % 11)
  return CHECK_CHARACTERS.charAt(sum % 11)
}
