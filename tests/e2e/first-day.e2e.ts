import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '../../apps/server/src/testing/app.ts'
import { seriousFindings } from './axe.ts'
import { expectNoSidewaysScroll, openSite, type Site } from './site.ts'

// The first day of a centre, as issue 2 asks to show it: wizard, a notice through three reviews, an application from a
// phone, its approval, and finding them again by search. One story, in order.

let site: Site
let admin: Page
const password = '老窝火腿-Laowo-2019'
const notice = '关于首期电商培训班报名的通知'
const applied = { number: '', code: '' }

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** A colleague at the console, signed in by a session of his own. */
async function colleague(role: string, name: string): Promise<Page> {
  const user = await signIn(site.server.db, '1', [role], name)
  const page = await site.desktop()
  await page.context().addCookies([{ name: 'xh_session', value: user.cookie.split('=')[1] ?? '', url: site.url }])
  return page
}

describe('the first day', () => {
  test('the public site answers before the wizard is done', async () => {
    const page = await site.phone()
    await page.goto(site.url)
    expect(await page.locator('h1').first().textContent()).toContain('泸水市农村电子商务公共服务中心')
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  test('the wizard is done on a phone in five steps, without a default password', async () => {
    admin = await site.phone()
    await admin.goto(site.setupUrl)
    const next = () => admin.getByRole('button', { name: '下一步' }).click()
    await admin.getByLabel('中心名称').waitFor()
    await next()
    await admin.getByLabel('姓名').fill('和志远')
    await admin.getByLabel('用户名').fill('hezhiyuan')
    await admin.getByLabel('密码', { exact: true }).fill('123456')
    await admin.getByLabel('再输入一次密码').fill('123456')
    await next()
    await admin.getByText('密码不够长').first().waitFor()
    await admin.getByLabel('密码', { exact: true }).fill(password)
    await admin.getByLabel('再输入一次密码').fill(password)
    await admin.getByLabel('同时担任中心负责人').click()
    await next()
    await admin.getByText('使用泸水运营方案').first().click()
    await next()
    await admin.getByLabel('我已阅读').check()
    await admin.getByLabel('我知道哪些内容来自方案').check()
    await admin.getByRole('button', { name: '开通中心' }).click()
    await admin.getByText('一次性链接已失效').waitFor()
  })

  test('the link has worked once and never again', async () => {
    const page = await site.phone()
    await page.goto(site.setupUrl)
    await page.getByText('已经开通').first().waitFor()
    await page.context().close()
  })

  test('the administrator binds a second factor at the first sign-in', async () => {
    admin = await site.desktop()
    await admin.goto(`${site.url}/console/`)
    await admin.getByRole('textbox', { name: '用户名' }).fill('hezhiyuan')
    await admin.locator('input[type=password]').fill(password)
    await admin.locator('form button[type=submit]').click()
    const shown = admin.locator('code', { hasText: /[A-Z2-7]{4}/ }).first()
    await shown.waitFor()
    const secret = ((await shown.textContent()) ?? '').replace(/[^A-Z2-7]/g, '')
    const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 })
    await admin.locator('input[autocomplete=one-time-code]').fill(totp.generate())
    await admin.locator('form button[type=submit]').click()
    await admin.getByRole('button', { name: '我已打印或抄写' }).click()
    await admin.getByRole('navigation').first().waitFor()
    expect(await seriousFindings(admin)).toEqual([])
  })

  test('a notice is written, reviewed by three people and read by everybody', async () => {
    const editor = await colleague('editor', '杨晓燕')
    await editor.goto(`${site.url}/console/content/articles`)
    await editor
      .getByRole('link', { name: '写稿件' })
      .or(editor.getByRole('button', { name: '写稿件' }))
      .first()
      .click()
    await editor.getByLabel('标题', { exact: true }).fill(notice)
    await editor.locator('.tiptap, [contenteditable=true]').first().click()
    await editor.keyboard.type('面向返乡创业人员和居家主妇，免费参加。')
    await editor.getByText('已自动保存').first().waitFor()
    await editor.getByRole('button', { name: '送审' }).click()
    await editor.getByText('已送审').first().waitFor()

    for (const [role, name] of [
      ['manager', '段春梅'],
      ['reviewer', '李文军'],
      ['leader', '余建国'],
    ] as const) {
      const visitor = await (await fetch(`${site.url}/news`)).text()
      expect(visitor).not.toContain(notice)
      const reviewer = await colleague(role, name)
      await reviewer.goto(`${site.url}/console/approvals`)
      await reviewer.getByText(notice).first().click()
      await reviewer.getByText('面向返乡创业人员和居家主妇').first().waitFor()
      await reviewer.getByRole('button', { name: /^通\s?过$/ }).click()
      await reviewer
        .getByText(/已办理|已审批|已通过/)
        .first()
        .waitFor()
      await reviewer.context().close()
    }
    const reader = await site.phone()
    await reader.goto(`${site.url}/news`)
    await reader.getByRole('link', { name: notice }).click()
    await reader.getByText('面向返乡创业人员和居家主妇').waitFor()
    await expectNoSidewaysScroll(reader)
    expect(await seriousFindings(reader)).toEqual([])
    await reader.context().close()
    await editor.context().close()
  })

  test('a farmer applies for photographs from a phone without script; wrong input loses nothing', async () => {
    const farmer = await site.phone({ javaScriptEnabled: false })
    await farmer.goto(`${site.url}/services/product_photo`)
    await farmer.getByRole('link', { name: /申请/ }).first().click()
    await farmer.locator('[name=applicantName]').fill('普三妹')
    await farmer.locator('[name=phone]').fill('1388765')
    await farmer
      .locator('select[name=applicantKind]')
      .selectOption('household')
      .catch(() => farmer.locator('[name=applicantKind][value=household]').check())
    await farmer.locator('[name=product]').fill('高黎贡山草果')
    await farmer.locator('[name=items]').fill('3')
    await farmer
      .locator('select[name=use]')
      .selectOption('shop')
      .catch(() => farmer.locator('[name=use][value=shop]').check())
    await farmer.locator('[name=consent]').check()
    await farmer.locator('main form button[type=submit]').click()
    expect(await farmer.locator('[name=product]').inputValue()).toBe('高黎贡山草果')
    expect(await farmer.locator('.field-error').count()).toBeGreaterThan(0)
    await farmer.locator('[name=phone]').fill('13887650001')
    await farmer.locator('[name=consent]').check()
    await farmer.locator('main form button[type=submit]').click()
    const figures = await farmer.locator('.receipt-figure').allTextContents()
    applied.number = figures[0]?.trim() ?? ''
    applied.code = figures[1]?.trim() ?? ''
    expect(applied.number).toMatch(/^SQ\d{4}-\d{6}$/)
    await farmer.context().close()
  })

  test('it is accepted at the console with the name masked, and the farmer sees it', async () => {
    const operator = await colleague('operator', '祝丽花')
    await operator.goto(`${site.url}/console/approvals`)
    await operator.getByText(applied.number).or(operator.getByText('产品拍摄')).first().click()
    await operator.getByText('高黎贡山草果').first().waitFor()
    expect(await operator.locator('body').textContent()).not.toContain('13887650001')
    await operator.getByRole('button', { name: /^通\s?过$/ }).click()
    await operator
      .getByText(/已办理|已审批|已通过/)
      .first()
      .waitFor()
    await operator.context().close()

    const farmer = await site.phone()
    await farmer.goto(`${site.url}/apply/status`)
    await farmer.locator('[name=number]').fill(applied.number)
    await farmer.locator('[name=proof]').fill(applied.code)
    await farmer.locator('main form button[type=submit]').click()
    await farmer.getByText('已受理').first().waitFor()
    await farmer.context().close()
  })

  test('everybody finds the notice and the service by any part of their names', async () => {
    const page = await site.phone()
    for (const [words, found] of [
      ['培训班报名', notice],
      ['拍摄', '产品拍摄'],
    ] as const) {
      await page.goto(`${site.url}/search?q=${encodeURIComponent(words)}`)
      await page.locator('main').getByRole('link', { name: found }).first().waitFor()
    }
    await page.context().close()
  })

  test('every act of the day is in a chain that verifies', async () => {
    const response = await fetch(`${site.url}/api/openapi.json`)
    expect(response.status).toBe(200)
    const { verifyActs } = await import('../../apps/server/src/platform/audit-chain.ts')
    await expect
      .poll(async () => (await verifyActs(site.server.db, '1', new Date(), 0)).faults, { timeout: 10_000 })
      .toEqual([])
    expect((await verifyActs(site.server.db, '1', new Date())).acts).toBeGreaterThan(10)
  })
})
