/**
 * Personal data as it is shown by default. A mask never shows a short string: what is too short, or does not look like
 * what it should be, is hidden whole. Seeing the whole value is the server's matter: permission, reason and trace.
 */
import { normalisePhone } from './phone.ts'

const HIDDEN = '***'

// Surnames of two characters that are still met; other names of three and more characters keep one.
const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 夏侯 长孙 宇文 轩辕 端木 呼延 南宫 西门 独孤 太史 申屠 澹台 淳于 钟离 公冶 闻人 赫连 拓跋'.split(
    ' ',
  ),
)

/** '13812341234' → '138****1234'; a landline keeps its area code and last two digits: '0886-*****34'. */
export function maskPhone(phone: string): string {
  const verdict = normalisePhone(phone)
  if (!verdict.ok) return HIDDEN
  const { kind, number } = verdict.value
  if (kind === 'mobile') return `${number.slice(0, 3)}****${number.slice(-4)}`
  const [area = '', main = ''] = number.split('-')
  return kind === 'service' ? `${area}-***-****` : `${area}-${'*'.repeat(main.length - 2)}${main.slice(-2)}`
}

/** '53332119900101001X' → '533***********001X'. The county and the birth date stay hidden: together they name a few. */
export function maskCitizenId(number: string): string {
  const trimmed = number.trim()
  if (!/^(?:\d{17}[\dXx]|\d{15})$/u.test(trimmed)) return HIDDEN
  return `${trimmed.slice(0, 3)}${'*'.repeat(trimmed.length - 7)}${trimmed.slice(-4)}`
}

/** '张三' → '张*'; '欧阳娜娜' → '欧阳**'; '买买提·吐尔逊' → '买**·***'; 'John Smith' → 'J*** *****'. One character is hidden. */
export function maskName(name: string): string {
  const letters = Array.from(name.trim())
  if (letters.length < 2) return HIDDEN
  const head = letters.slice(0, 2).join('')
  const kept = letters.length > 2 && COMPOUND_SURNAMES.has(head) ? 2 : 1
  return letters.map((letter, index) => (index < kept || /[·•\s]/u.test(letter) ? letter : '*')).join('')
}

/** 'zhangsan@example.com' → 'z***@example.com'; a local part of one or two characters is hidden whole. */
export function maskEmail(email: string): string {
  const match = /^([^\s@]+)@([^\s@]+\.[^\s@]+)$/u.exec(email.trim())
  if (!match) return HIDDEN
  const local = Array.from(match[1]!)
  return `${local.length > 2 ? local[0] : ''}***@${match[2]}`
}

/** '6222021234567890123' → '**** **** **** 0123'; the length is not told. */
export function maskBankCard(card: string): string {
  const digits = card.replace(/[\s-]/gu, '')
  return /^\d{12,30}$/u.test(digits) ? `**** **** **** ${digits.slice(-4)}` : HIDDEN
}

/** Keeps province, prefecture and county, hides the rest: '云南省怒江州泸水市六库镇…' → '云南省怒江州泸水市***'. */
export function maskAddress(address: string): string {
  const text = address.trim()
  let end = 0
  for (const suffixes of [['省', '自治区', '特别行政区'], ['自治州', '州', '市', '盟', '地区'], COUNTY_SUFFIXES]) {
    end = endOfDivision(text, end, suffixes)
  }
  // Nothing is left to hide when the text ends with its county; a bare place of that size names nobody.
  return end === text.length && end > 0 ? text : `${text.slice(0, end)}${HIDDEN}`
}

const COUNTY_SUFFIXES = ['自治县', '县', '市', '区', '自治旗', '旗']
// What a county's name cannot hold: a smaller unit, a number or a gap begins here.
const NOT_A_DIVISION = /[\d\s镇乡村街路道巷弄号楼栋室组园社小院厂校场店寨]/u
const LONGEST_DIVISION = 12

/** Where the division that starts at `start` ends, or `start` when there is none of that kind. */
function endOfDivision(text: string, start: number, suffixes: readonly string[]): number {
  const rest = text.slice(start, start + LONGEST_DIVISION)
  const stop = rest.search(NOT_A_DIVISION)
  const range = stop === -1 ? rest : rest.slice(0, stop)
  const ends = suffixes
    .map((suffix) => ({ at: range.indexOf(suffix, 1), size: suffix.length }))
    .filter(({ at }) => at > 0)
    .map(({ at, size }) => start + at + size)
  return ends.length > 0 ? Math.min(...ends) : start
}
