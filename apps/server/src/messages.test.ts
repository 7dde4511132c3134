import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { modules } from './modules.ts'
import { joinMessages } from './platform/messages.ts'

const table = joinMessages(...modules.map((module) => module.messages ?? {}))
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') }))

describe('what the server says when it refuses', () => {
  test('every code that is thrown has its sentence', () => {
    const thrown = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/new Refusal\(\s*'([\w.]+)'/g)].map((match) => ({ name, code: match[1] ?? '' })),
    )
    expect(thrown.length).toBeGreaterThan(60)
    expect(thrown.filter(({ code }) => !table[code])).toEqual([])
  })

  test.each(Object.entries(table))('%s is said in both languages, with a status of refusal', (_code, message) => {
    expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(message.en).toMatch(/[A-Za-z]/)
    // A Chinese term may stand in brackets behind its English name.
    expect(message.en.replace(/\([^)]*\)/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
    expect(message.status).toBeGreaterThanOrEqual(400)
    expect(message.status).toBeLessThan(600)
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    expect(new Set(places(message.en)).size).toBeLessThanOrEqual(new Set(places(message.zh)).size)
  })
})
