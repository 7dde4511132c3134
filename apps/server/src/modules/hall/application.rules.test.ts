import { expect, test } from 'vitest'
import { applicationActs, applicationStates, documentNumber, isClosed, nextState } from './application.rules.ts'

// Every state × act; '' = may not be done.
const table = {
  //            accept      return      amend        start          finish  decline     withdraw     rate
  submitted: ['accepted', 'returned', '', '', '', 'declined', 'withdrawn', ''],
  returned: ['', '', 'submitted', '', '', '', 'withdrawn', ''],
  accepted: ['', '', '', 'in_progress', 'done', 'declined', 'withdrawn', ''],
  in_progress: ['', '', '', '', 'done', 'declined', 'withdrawn', ''],
  done: ['', '', '', '', '', '', '', 'done'],
  declined: ['', '', '', '', '', '', '', ''],
  withdrawn: ['', '', '', '', '', '', '', ''],
} as const

const cases = applicationStates.flatMap((state) =>
  applicationActs.map((act, index) => [state, act, table[state][index] ?? ''] as const),
)

test.each(cases)('%s × %s → %s', (state, act, to) => {
  expect(nextState(state, act) ?? '').toBe(to)
})

test('a closed application can only be rated', () => {
  for (const state of applicationStates.filter(isClosed))
    expect(applicationActs.filter((act) => act !== 'rate' && nextState(state, act))).toEqual([])
})

test('numbers are padded and never cut', () => {
  expect(documentNumber('SQ', 2026, 123)).toBe('SQ2026-000123')
  expect(documentNumber('ZX', 2026, 1234567)).toBe('ZX2026-1234567')
})
