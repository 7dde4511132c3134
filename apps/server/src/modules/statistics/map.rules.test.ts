import { expect, test } from 'vitest'
import { isLicence, readAreas } from './map.rules.ts'

const ring = [
  [98.6, 25.6],
  [99.1, 25.6],
  [99.1, 26.4],
  [98.6, 25.6],
]
const file = (geometry: unknown) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { name: '泸水市' }, geometry }],
})

test('areas are kept, properties are not', () => {
  const read = readAreas(file({ type: 'Polygon', coordinates: [ring] }))
  expect(read?.features).toEqual([{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } }])
  expect(readAreas(file({ type: 'MultiPolygon', coordinates: [[ring]] }))?.features).toHaveLength(1)
})

test.each([
  ['nothing', null],
  ['text', 'x'],
  ['no features', { features: [] }],
  ['a point', file({ type: 'Point', coordinates: [98, 25] })],
  ['metres instead of degrees', file({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [x! * 1e5, y! * 1e5])] })],
  ['a ring of three points', file({ type: 'Polygon', coordinates: [ring.slice(0, 3)] })],
  ['no geometry', { features: [{}] }],
])('%s is no map', (_what, given) => {
  expect(readAreas(given)).toBeUndefined()
})

test.each([
  ['云S（2021）45号', true],
  ['GS(2019)1822号', true],
  ['没有', false],
  ['审图号', false],
  ['', false],
])('%s as a licence: %s', (text, good) => {
  expect(isLicence(text)).toBe(good)
})
