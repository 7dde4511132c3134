/** Telephone numbers of mainland China: mobile, landline with its area code, and 400/800 service numbers. */
import { accept, refuse, type Verdict } from './verdict.ts'

/** `number` is the one stored form: '13812345678', '0886-3621234', '0886-3621234-801', '400-123-4567'. */
export type Phone = { kind: 'mobile' | 'landline' | 'service'; number: string }
export type PhoneRefusal = 'phone.format' | 'phone.area_code_missing'

// Three-digit area codes are 010 and 02x; all others have four digits, 03xx to 09xx.
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-8]\d{6,7})$/u
const EXTENSION = /(?:转|分机|ext\.?|[-x#])(\d{1,6})$/iu

/** Reads a number as people write it: +86, spaces, dashes, brackets, full width, extensions (转801). */
export function normalisePhone(text: string): Verdict<Phone, PhoneRefusal> {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s()[\]]/gu, '')
    .replace(/[‐‑–—−]/gu, '-')
  const local = typed.replace(/^(?:\+|00)86-?/u, '')
  const digits = local.replace(/-/gu, '')
  if (/^(?:86)?1[3-9]\d{9}$/u.test(digits)) return accept({ kind: 'mobile', number: digits.slice(-11) })
  if (/^[48]00\d{7}$/u.test(digits)) {
    return accept({ kind: 'service', number: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` })
  }
  // Abroad the leading 0 of the area code is left out: +86 886 3621234.
  const isFromAbroad = local !== typed && !local.startsWith('0')
  return readLandline(isFromAbroad ? `0${local}` : local)
}

/** True for a mainland mobile number in its stored form. */
export function isMobile(number: string): boolean {
  return /^1[3-9]\d{9}$/u.test(number)
}

function readLandline(text: string): Verdict<Phone, PhoneRefusal> {
  const whole = LANDLINE.exec(text.replace(/-/gu, ''))
  // A dash before the last digits starts an extension only when the rest is a whole number by itself.
  const extension = EXTENSION.exec(text)
  const main = extension ? LANDLINE.exec(text.slice(0, extension.index).replace(/-/gu, '')) : null
  if (main) return accept({ kind: 'landline', number: `${main[1]}-${main[2]}-${extension![1]}` })
  if (whole) return accept({ kind: 'landline', number: `${whole[1]}-${whole[2]}` })
  return refuse(/^[2-8]\d{6,7}$/u.test(text.replace(/-/gu, '')) ? 'phone.area_code_missing' : 'phone.format')
}
