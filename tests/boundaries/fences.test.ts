import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

// A fence that cannot fail is no fence: each rule must report the fixture that breaks it, and only what is broken.

const root = join(import.meta.dirname, '../..')
const fixtures = join(import.meta.dirname, 'fixtures')

interface Report {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] }
}

function cruise(...folders: string[]): Report {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]
  try {
    return JSON.parse(
      execFileSync(join(root, 'node_modules/.bin/depcruise'), args, { cwd: root, maxBuffer: 1e8, encoding: 'utf8' }),
    )
  } catch (error) {
    // Violations make it leave with their number; the report is on standard output all the same.
    if (error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('{'))
      return JSON.parse(String(error.stdout))
    throw error
  }
}

const declared = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, breaks: /^\/\/ Breaks: (\S+)/.exec(readFileSync(join(fixtures, name), 'utf8'))?.[1] ?? '' }))
  .filter(({ breaks }) => breaks !== '' && breaks !== 'nothing:')

describe('import fences', () => {
  const found = cruise('tests/boundaries/fixtures').summary.violations.map(
    (violation) => `${violation.rule.name} ${violation.from.replace('tests/boundaries/fixtures/', '')}`,
  )

  test.each(declared.map(({ name, breaks }) => [breaks, name]))('%s reports %s', (rule, file) => {
    expect(found).toContain(`${rule} ${file}`)
  })

  test('nothing that is allowed is reported', () => {
    const expected = new Set(declared.map(({ name }) => name))
    expect(
      found
        .map((line) => line.split(' ')[1] ?? '')
        .filter((file) => !expected.has(file) && !file.endsWith('circle-b.ts')),
    ).toEqual([])
  })

  test('every rule has a fixture', () => {
    const config = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8')
    const rules = [...config.matchAll(/name: '([a-z-]+)'/g)].map((match) => match[1])
    const covered = new Set(declared.map(({ breaks }) => breaks))
    expect(rules.filter((rule) => rule && !covered.has(rule))).toEqual([])
    expect([...covered].some((rule) => rule.startsWith('module-') && rule !== 'module-unknown')).toBe(true)
  })

  test('the house itself is read, not skipped', () => {
    expect(cruise('apps', 'packages').summary.totalCruised).toBeGreaterThan(100)
  })
})
