import { describe, expect, test } from 'vitest'
import { bannerGorgePhone, bannerGorgeWide } from './banner-gorge.ts'
import { type EmptyState, emptyArt } from './empty-states.ts'
import { type PlanLayout, planLayouts, type ZoneKey } from './floor-plan.layout.ts'
import { breakLabel, floorPlan, floorPlanLayout } from './floor-plan.ts'
import { icon, iconNames } from './icons.ts'
import { faviconSvg, logoMark, shareCardGround } from './logo.ts'
import { productArt } from './products.ts'

const states: EmptyState[] = ['nothing-yet', 'nothing-found', 'error', 'offline']
const drawings: [string, string][] = [
  ['wide banner', bannerGorgeWide()],
  ['phone banner', bannerGorgePhone()],
  ['logo', logoMark()],
  ['favicon', faviconSvg],
  ['share card', shareCardGround],
  ...Object.entries(productArt).map(([key, art]): [string, string] => [key, art()]),
  ...states.map((state): [string, string] => [state, emptyArt(state)]),
  ...iconNames.map((name): [string, string] => [name, icon(name)]),
]

/** Open and close tags in order; the site inlines these, so one lost bracket would break a page. */
function unclosedTags(svg: string): string[] {
  const open: string[] = []
  for (const [, slash, name = '', selfClosed] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gi)) {
    if (slash) expect(open.pop()).toBe(name)
    else if (!selfClosed) open.push(name)
  }
  return open
}

describe.each(drawings)('%s', (_name, svg) => {
  test('is one closed SVG with a viewBox, no inline style and no script', () => {
    expect(svg).toMatch(/^<svg [^>]*viewBox="[-\d. ]+"/)
    expect(unclosedTags(svg)).toEqual([])
    expect(svg).not.toMatch(/\sstyle=|<style|<script|<image|NaN|undefined/)
  })
  test('is at most 12 KB and hidden from screen readers while unnamed', () => {
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(12 * 1024)
    expect(svg).toContain('aria-hidden="true"')
  })
})

test('a named drawing is an image with an escaped title', () => {
  for (const draw of [bannerGorgeWide, bannerGorgePhone, logoMark, ...Object.values(productArt)]) {
    expect(draw('草果 <"&')).toMatch(/role="img">[\s\S]*<title>草果 &lt;&quot;&amp;<\/title>/)
    expect(draw('草果')).not.toContain('aria-hidden')
  }
})

test('about forty icons, no two alike', () => {
  expect(iconNames.length).toBeGreaterThanOrEqual(40)
  expect(new Set(iconNames.map((name) => icon(name))).size).toBe(iconNames.length)
})

const keys: ZoneKey[] = ['image', 'o2o', 'operation', 'data', 'training', 'public', 'logistics', 'studio', 'enterprise']
const zones = keys.map((key) => ({ key, name: `名称${key}`, href: `/zones/${key}` }))
const layouts: PlanLayout[] = ['tall', 'wide']

describe.each(layouts)('the %s floor plan', (layout) => {
  const plan = planLayouts[layout]
  const svg = floorPlanLayout({ zones, current: 'data', locale: 'zh-CN' }, layout)

  test('links each of the nine zones once, in the order of the plan', () => {
    expect([...svg.matchAll(/href="\/zones\/(\w+)"/g)].map((match) => match[1])).toEqual(keys)
    expect(svg.match(/aria-current="location"/g)).toHaveLength(1)
    expect(unclosedTags(svg)).toEqual([])
  })
  test('says what it is: title, area, and that it is schematic', () => {
    for (const words of ['功能分布图', '1524.49 m²', '示意图']) expect(svg).toContain(words)
  })
  test('never writes below 14 px, at 360 px for the tall one', () => {
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((match) => Number(match[1]))
    const scale = layout === 'tall' ? 328 / plan.width : 1
    expect(Math.min(...sizes) * scale).toBeGreaterThanOrEqual(14)
  })
  test('rooms lie inside the outline and do not overlap', () => {
    for (const room of plan.rooms) {
      expect(room.x + room.width).toBeLessThanOrEqual(plan.width)
      expect(room.y + room.height).toBeLessThanOrEqual(plan.height)
      for (const other of plan.rooms) {
        if (other === room) continue
        const apart =
          room.x + room.width <= other.x ||
          other.x + other.width <= room.x ||
          room.y + room.height <= other.y ||
          other.y + other.height <= room.y
        expect(apart, `${room.key} and ${other.key}`).toBe(true)
      }
    }
  })
})

test('names and addresses from the database are escaped', () => {
  const html = floorPlan({ zones: [{ key: 'data', name: '<b>"', href: '"><script>' }], locale: 'en' })
  expect(html).not.toMatch(/<b>|<script>/)
})

test.each([
  ['电商运营服务区', 7.2, ['电商运营服务区']],
  ['电商O2O展示区', 7.2, ['电商O2O展示区']],
  ['本地电商企业展示区', 7.2, ['本地电商企', '业展示区']],
])('%s breaks to fit', (name, ems, lines) => {
  expect(breakLabel(name, ems, 'zh-CN')).toEqual(lines)
})

test('English labels break at spaces', () => {
  expect(breakLabel('Local enterprise display', 8, 'en')).toEqual(['Local', 'enterprise', 'display'])
})
