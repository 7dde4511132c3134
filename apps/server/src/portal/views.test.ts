import { describe, expect, test } from 'vitest'
import { emptyProfile } from '../modules/centre/index.ts'
import type { Locale } from '../platform/messages.ts'
import { activitiesPage } from './activities.view.ts'
import { articlePage } from './article.view.ts'
import { toCalendar } from './calendar-file.ts'
import { emptyForm, type FormField, form } from './form.view.ts'
import { html } from './html.ts'
import { jsonForHtml, layout } from './layout.view.ts'
import { dictionaryOf } from './locale/dictionary.ts'
import { formatModes, modeClasses, parseModes, safeBack } from './modes.ts'
import type { PageContext } from './page-context.ts'
import { pager } from './parts.view.ts'
import { highlight, searchPage } from './search.view.ts'
import { monthsBetween } from './season.view.ts'
import { rssFeed } from './seo/rss.ts'
import { servicesPage } from './services.view.ts'
import { shrinkCss } from './site-css.ts'

const hostile = `"><script>alert('x')</script>&amp;`

function contextOf(locale: Locale = 'zh-CN', change: Partial<PageContext> = {}): PageContext {
  return {
    locale,
    t: dictionaryOf(locale),
    modes: parseModes(''),
    centre: { ...emptyProfile, name: hostile, setUpAt: null, regionName: null },
    path: `/x?q=${encodeURIComponent(hostile)}`,
    origin: 'http://localhost:3000',
    now: new Date('2026-11-23T10:00:00+08:00'),
    files: { css: 'site.css', scripts: ['site.js'] },
    ...change,
  }
}

const article = {
  id: '7',
  title: hostile,
  summary: hostile,
  source: hostile,
  author: hostile,
  publishedAt: new Date('2026-11-23T10:00:00+08:00'),
  updatedAt: null,
  column: { key: 'news', name: hostile },
  bodyHtml: '<p>正文</p>',
  onlyChinese: true,
  fromPlan: true,
  cover: { src: '/files/1', alt: hostile },
  attachments: [{ href: '/files/2', name: hostile }],
  related: [],
  previous: { id: '6', title: hostile },
  next: null,
}
const activity = {
  key: 'forum',
  month: null,
  calendarMonth: '2019-10',
  name: hostile,
  content: hostile,
  remark: hostile,
  kind: 'forum',
  milestone: true,
  outOfOrder: true,
  status: 'planned' as const,
  actualDate: null,
  clause: '三',
}

describe('nothing that somebody typed becomes markup', () => {
  const pages: [string, string][] = [
    ['layout', layout(contextOf(), { title: hostile, body: html`${hostile}`, data: [{ name: hostile }] })],
    ['article', articlePage(contextOf(), article)],
    ['activities', activitiesPage(contextOf(), { rows: [activity], months: ['2019-10'], month: undefined })],
    [
      'search',
      searchPage(contextOf(), {
        words: hostile,
        kind: undefined,
        items: [{ kind: 'article', title: hostile, summary: hostile, url: '/news/1' }],
        total: 1,
        page: 1,
        pages: 1,
      }),
    ],
    [
      'services',
      servicesPage(contextOf(), {
        items: [{ key: 'a', name: hostile, summary: hostile, lineName: hostile }],
        lines: [{ key: 'l', name: hostile }],
        zones: [],
        audiences: [],
        chosen: {},
      }),
    ],
  ]
  test.each(pages)('%s', (_name, page) => {
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain("alert('x')</script>")
    expect(page).not.toMatch(/ style=|\son\w+=/)
  })

  test('structured data cannot close its element', () => {
    expect(jsonForHtml({ a: '</script><!--' })).not.toContain('<')
    expect(JSON.parse(jsonForHtml({ a: hostile }))).toEqual({ a: hostile })
  })
})

describe('every page', () => {
  test.each(['zh-CN', 'en'] as const)('has one h1, a main, a skip link and its language (%s)', (locale) => {
    const page = articlePage(contextOf(locale), article)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain('<main id="main"')
    expect(page).toContain('href="#main"')
    expect(page).toMatch(locale === 'en' ? /<html lang="en"/ : /<html lang="zh-CN"/)
  })

  test('says in English that an article is only Chinese', () => {
    expect(articlePage(contextOf('en'), article)).toContain('Chinese only')
  })

  test('leaves out of the footer what the centre has not given', () => {
    const bare = layout(contextOf(), { title: 'x', body: html`x` })
    expect(bare).not.toContain('网站标识码')
    const centre = { ...contextOf().centre, siteCode: '5333010001' }
    expect(layout(contextOf('zh-CN', { centre }), { title: 'x', body: html`x` })).toContain('网站标识码')
  })
})

describe('a form', () => {
  const fields: FormField[] = [
    { key: 'name', label: '姓名', type: 'text', required: true, help: '与证件一致' },
    { key: 'kind', label: '类别', type: 'select', required: false, options: [{ value: 'a', label: '甲' }] },
  ]
  const shown = form(contextOf(), {
    action: '/x',
    submit: '提交',
    fields,
    state: { values: { name: hostile, kind: 'a' }, errors: { name: '请填写姓名。' } },
    onceKey: 'k',
  }).toString()

  test('gives back what was typed, escaped', () => {
    expect(shown).toContain('value="&quot;&gt;&lt;script&gt;')
    expect(shown).toContain('<option value="a" selected>')
  })

  test('names the fault in words beside the field and above the form', () => {
    expect(shown).toContain('aria-invalid="true"')
    expect(shown).toContain('aria-describedby="field-name-help field-name-error"')
    expect(shown).toContain('href="#field-name"')
  })

  test('marks what may stay empty', () => {
    expect(form(contextOf(), { action: '/x', submit: '提交', fields, state: emptyForm }).toString()).toContain(
      '（选填）',
    )
  })
})

describe('the way back from /prefs', () => {
  test.each([
    ['/news?page=2', '/news?page=2'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\nb', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%s leads to %s', (back, to) => expect(safeBack(back)).toBe(to))
})

test('modes survive the cookie; anything else in it is ignored', () => {
  for (const elder of [true, false])
    for (const contrast of [true, false])
      for (const text of [0, 1, 2] as const)
        expect(parseModes(formatModes({ elder, contrast, text }))).toEqual({ elder, contrast, text })
  expect(modeClasses(parseModes('"><x'))).toBe('')
})

test('search words are marked, and only they', () => {
  expect(highlight('电商培训班', '培训').toString()).toBe('电商<mark>培训</mark>班')
  expect(highlight('<b>', '<').toString()).toBe('<mark>&lt;</mark>b&gt;')
  expect(highlight('a.c abc', 'a.c').toString()).toBe('<mark>a.c</mark> abc')
})

test('months go over the year’s end', () => {
  expect(monthsBetween(11, 3)).toEqual([1, 2, 3, 11, 12])
  expect(monthsBetween(9, 10)).toEqual([9, 10])
})

test('a pager shows first, last and the neighbours, and nothing for one page', () => {
  const href = (page: number) => `/news?page=${page}`
  expect(pager(contextOf(), 1, 1, href).toString()).toBe('')
  const shown = pager(contextOf(), 5, 9, href).toString()
  expect([...shown.matchAll(/page=(\d+)/g)].map((match) => match[1])).toEqual(['4', '1', '4', '6', '9', '6'])
})

test('calendar lines are folded at 75 octets and never inside a character', () => {
  const entry = {
    uid: 'a@x',
    day: null,
    month: '2019-12',
    title: '巾帼'.repeat(40),
    text: 'a,b;c\nd',
    url: 'http://x/',
  }
  const file = toCalendar('中心', [entry], new Date('2026-11-23T02:00:00Z'))
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'巾帼'.repeat(40)}`)
  expect(file).toContain('DTSTART;VALUE=DATE:20191201\r\nDTEND;VALUE=DATE:20200101')
  expect(file).toContain('DESCRIPTION:a\\,b\\;c\\nd')
})

test('RSS escapes and leaves out what XML cannot hold', () => {
  const item = { title: `a\u0001<b>&`, link: 'http://x/1', text: '', at: new Date(0) }
  const feed = rssFeed({ title: 'x', origin: 'http://x', description: 'x', items: [item] })
  expect(feed).toContain('<title>a&lt;b&gt;&amp;</title>')
})

test('the style sheet shrinks and keeps its strings', () => {
  expect(shrinkCss('/* x */ .a , .b { color : red ; content: "a  ; b" }')).toContain('"a  ; b"')
  expect(shrinkCss('.a {\n  margin: 0 1px;\n}\n')).toBe('.a{margin:0 1px}')
})

/** Every text of a dictionary with its path; functions are called with examples. */
function* texts(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function') yield [path, String((value as (...all: number[]) => unknown)(2, 3))]
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* texts(one, `${path}.${key}`)
}

describe('the two languages', () => {
  const zh = new Map(texts(dictionaryOf('zh-CN')))
  const en = new Map(texts(dictionaryOf('en')))
  const isLongText = (key: string) => /\.(privacy|accessibility)\.parts/.test(key)
  const short = (map: Map<string, string>) => [...map.keys()].filter((key) => !isLongText(key))

  test('have the same keys', () => expect(short(en)).toEqual(short(zh)))
  test('leave no text empty', () => {
    const may = new Set(['.products.monthSuffix'])
    expect([...zh, ...en].filter(([key, text]) => text.trim() === '' && !may.has(key))).toEqual([])
  })
  test('English holds no Chinese but the switch back', () => {
    expect([...en].filter(([key, text]) => /\p{Script=Han}/u.test(text) && key !== '.modes.otherLanguage')).toEqual([])
  })
  test('Chinese says 您, never 你, and uses full-width punctuation', () => {
    expect([...zh].filter(([, text]) => text.includes('你'))).toEqual([])
    expect([...zh].filter(([, text]) => /\p{Script=Han}[,;?!]/u.test(text))).toEqual([])
  })
})
