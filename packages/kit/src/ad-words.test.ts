import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findForbiddenWords } from './ad-words.ts'

const wordsIn = (text: string) => findForbiddenWords(text).map(({ word }) => word)

describe('findForbiddenWords', () => {
  it.each([
    ['泸水最好的草果，最香', ['最好', '最']],
    ['销量第一，品质顶级', ['第一', '顶级']],
    ['国家级品质，极致口感', ['国家级', '极致']],
    ['no.1 草果', ['NO.1']],
    ['独一无二的唯一选择', ['独一无二', '唯一']],
    ['本品可降血糖，无副作用', ['降血糖', '无副作用']],
    ['参加培训包就业', ['包就业']],
    ['众筹稳赚，零风险', ['稳赚', '零风险']],
    ['', []],
    ['六库镇的草果今年十月上市', []],
  ])('%s: %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words)
  })

  it.each([
    '最高人民法院发布司法解释',
    '最近一周，最少三人，最后一天',
    '打通农产品上行最后一公里',
    '驻村第一书记在第一季度完成第一批入驻',
    '国家级电子商务进农村综合示范县',
    '国家级贫困县脱贫摘帽',
    '每件商品有唯一编码',
    '永久基本农田',
  ])('%s is plain speech', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  it('still finds the word beside an exception', () => {
    expect(findForbiddenWords('最近的最好的')).toEqual([{ word: '最好', group: 'absolute', index: 3, length: 2 }])
  })

  it('marks the place in the text as given, whatever is around', () => {
    const filler = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => wordsIn(text).length === 0)
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        fc.pre(wordsIn(`${before}${after}`).length === 0)
        const hit = findForbiddenWords(`${before}顶级${after}`).find(({ word }) => word === '顶级')
        expect(hit).toEqual({ word: '顶级', group: 'absolute', index: before.length, length: 2 })
      }),
    )
  })
})
