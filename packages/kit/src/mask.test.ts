import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAddress, maskBankCard, maskCitizenId, maskEmail, maskName, maskPhone } from './mask.ts'

describe('masks', () => {
  it.each([
    [maskPhone, '13812341234', '138****1234'],
    [maskPhone, '+86 138 1234 1234', '138****1234'],
    [maskPhone, '0886-3621234', '0886-*****34'],
    [maskPhone, '0886-3621234转801', '0886-*****34'],
    [maskPhone, '400-123-4567', '400-***-****'],
    [maskPhone, '1234', '***'],
    [maskPhone, '', '***'],
    [maskCitizenId, '11010519491231002X', '110***********002X'],
    [maskCitizenId, '110105491231002', '110********1002'],
    [maskCitizenId, '1234567', '***'],
    [maskName, '张三', '张*'],
    [maskName, '王小明', '王**'],
    [maskName, '欧阳娜娜', '欧阳**'],
    [maskName, '欧阳修', '欧阳*'],
    [maskName, '欧阳', '欧*'],
    [maskName, '张', '***'],
    [maskName, '', '***'],
    [maskName, '𠮷田', '𠮷*'],
    [maskName, '买买提·吐尔逊', '买**·***'],
    [maskName, 'John Smith', 'J*** *****'],
    [maskEmail, 'zhangsan@example.com', 'z***@example.com'],
    [maskEmail, 'ab@example.com', '***@example.com'],
    [maskEmail, 'not an address', '***'],
    [maskEmail, 'a@b', '***'],
    [maskBankCard, '6222 0212 3456 7890 123', '**** **** **** 0123'],
    [maskBankCard, '62220212', '***'],
    [maskAddress, '云南省怒江傈僳族自治州泸水市六库镇人民路1号阳光小区3栋', '云南省怒江傈僳族自治州泸水市***'],
    [maskAddress, '云南省怒江州泸水市六库镇', '云南省怒江州泸水市***'],
    [maskAddress, '泸水市六库镇新田村', '泸水市***'],
    [maskAddress, '北京市朝阳区建国路88号', '北京市朝阳区***'],
    [maskAddress, '云南省昆明市五华区翠湖南路', '云南省昆明市五华区***'],
    [maskAddress, '广西壮族自治区百色市田东县平马镇', '广西壮族自治区百色市田东县***'],
    [maskAddress, '云南省怒江州贡山独龙族怒族自治县独龙江乡', '云南省怒江州贡山独龙族怒族自治县***'],
    [maskAddress, '云南省', '云南省'],
    [maskAddress, '阳光小区3栋', '***'],
    [maskAddress, '人民路1号', '***'],
    [maskAddress, '', '***'],
  ])('%o of %s is %s', (mask, whole, shown) => {
    expect(mask(whole)).toBe(shown)
  })

  it('shows nothing of what does not look like its kind', () => {
    const masks = [maskPhone, maskCitizenId, maskBankCard, maskEmail]
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.constantFrom(...masks), (text, mask) => {
        fc.pre(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim()))
        expect(mask(text)).toBe('***')
      }),
    )
  })

  it('never shows a name whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(name.slice(1)))
        expect(maskName(name)).not.toBe(name)
      }),
    )
  })

  it('hides all of a mobile number but seven digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String), (number) => {
        expect(maskPhone(number).replace(/\D/gu, '')).toBe(number.slice(0, 3) + number.slice(-4))
      }),
    )
  })
})
