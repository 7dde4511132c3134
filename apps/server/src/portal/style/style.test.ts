import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renderTokensCss } from './tokens-css.ts'

const sheets = ['tokens.css', 'base.css', 'components.css', 'pages.css', 'print.css'] as const
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

test('tokens.css says what tokens.ts says', () => {
  expect(read('tokens.css')).toBe(renderTokensCss())
})

/** What Chrome 78 or iOS 13 would not understand, or the site's CSP would block. */
const barred: [string, RegExp][] = [
  ['nesting', /(^|[\s{;])&/],
  [':has, :is, :where', /:(has|is|where)\(/],
  ['inset shorthand', /[\s;{]inset\s*:/],
  ['aspect-ratio', /[\s;{]aspect-ratio\s*:/],
  ['min, max, clamp', /[\s:(](min|max|clamp)\(/],
  ['logical padding and margin', /(padding|margin|inset)-(inline|block)/],
  ['dynamic viewport units', /\d(dvh|svh|lvh)/],
  ['color functions', /(color-mix|oklch|lab)\(/],
  ['layers and containers', /@(layer|container|property|supports)/],
  ['other hosts', /https?:\/\/(?!www\.w3\.org\/2000\/svg)/],
]

describe.each(sheets)('%s is plain enough for Chrome 78 and iOS 13', (name) => {
  test.each(barred)('no %s', (_what, pattern) => {
    expect(withoutComments(read(name))).not.toMatch(pattern)
  })

  test('no gap in a flex box', () => {
    const flexWithGap = [...withoutComments(read(name)).matchAll(/[^{}]+\{[^{}]*\}/g)]
      .map((rule) => rule[0])
      .filter((rule) => /display:\s*(inline-)?flex/.test(rule) && /[\s;{](row-|column-)?gap\s*:/.test(rule))
    expect(flexWithGap).toEqual([])
  })

  test('every custom property it uses is declared somewhere', () => {
    const declared = new Set(sheets.flatMap((sheet) => [...read(sheet).matchAll(/(--[\w-]+)\s*:/g)].map((m) => m[1])))
    const used = [...read(name).matchAll(/var\((--[\w-]+)/g)].map((m) => m[1])
    expect(used.filter((property) => !declared.has(property))).toEqual([])
  })
})

test('the barred patterns catch what they are for', () => {
  const bad = ['.a { &:hover {} }', '.a:has(b) {}', '.a { inset: 0 }', '.a { width: min(1px, 2px) }']
  for (const css of bad) expect(barred.some(([, pattern]) => pattern.test(css))).toBe(true)
})

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '')
}
