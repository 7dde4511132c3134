import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { shots, sizes } from '../pictures/shots.ts'
import { openStage, type Stage } from '../pictures/stage.ts'
import { seriousFindings } from './axe.ts'

// U3: every page that `npm run pictures` shows, at each of its sizes: no script error, no sideways scroll, and nothing
// serious or critical for axe. A page that is added to the pictures is in this test too.

let stage: Stage
let browser: Browser
beforeAll(async () => {
  stage = await openStage()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

describe('every page', () => {
  const cases = shots.flatMap((shot) => shot.sizes.map((size) => [`${shot.name} @ ${size}`, shot, size] as const))
  test.each(cases)('%s', async (_name, shot, size) => {
    const context = await browser.newContext({
      viewport: sizes[size],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    try {
      if (shot.as) await context.addCookies(stage.cookiesOf(shot.as))
      if (shot.modes) await context.addCookies(shot.modes.map(([name, value]) => ({ name, value, url: stage.url })))
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        // A 404 page and a first visit without a session are answers, not faults of the page.
        if (message.type() === 'error' && !/Failed to load resource.*40[134]/.test(message.text()))
          errors.push(message.text())
      })
      await page.goto(`${stage.url}${typeof shot.path === 'string' ? shot.path : shot.path(stage)}`, {
        waitUntil: 'networkidle',
      })
      await shot.prepare?.(page, stage)
      await page.waitForTimeout(250)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ errors, wide, axe: await seriousFindings(page) }).toEqual({ errors: [], wide: 0, axe: [] })
    } finally {
      await context.close()
    }
  })
})
