import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword } from './password.ts'

describe('checkPassword', () => {
  it.each(['Caoguo-liuku7', 'hong2Ye!man8Shan', 'nujiang river flows south', '六库镇的清晨有雾也有光还有人声x'])(
    'accepts %s',
    (password) => {
      expect(checkPassword(password, { userName: 'zhangsan' })).toEqual([])
    },
  )

  it.each([
    ['', ['password.too_short', 'password.too_simple']],
    ['Cao7-guo', ['password.too_short']],
    ['caoguoliuku', ['password.too_simple']],
    ['caoguo-liuku', ['password.too_simple']],
    ['Ab1!Ab1!Ab1!Ab1!', ['password.too_simple']],
    ['woaini1314', ['password.too_simple', 'password.common']],
    ['Woaini1314!', ['password.common']],
    ['a123456789', ['password.too_simple', 'password.common', 'password.keyboard_run']],
    ['P@ssw0rd123', ['password.common']],
    ['Admin@2019!!zhangsan', ['password.contains_user_name']],
    ['ZhangSan-2019', ['password.contains_user_name']],
    ['Qwer-mao-72', ['password.keyboard_run']],
    ['Mao-rewq-72', ['password.keyboard_run']],
    ['Mao-ku-4321', ['password.keyboard_run']],
    ['Mao1qaz-ku7', ['password.keyboard_run']],
    ['Mao!@#$ku72', ['password.keyboard_run']],
    ['Mao-kuuuu-72', ['password.keyboard_run']],
    [`Mao-ku72${'xK9-'.repeat(40)}`, ['password.too_long']],
  ])('%s: %j', (password, reasons) => {
    expect(checkPassword(password, { userName: 'zhangsan' })).toEqual(reasons)
  })

  it('takes other known facts, and no user name of one or two letters', () => {
    expect(checkPassword('Mao-13812341234', { known: ['13812341234'] })).toContain('password.contains_user_name')
    expect(checkPassword('Caoguo-liuku7', { userName: 'ku' })).toEqual([])
  })

  it('refuses whatever holds the user name, wherever and in whatever case', () => {
    const name = fc.stringMatching(/^[a-z]{3,10}$/u)
    fc.assert(
      fc.property(name, fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (userName, before, after) => {
        const reasons = checkPassword(`${before}${userName.toUpperCase()}${after}`, { userName })
        expect(reasons).toContain('password.contains_user_name')
      }),
    )
  })

  it('never accepts fewer than ten characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), (password) => {
        expect(checkPassword(password)).toContain('password.too_short')
      }),
    )
  })
})
