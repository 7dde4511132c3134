import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchQuery, searchTokens } from './ngram.ts'

describe('searchTokens', () => {
  it.each([
    ['泸水草果', ['泸', '水', '草', '果', '泸水', '水草', '草果']],
    ['果果', ['果', '果果']],
    ['《泸水》·草果', ['泸', '水', '草', '果', '泸水', '水草', '草果']],
    ['ＡＢＣ１２ 草果', ['abc12', '草', '果', '草果']],
    ['2019年Q3', ['2019', '年', 'q3']],
    ['Yunnan coffee, 250g', ['yunnan', 'coffee', '250g']],
    ['，。！ ', []],
    ['𠮷田', ['𠮷', '田', '𠮷田']],
  ])('%s', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens)
  })
})

describe('searchQuery', () => {
  it.each([
    ['草', ['草']],
    ['草果', ['草果']],
    ['泸水草果', ['泸水', '水草', '草果']],
    ['泸水 草果', ['泸水', '草果']],
    ['泸水　果', ['泸水', '果']],
    ['泸水、草果', ['泸水', '水草', '草果']],
    ['草果 Coffee', ['草果', 'coffee']],
    ['草A果', ['草', 'a', '果']],
    ['', []],
  ])('%s', (text, tokens) => {
    expect(searchQuery(text)).toEqual(tokens)
  })
})

const han = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x20000, max: 0x2a6df }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom('草', '果', '泸', '水'),
)
const mark = fc.constantFrom('，', '。', '·', '《', '》', '（', '）', '、', ' ', '-', '“', '！')
const piece = fc.tuple(fc.nat(), fc.nat())

function cut(characters: readonly string[], [a, b]: [number, number]): string {
  const start = a % characters.length
  return characters.slice(start, start + 1 + (b % (characters.length - start))).join('')
}

describe('any piece of a title finds it', () => {
  it('for titles of Chinese characters', () => {
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 40 }), piece, (title, where) => {
        const index = new Set(searchTokens(title.join('')))
        const query = searchQuery(cut(title, where))
        expect(query.length).toBeGreaterThan(0)
        expect(query.filter((token) => !index.has(token))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('for titles with punctuation and spaces, typed with or without the punctuation', () => {
    const title = fc.array(fc.oneof({ arbitrary: han, weight: 4 }, mark), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(title, piece, (characters, where) => {
        const index = new Set(searchTokens(characters.join('')))
        const typed = cut(characters, where)
        for (const text of [typed, typed.replace(/[，。·《》（）、\-“！ ]/gu, '')]) {
          expect(searchQuery(text).filter((token) => !index.has(token))).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('and pairs that are not in the title do not', () => {
    const index = new Set(searchTokens('泸水草果'))
    expect(searchQuery('果草').every((token) => index.has(token))).toBe(false)
  })
})
