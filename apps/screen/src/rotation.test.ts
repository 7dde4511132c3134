import { expect, test } from 'vitest'
import { boardNames, isNight, nextBoard, settingsOf } from './rotation.ts'

test.each([
  ['', 'overview', 20],
  ['?board=map', 'map', 20],
  ['?board=season&rotate=45', 'season', 45],
  ['?board=nothing&rotate=x', 'overview', 20],
  ['?rotate=0', 'overview', 0],
  ['?rotate=1', 'overview', 5],
  ['?rotate=-3', 'overview', 20],
])('the address %s shows %s and turns every %s seconds', (search, board, seconds) => {
  expect(settingsOf(search)).toMatchObject({ board, rotateSeconds: seconds })
})

test('the boards go round and back', () => {
  const round = boardNames.map((name) => nextBoard(name))
  expect(new Set(round)).toEqual(new Set(boardNames))
  for (const name of boardNames) expect(nextBoard(nextBoard(name), -1)).toBe(name)
})

test.each([
  ['auto', 20, false],
  ['auto', 21, true],
  ['auto', 6, true],
  ['auto', 7, false],
  ['on', 12, true],
  ['off', 23, false],
] as const)('night %s at %s o’clock: %s', (setting, hour, night) => {
  expect(isNight(setting, hour)).toBe(night)
})
