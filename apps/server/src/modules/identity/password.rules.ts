import { checkPassword, type PasswordRefusal } from '@xianghui/kit/password'

const reasons: Record<PasswordRefusal, string> = {
  'password.too_short': '至少 10 个字符',
  'password.too_long': '不要超过 128 个字符',
  'password.too_simple': '须含大写字母、小写字母、数字、符号中的三种，或写成 16 个字符以上的长句',
  'password.contains_user_name': '不要包含用户名',
  'password.common': '这是常见密码，容易被猜到',
  'password.keyboard_run': '不要用键盘上或顺序相连的字符',
}

/** The weaknesses of a password as one Chinese phrase, or '' when it is good enough. Source: 等保2.0 8.1.4.1. */
export function weaknessesOf(password: string, userName: string): string {
  return checkPassword(password, { userName })
    .map((code) => reasons[code])
    .join('；')
}
