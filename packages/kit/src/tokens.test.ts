import { describe, expect, test } from 'vitest'
import { contrastRatio } from './contrast.ts'
import { light, lightSeries, lightTextPairs, screen, screenSeries, screenTextPairs } from './tokens.ts'

test('contrast agrees with the known ends of the scale', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastRatio('#123456', '#123456')).toBe(1)
  expect(() => contrastRatio('red', '#ffffff')).toThrow(RangeError)
})

describe('text keeps 4.5:1 on its ground', () => {
  test.each(lightTextPairs)('light %s on %s', (text, ground) => {
    expect(contrastRatio(light[text], light[ground])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(screenTextPairs)('screen %s on %s', (text, ground) => {
    expect(contrastRatio(screen[text], screen[ground])).toBeGreaterThanOrEqual(4.5)
  })
})

test('look.md asks more of the main pairs', () => {
  expect(contrastRatio(light.ink, light.paper)).toBeGreaterThanOrEqual(14)
  expect(contrastRatio(screen.text, screen.night)).toBeGreaterThanOrEqual(15)
  for (const colour of screenSeries) expect(contrastRatio(colour, screen.panel)).toBeGreaterThanOrEqual(5.5)
})

test('edges of controls keep 3:1, and gold stays an ornament on paper', () => {
  expect(contrastRatio(light.edge, light.paper)).toBeGreaterThanOrEqual(3)
  expect(contrastRatio(light.gold, light.gorgeDeep)).toBeGreaterThanOrEqual(3)
  expect(lightTextPairs.some(([text, ground]) => text === 'gold' && ground !== 'gorgeDeep')).toBe(false)
})

test('series colours are distinct', () => {
  expect(new Set(screenSeries).size).toBe(screenSeries.length)
  expect(new Set(lightSeries).size).toBe(lightSeries.length)
})
