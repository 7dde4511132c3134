/**
 * What a password must be (等保 2.0, GB/T 22239-2019 8.1.4.1: complexity against guessing). Pure: the reasons are codes,
 * the sentences stand in the message table; counting tries and ageing are the server's matter.
 */
export type PasswordRefusal =
  | 'password.too_short'
  | 'password.too_long'
  | 'password.too_simple'
  | 'password.contains_user_name'
  | 'password.common'
  | 'password.keyboard_run'

export type PasswordContext = {
  userName?: string
  /** Other things an attacker knows: phone number, pinyin of the name, mail name. */
  known?: readonly string[]
}

export const MIN_PASSWORD_LENGTH = 10
/** Long enough to need no mixture of characters. */
export const PASSPHRASE_LENGTH = 16
export const MAX_PASSWORD_LENGTH = 128
const NEEDED_CLASSES = 3
const RUN_LENGTH = 4
const MIN_KNOWN_LENGTH = 3

const CLASSES = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^a-zA-Z\d]/u]
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()_+',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '147258369',
  '789456123',
]
const ROWS_BOTH_WAYS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')])

// Habits seen in published lists of leaked passwords, Chinese ones above all; compared without signs at either end.
const COMMON = new Set(
  `password password1 password12 password123 password1234 passw0rd passw0rd1 passw0rd123 p@ssw0rd p@ssw0rd1 p@ssw0rd123
  p@ssword p@ssword1 p@ssword123 admin123 admin1234 admin12345 admin123456 admin888 admin8888 admin666 admin2019 admin2020
  administrator root123456 root1234 root123 test123456 test1234 test123 user123456 guest123456 welcome1 welcome123
  welcome2019 letmein123 iloveyou iloveyou1 iloveyou520 iloveyou1314 sunshine1 princess1 football1 monkey123 dragon123
  qwerty123 qwerty1234 qwerty123456 qwer1234 qwer123456 asd123456 asdf1234 asdf123456 zxc123456 zxcv1234 zxcvbnm123
  qwe123456 qweasdzxc qweasd123 qazwsx123 qazwsxedc qazwsx123456 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t q1w2e3r4
  q1w2e3r4t5 abc123456 abc12345678 abcd1234 abcd123456 abc123456789 a123456 a1234567 a12345678 a123456789 a1234567890
  aa123456 aa12345678 aa123456789 aaa123456 aaaa1111 123456a 1234567a 12345678a 123456789a 1234567890a 123456abc
  123456789abc 123456aa 123456qq 123456qwe 123qweasd 123qwe123 123abc456 qq123456 qq123456789 q123456 q123456789
  w123456789 z123456 z123456789 s123456789 x123456789 wang123456 wang1234 zhang123 zhang123456 li123456 liu123456 chen123456
  yang123456 zhao123456 woaini woaini123 woaini520 woaini521 woaini1314 woaini5201314 woaini123456 woaini1234 5201314
  5201314a a5201314 520131400 5201314520 1314520 1314520a a1314520 7758521 7758258 5211314 5211314a 1314521 wo5201314
  aini1314 aini520 wodemima wodemima123 mima123456 mima1234 nihao123 nihao123456 nihao1234 zhongguo zhongguo123 china123
  china1234 china123456 beijing2008 yunnan123 yunnan123456 lushui123 lushui123456 nujiang123 xianghui123 xianghui123456
  huawei123 huawei@123 huawei12#$ changeme changeme123 default123 111111111 1111111111 000000000 0000000000 888888888
  8888888888 666666666 6666666666 123123123 1231231234 123321123 112233445566 1122334455 123654789 987654321 9876543210
  11223344 aabbcc123 abc@123 abc@1234 admin@123 admin@1234 admin@123456 root@123 test@123 user@123 aa@123456 a@123456
  qwer@1234 asdf@1234 zxcv@1234`
    .split(/\s+/u)
    .filter(Boolean),
)

/** All reasons against a password; an empty list accepts it. */
export function checkPassword(password: string, context: PasswordContext = {}): PasswordRefusal[] {
  const size = Array.from(password).length
  const reasons: PasswordRefusal[] = []
  if (size < MIN_PASSWORD_LENGTH) reasons.push('password.too_short')
  if (size > MAX_PASSWORD_LENGTH) reasons.push('password.too_long')
  if (!isMixed(password, size)) reasons.push('password.too_simple')
  if (containsKnown(password, context)) reasons.push('password.contains_user_name')
  if (isCommon(password)) reasons.push('password.common')
  if (hasKeyboardRun(password)) reasons.push('password.keyboard_run')
  return reasons
}

/** Three of four classes, or a long phrase; a few characters said over and over are neither. */
function isMixed(password: string, size: number): boolean {
  if (new Set(password).size < MIN_PASSWORD_LENGTH / 2) return false
  return size >= PASSPHRASE_LENGTH || CLASSES.filter((characters) => characters.test(password)).length >= NEEDED_CLASSES
}

function containsKnown(password: string, { userName = '', known = [] }: PasswordContext): boolean {
  const lower = password.toLowerCase()
  return [userName, ...known]
    .map((text) => text.trim().toLowerCase())
    .some((text) => text.length >= MIN_KNOWN_LENGTH && lower.includes(text))
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  const bare = lower.replace(/^[^a-z\d]+|[^a-z\d]+$/gu, '')
  return COMMON.has(lower) || COMMON.has(bare)
}

/** Four neighbours of one keyboard row or of the alphabet, or one character four times. */
function hasKeyboardRun(password: string): boolean {
  const lower = password.toLowerCase()
  for (let index = 0; index + RUN_LENGTH <= lower.length; index += 1) {
    const part = lower.slice(index, index + RUN_LENGTH)
    if (part === part.charAt(0).repeat(RUN_LENGTH)) return true
    if (ROWS_BOTH_WAYS.some((row) => row.includes(part))) return true
  }
  return false
}
