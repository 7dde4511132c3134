import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Row = { [key: string]: Json }

const here = new URL('./', import.meta.url)
const load = (file: string): Json => JSON.parse(readFileSync(new URL(file, here), 'utf8')) as Json
const isRow = (value: Json | undefined): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const row = (value: Json | undefined): Row => {
  if (!isRow(value)) throw new Error('an object was expected')
  return value
}
const rows = (value: Json | undefined): Row[] => {
  if (!Array.isArray(value)) throw new Error('an array was expected')
  return value.map(row)
}
const list = (file: string): Row[] => rows(load(file))
/** Page breaks and table layout of the source carry no meaning, so they are taken out of both sides. */
const squeeze = (text: string): string => text.replaceAll('<sup>2</sup>', '²').replace(/[\s*#]/g, '')
const keysOf = (all: Row[], key = 'key'): Json[] => all.map((one) => one[key] ?? null)

function* walk(value: Json, path: string): Generator<[string, Row]> {
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* walk(one, `${path}[${i}]`)
  else if (isRow(value)) {
    yield [path, value]
    for (const [key, one] of Object.entries(value)) yield* walk(one, `${path}.${key}`)
  }
}

const manifest = row(load('manifest.json'))
const files = rows(manifest.files)
const dataFiles = files.map((one) => String(one.file))
const everyRow = dataFiles.filter((file) => file !== 'plan-text.json').flatMap((file) => [...walk(load(file), file)])
const sections = list('plan-text.json')
const textOf = (clause: string): string =>
  squeeze(
    sections
      .filter((one) => one.clause === clause || String(one.clause).startsWith(`${clause}(`))
      .map((one) => one.text)
      .join(''),
  )
const [zones, activities, goals, rules] = [
  list('zones.json'),
  list('activities.json'),
  list('goals.json'),
  list('rules.json'),
]
const contradictions = rows(row(load('plan.json')).contradictions)
const targets = goals.flatMap((goal) => rows(goal.targets))

describe('against the plan', () => {
  const source = new URL('../../../shared/plan/operating-plan.zh.txt', here)
  test.skipIf(!existsSync(source))('plan-text.json is the whole plan, word for word', () => {
    expect(squeeze(sections.map((one) => one.text).join(''))).toBe(squeeze(readFileSync(source, 'utf8')))
  })

  test('every literal stands in the clause it cites', () => {
    const cited = everyRow.filter(([, one]) => typeof one.literal === 'string')
    expect(cited.length).toBeGreaterThan(200)
    const astray = cited.filter(([, one]) => !textOf(String(one.clause)).includes(squeeze(String(one.literal))))
    expect(astray.map(([path, one]) => `${path} ${String(one.clause)}: ${String(one.literal)}`)).toEqual([])
  })

  test('a row without the plan’s words names another source', () => {
    const silent = everyRow.filter(([, one]) => 'literal' in one && one.literal === null)
    expect(silent.filter(([, one]) => !one.source || one.source === 'plan').map(([path]) => path)).toEqual([])
  })

  test('every row of every array cites a clause', () => {
    const bare = dataFiles.flatMap((file) => {
      const value = load(file)
      return Array.isArray(value) ? rows(value).filter((one) => !('clause' in one)) : []
    })
    expect(bare).toEqual([])
  })
})

describe('counts', () => {
  test.each([
    ['zones.json', 9],
    ['service-lines.json', 3],
    ['activities.json', 12],
    ['goals.json', 9],
    ['channels.json', 8],
    ['product-families.json', 6],
    ['industries.json', 6],
    ['grades.json', 3],
  ])('%s holds %i', (file, count) => expect(list(file)).toHaveLength(count))

  test('the manifest tells the truth', () => {
    for (const one of files) {
      const value = load(String(one.file))
      const counted = one.shape === 'array' ? rows(value) : rows(row(value)[String(one.counted)])
      expect([one.file, counted.length]).toEqual([one.file, one.count])
    }
  })

  test('eleven dated activities, one milestone, one row out of order', () => {
    expect(activities.filter((one) => one.month !== null)).toHaveLength(11)
    expect(activities.filter((one) => one.milestone).map((one) => one.name)).toEqual(['正式启动运营'])
    expect(activities.filter((one) => one.outOfOrder).map((one) => one.month)).toEqual(['2019-05'])
    expect(activities.map((one) => one.order)).toEqual(activities.map((_, i) => i + 1))
  })

  test('the zones are named in the preface, in this order', () => {
    const preface = textOf('前言')
    const places = zones.map((zone) => preface.indexOf(String(zone.name)))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(zones.every((zone) => zone.areaSqm === null)).toBe(true)
  })

  test('fourteen contradictions, each a setting whose default reading is in force', () => {
    expect(keysOf(contradictions, 'code')).toEqual(Array.from({ length: 14 }, (_, i) => `A${i + 1}`))
    for (const one of contradictions) {
      const rule = row(rules.find((each) => each.key === one.settingKey))
      const readings = rows(rule.readings)
      expect(rule.contradiction).toBe(one.code)
      expect(keysOf(readings)).toEqual(keysOf(rows(one.readings)))
      expect(row(readings.find((each) => each.key === one.default)).value).toEqual(rule.value)
    }
  })
})

describe('figures', () => {
  const budget = row(load('budget.json'))
  const budgetLines = rows(budget.lines)
  const childrenOf = (key: string) =>
    budgetLines.filter((line) => line.parent === key).map((line) => line.amount ?? null)
  const sum = (amounts: Json[]) => amounts.reduce<number>((total, one) => total + Number(one), 0)

  test('420 = 230 + 190, and the lines of 230 add up', () => {
    expect(budgetLines.filter((line) => line.parent === null).map((line) => line.amount)).toEqual([230, 190])
    expect(budget.total).toBe(420)
    expect(childrenOf('construction')).toEqual([100, 30, 55, 35, 10])
    expect(sum(childrenOf('construction'))).toBe(230)
    expect(childrenOf('operations')).toEqual([null, null, null, null])
  })

  test('only stated counts of equipment are given', () => {
    const stated = rows(budget.equipment).filter((one) => one.count !== null)
    expect(stated.map((one) => [one.key, one.count])).toEqual([
      ['computer', 55],
      ['projector', 2],
    ])
  })

  test.each([
    ['pavilion_shops', '>=', 4, '2019-12-31'],
    ['packaged_products', '>=', 20, null],
    ['incubated_total', '>', 10, null],
    ['incubated_2020_03', '>=', 12, '2020-03-31'],
    ['incubated_2021_03', '>=', 16, '2021-03-31'],
    ['incubated_2022_03', '>=', 21, '2022-03-31'],
    ['operating_firms', '>=', 2, null],
    ['half_year_reports', '>=', 2, null],
    ['yunpinhui_products', '>=', 10, null],
    ['experts_appointed', '>=', 4, null],
  ])('target %s %s %i by %s', (key, comparator, target, due) => {
    expect(targets.find((one) => one.key === key)).toMatchObject({ comparator, target, due })
  })

  test('the area passes its condition', () => {
    const plan = row(load('plan.json'))
    expect(row(plan.area).sqm).toBe(1524.49)
    expect(Number(row(plan.area).sqm)).toBeGreaterThanOrEqual(Number(row(plan.areaRequired).sqm))
  })

  test('attendance, lateness, prize and solution figures', () => {
    const ruleValue = (key: string) => row(row(rules.find((one) => one.key === key)).value)
    expect(ruleValue('attendance.hours')).toMatchObject({ inBy: '08:30', outFrom: '17:30', seasonOutFrom: '18:00' })
    expect(ruleValue('attendance.fraud').points).toBe(10)
    expect(ruleValue('worklog.lateness')).toMatchObject({ firstPoints: 1, pointsPerDay: 1, maxPoints: 5 })
    expect(ruleValue('worklog.weekly_deadline')).toMatchObject({ weekday: 5, time: '12:00' })
    expect(ruleValue('assessment.solution_service')).toEqual({ minPoints: 1, maxPoints: 10 })
    expect(ruleValue('assessment.best_team').prizeFen).toBe(300_000)
    expect(rows(ruleValue('assessment.best_team').criteria).map((one) => one.weight)).toEqual(Array(5).fill(null))
  })
})
