import { describe, expect, test } from 'vitest'
import {
  actsIn,
  isFarOutside,
  levelFits,
  nextState,
  type StationAct,
  type StationState,
  stateAfterAppraisal,
  stationActs,
  stationCode,
  stationStates,
  townshipOf,
} from './station.rules.ts'

// Every state × act; '' = refused. Columns in the order of stationActs.
const table: Record<StationState, string[]> = {
  //           edit          submit     withdraw approve     accept        return     appraise      order         confirm       close
  draft: ['draft', 'applied', '', '', '', '', '', '', '', 'closed'],
  applied: ['', '', 'draft', 'approved', '', 'refused', '', '', '', ''],
  approved: ['', '', 'draft', '', 'in_service', 'refused', '', '', '', ''],
  in_service: ['in_service', '', '', '', '', '', 'in_service', 'rectifying', '', 'closed'],
  rectifying: ['rectifying', '', '', '', '', '', '', '', 'in_service', 'closed'],
  refused: ['refused', 'applied', '', '', '', '', '', '', '', 'closed'],
  closed: ['', '', '', '', '', '', '', '', '', ''],
}

describe('the life of a station', () => {
  const cells = stationStates.flatMap((state) =>
    stationActs.map((act, i) => [state, act, table[state][i] ?? ''] as const),
  )
  test('the table covers every state and act', () => {
    expect(cells).toHaveLength(70)
    expect(Object.values(table).every((row) => row.length === stationActs.length)).toBe(true)
  })
  test.each(cells)('%s × %s → “%s”', (state: StationState, act: StationAct, to: string) => {
    expect(nextState(state, act) ?? '').toBe(to)
    expect(actsIn(state).includes(act)).toBe(to !== '')
  })
  test('a bad appraisal leads to rectification', () => {
    expect(['excellent', 'pass', 'rectify', 'fail'].map((one) => stateAfterAppraisal(one as 'pass'))).toEqual([
      'in_service',
      'in_service',
      'rectifying',
      'rectifying',
    ])
  })
})

describe('codes and places', () => {
  test.each([
    ['township', '533301102', true],
    ['township', '533301102201', false],
    ['village', '533301102201', true],
    ['village', '533301102', true],
    ['village', '533301', false],
  ] as const)('%s station at %s: %s', (level, code, fits) => expect(levelFits(level, code)).toBe(fits))

  test('the code is township and number', () => {
    expect(townshipOf('533301102201')).toBe('533301102')
    expect(stationCode(townshipOf('533301102'), 7)).toBe('533301102-007')
  })

  const seats = [
    { longitude: 98.86, latitude: 25.82 },
    { longitude: 98.62, latitude: 26.01 },
    { longitude: null, latitude: null },
  ]
  test.each([
    [98.8, 25.9, false],
    [98.3, 25.9, false],
    [102.7, 25.9, true],
    [98.8, 39.9, true],
    [null, null, false],
  ])('position %s, %s far outside: %s', (longitude, latitude, far) => {
    expect(isFarOutside({ longitude, latitude }, seats)).toBe(far)
    expect(isFarOutside({ longitude, latitude }, [])).toBe(false)
  })
})
