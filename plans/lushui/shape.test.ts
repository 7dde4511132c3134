import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Row = { [key: string]: Json }

const here = new URL('./', import.meta.url)
const load = (file: string): Json => JSON.parse(readFileSync(new URL(file, here), 'utf8')) as Json
const rows = (value: Json | undefined): Row[] => (Array.isArray(value) ? value : []).filter(isRow)
const isRow = (value: Json): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const jsonFiles = readdirSync(here).filter((name) => name.endsWith('.json'))
const written = jsonFiles.filter((name) => name !== 'plan-text.json')

/** Every object array of a file, so that uniqueness and names are checked wherever rows stand. */
function* arrays(value: Json, path: string): Generator<[string, Row[]]> {
  if (Array.isArray(value)) yield [path, rows(value)]
  for (const [key, one] of Object.entries(value ?? {}))
    if (typeof one === 'object') yield* arrays(one as Json, `${path}.${key}`)
}
function* strings(value: Json, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) if (key !== 'literal') yield* strings(one, `${path}.${key}`)
}
const everyArray = written.flatMap((file) => [...arrays(load(file), file)])
const everyString = written.flatMap((file) => [...strings(load(file), file)])

describe('names', () => {
  test.each(['key', 'code', 'file'])('%s is unique within its array', (field) => {
    for (const [path, all] of everyArray) {
      const keys = all.map((one) => one[field]).filter((key) => key !== undefined)
      expect([path, new Set(keys).size]).toEqual([path, keys.length])
    }
  })

  test('every Chinese name, title, summary and label has its English beside it', () => {
    const pairs = ['name', 'title', 'summary', 'label', 'content', 'remark', 'problem', 'text', 'feeNote', 'bodyHtml']
    const missing = everyArray.flatMap(([path, all]) =>
      all.flatMap((one) => pairs.filter((key) => one[key] && !one[`${key}En`]).map((key) => `${path} ${key}`)),
    )
    expect(missing).toEqual([])
  })

  test('English fields hold no Chinese', () => {
    const wrong = everyString.filter(([path, text]) => /En(\.\d+)?$/.test(path) && /\p{Script=Han}/u.test(text))
    expect(wrong).toEqual([])
  })

  test('no puffery in what we wrote', () => {
    const puffery = /最(?!多|少|后|低|近)|第一(?!年)|顶级|一流|领先|唯一|首选|国家级|world-class|first-class/i
    expect(everyString.filter(([, text]) => puffery.test(text))).toEqual([])
  })

  test('the manifest lists every file', () => {
    const listed = rows((load('manifest.json') as Row).files).map((one) => one.file)
    expect([...listed, 'manifest.json'].toSorted()).toEqual(jsonFiles.toSorted())
  })
})

describe('services', () => {
  const services = rows(load('services.json'))
  const known = (file: string) => new Set(rows(load(file)).map((one) => one.key))

  test.each(services.map((one) => [String(one.key), one] as const))('%s is complete', (_key, one) => {
    expect(known('service-lines.json').has(one.line ?? null)).toBe(true)
    expect(known('zones.json').has(one.zone ?? null)).toBe(true)
    for (const audience of one.audience as Json[]) expect(known('audiences.json').has(audience)).toBe(true)
    const form = rows(one.form)
    expect(form.length).toBeGreaterThanOrEqual(3)
    expect(form.length).toBeLessThanOrEqual(7)
    for (const field of form) {
      expect(['text', 'textarea', 'phone', 'select', 'date', 'number', 'region']).toContain(field.type)
      expect(rows(field.options).length > 0).toBe(field.type === 'select')
    }
    const guide = one.guide as Row
    expect((guide.materials as Json[]).length).toBe((guide.materialsEn as Json[]).length)
    expect((guide.steps as Json[]).length).toBe((guide.stepsEn as Json[]).length)
    expect([guide.timeLimit, one.fee]).toEqual([null, null])
  })

  test('zones and lines have their services', () => {
    for (const zone of rows(load('zones.json')))
      expect(zone.services).toEqual(services.filter((one) => one.zone === zone.key).map((one) => one.key))
    for (const line of known('service-lines.json')) expect(services.some((one) => one.line === line)).toBe(true)
  })
})

describe('rules', () => {
  test.each(rows(load('rules.json')).map((one) => [String(one.key), one] as const))('%s fits its form', (_key, one) => {
    const fields = rows(one.valueSchema).map((field) => field.key)
    expect(Object.keys(one.value as Row).toSorted()).toEqual(fields.toSorted())
    for (const reading of rows(one.readings))
      expect(Object.keys(reading.value as Row).toSorted()).toEqual(fields.toSorted())
    for (const field of rows(one.valueSchema)) {
      const value = (one.value as Row)[String(field.key)] ?? null
      if (value === null) expect([field.key, field.nullable]).toEqual([field.key, true])
      if (field.type === 'select') expect(rows(field.options).map((option) => option.value)).toContain(value)
    }
    expect(one.validFrom).toBe('2019-10-01')
  })
})

describe('regions, posts and articles', () => {
  test('Liuku town gives way to two subdistricts without a gap', () => {
    const byCode = new Map(rows(load('regions.json')).map((one) => [one.code, one]))
    expect(byCode.get('533301101')).toMatchObject({ name: '六库镇', validTo: '2021-05-17' })
    expect(byCode.get('533301001')).toMatchObject({ name: '大练地街道', validFrom: '2021-05-18', validTo: null })
    expect(byCode.get('533301002')).toMatchObject({ name: '六库街道', validFrom: '2021-05-18', validTo: null })
    const townships = [...byCode.values()].filter((one) => one.parent === '533301')
    expect(townships).toHaveLength(11)
    for (const one of byCode.values()) if (one.parent) expect(byCode.has(one.parent)).toBe(true)
  })

  test.each(['posts.json', 'budget.json'])('parents in %s exist and come first', (file) => {
    const value = load(file)
    const all = Array.isArray(value) ? rows(value) : rows((value as Row).lines)
    for (const [i, one] of all.entries())
      if (one.parent) expect(all.slice(0, i).map((each) => each.key)).toContain(one.parent)
  })

  test('articles use plain tags, well nested', () => {
    for (const one of rows(load('documents.json'))) {
      for (const body of [one.bodyHtml, one.bodyHtmlEn]) {
        const open: string[] = []
        for (const [, end, tag] of String(body).matchAll(/<(\/?)([^>]*)>/g)) {
          expect(['p', 'h2', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td']).toContain(tag)
          if (end) expect(open.pop()).toBe(tag)
          else open.push(String(tag))
        }
        expect(open).toEqual([])
      }
      expect(['news', 'notice', 'policy', 'guide']).toContain(one.column)
    }
  })
})
