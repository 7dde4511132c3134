import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { loadConfig } from '../../apps/server/src/platform/config.ts'
import { type RunningServer, runServer } from '../../apps/server/src/start-server.ts'
import { createTestDatabase } from '../../apps/server/src/testing/database.ts'
import { launchBrowser } from '../browser.ts'

/** The whole product on a port of its own, as a person meets it, and a browser to meet it with. */
export interface Site {
  url: string
  /** address of the one-time set-up link */
  setupUrl: string
  server: RunningServer
  browser: Browser
  phone(options?: ContextOptions): Promise<Page>
  desktop(options?: ContextOptions): Promise<Page>
  close(): Promise<void>
}

interface ContextOptions {
  javaScriptEnabled?: boolean
  context?: BrowserContext
}

export const phoneSize = { width: 360, height: 740 }
export const desktopSize = { width: 1440, height: 900 }

export async function openSite(env: NodeJS.ProcessEnv = {}): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianghui-e2e-'))
  const database = await createTestDatabase()
  const loaded = loadConfig({
    PORT: '0',
    METRICS_PORT: 'off',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    ...env,
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  const server = await runServer(loaded.config)
  const url = `http://127.0.0.1:${server.port}`
  const browser = await launchBrowser()
  const open = async (viewport: { width: number; height: number }, options: ContextOptions = {}) => {
    const context =
      options.context ??
      (await browser.newContext({
        viewport,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        javaScriptEnabled: options.javaScriptEnabled ?? true,
      }))
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    return page
  }
  return {
    url,
    setupUrl: `${url}${server.setupLink ?? ''}`,
    server,
    browser,
    phone: (options) => open(phoneSize, options),
    desktop: (options) => open(desktopSize, options),
    close: async () => {
      await browser.close()
      await server.stop()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Nothing sticks out sideways: a phone page scrolls one way only. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${page.url()} is ${wide}px too wide`).toBeLessThanOrEqual(0)
}
