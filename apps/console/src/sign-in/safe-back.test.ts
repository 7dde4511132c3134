import { expect, test } from 'vitest'
import { safeBack } from './safe-back.ts'

test.each([
  [null, '/'],
  ['', '/'],
  ['/stations/12?state=open&page=2', '/stations/12?state=open&page=2'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?back=/x', '/'],
])('%s → %s', (back, target) => {
  expect(safeBack(back)).toBe(target)
})
