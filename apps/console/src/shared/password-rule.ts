import { checkPassword, type PasswordRefusal } from '@xianghui/kit/password'
import type { FormInstance, Rule } from 'antd/es/form'
import { defineLocale } from './locale.ts'

export const passwordWords = defineLocale<Record<PasswordRefusal, string>>(
  {
    'password.too_short': '密码不够长，至少 10 个字符',
    'password.too_long': '密码太长，最多 128 个字符',
    'password.too_simple': '密码太简单，须含大写字母、小写字母、数字、符号中的三种，或写成 16 个字符以上的长句',
    'password.contains_user_name': '密码不要包含用户名',
    'password.common': '这是常见密码，容易被猜到，请换一个',
    'password.keyboard_run': '密码中不要用键盘上或顺序相连的字符',
  },
  {
    'password.too_short': 'Too short: ten characters or more',
    'password.too_long': 'Too long: 128 characters at most',
    'password.too_simple': 'Too simple: three of upper case, lower case, digits and signs, or a phrase of 16',
    'password.contains_user_name': 'Leave the user name out of the password',
    'password.common': 'A common password, easily guessed',
    'password.keyboard_run': 'No neighbouring keys or sequences',
  },
)

/** The server's own password rules, told while typing instead of after the last step. */
export function passwordRule(
  words: Record<PasswordRefusal, string>,
  userNameOf: (form: Pick<FormInstance, 'getFieldValue'>) => string,
): Rule {
  return (form) => ({
    validator: async (_rule, value: string) => {
      const [reason] = value ? checkPassword(value, { userName: userNameOf(form) }) : []
      if (reason) throw new Error(words[reason])
    },
  })
}
