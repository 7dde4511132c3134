import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Shot, shots, sizes } from './shots.ts'
import { openStage, type Stage } from './stage.ts'

// `npm run pictures [-- words]`: every page of site, console and screen into ./pictures with an index page; words choose by name, any of them.

const folder = join(import.meta.dirname, '../../pictures')
const words = process.argv.slice(2)

interface Taken {
  name: string
  file: string
  size: string
  fault: string | null
}

const stage = await openStage()
const browser = await launchBrowser()
const taken: Taken[] = []
try {
  if (words.length === 0) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const shot of shots.filter((one) => words.length === 0 || words.some((word) => one.name.includes(word))))
    taken.push(...(await take(browser, stage, shot)))
  if (words.length === 0) writeFileSync(join(folder, 'index.html'), indexPage(taken))
} finally {
  await browser.close()
  await stage.close()
}
const faults = taken.filter((one) => one.fault !== null)
console.log(`${taken.length} pictures in pictures/, ${faults.length} with a fault`)
for (const one of faults) console.log(`  ${one.file}: ${one.fault}`)
process.exit(faults.length === 0 ? 0 : 1)

async function take(in_: Browser, on: Stage, shot: Shot): Promise<Taken[]> {
  const results: Taken[] = []
  for (const size of shot.sizes) {
    const context = await in_.newContext({
      viewport: sizes[size],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      deviceScaleFactor: 1,
    })
    const file = `${shot.name}@${size}.png`
    const fault = await takeOne(context, on, shot, file)
    results.push({ name: shot.name, file, size, fault })
    await context.close()
  }
  return results
}

async function takeOne(context: BrowserContext, on: Stage, shot: Shot, file: string): Promise<string | null> {
  const errors: string[] = []
  try {
    if (shot.as) await context.addCookies(on.cookiesOf(shot.as))
    if (shot.modes) await context.addCookies(shot.modes.map(([name, value]) => ({ name, value, url: on.url })))
    const page: Page = await context.newPage()
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text())
    })
    await page.goto(`${on.url}${typeof shot.path === 'string' ? shot.path : shot.path(on)}`, {
      waitUntil: 'networkidle',
      timeout: 30_000,
    })
    await shot.prepare?.(page, on)
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(folder, file), fullPage: shot.fullPage ?? true })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) errors.push(`${wide}px too wide`)
    return errors.length > 0 ? errors.join(' | ').slice(0, 400) : null
  } catch (error) {
    return String(error).slice(0, 400)
  }
}

function indexPage(list: readonly Taken[]): string {
  const items = list
    .map(
      ({ name, file, fault }) =>
        `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${name}"></a><figcaption>${file}${fault ? ' ⚠' : ''}</figcaption></figure>`,
    )
    .join('\n')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>乡汇页面图集</title>
<style>body{font:14px/1.6 sans-serif;margin:24px}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:24px}figure{margin:0}img{max-width:100%;max-height:420px;border:1px solid #d5ddd6;object-fit:cover;object-position:top}</style>
<h1>乡汇页面图集</h1><p>${list.length} 张，由 npm run pictures 生成。</p><main>${items}</main></html>`
}
