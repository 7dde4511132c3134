import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resetRateLimits } from '../../platform/rate-limit.ts'
import { addCentre, startTestApp, type TestApp } from '../../testing/app.ts'
import { insertAccount, insertGrant, insertPerson } from './account.queries.ts'
import { hashPassword } from './secrets.ts'

let t: TestApp
const password = '怒江峡谷-Caoguo-2019'

beforeAll(async () => {
  t = await startTestApp()
  await addCentre(t.db, '2')
})
afterAll(() => t.close())
beforeEach(() => resetRateLimits())

let serial = 0
async function makeAccount(roles: string[], centreId = '1'): Promise<{ username: string; phone: string }> {
  serial += 1
  const username = `user${serial}`
  const phone = `138000${String(serial).padStart(5, '0')}`
  const passwordHash = await hashPassword(password)
  await t.db.inCentre(centreId, async (tx) => {
    const personId = await insertPerson(tx, { name: `员工${serial}`, pinyin: '' })
    const accountId = await insertAccount(tx, { personId, username, phone, passwordHash, mustChange: false })
    for (const role of roles) await insertGrant(tx, { accountId: accountId ?? '0', role, stationId: '0', by: null })
  })
  return { username, phone }
}

const post = (url: string, payload: object, cookie?: string) =>
  t.app.http.inject({ method: 'POST', url, payload, headers: cookie ? { cookie } : {} })
const cookieOf = (response: { cookies: { name: string; value: string }[] }) => {
  const cookie = response.cookies.find((one) => one.name === 'xh_session')
  return `xh_session=${cookie?.value ?? ''}`
}
const me = (cookie: string) => t.app.http.inject({ url: '/api/me', headers: { cookie } })
const codeFor = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: t.clock().getTime(),
  })

describe('by user name and password', () => {
  test('an operator is in with a session cookie that scripts cannot read', async () => {
    const { username } = await makeAccount(['operator'])
    const response = await post('/api/sign-in', { username: username.toUpperCase(), password })
    expect(response.json()).toEqual({ next: 'done' })
    expect(response.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect((await me(cookieOf(response))).json()).toMatchObject({ roles: [{ role: 'operator' }] })
  })

  test('the answer is the same for a wrong password and for nobody', async () => {
    const { username } = await makeAccount([])
    const wrong = await post('/api/sign-in', { username, password: 'not this one' })
    const nobody = await post('/api/sign-in', { username: 'nobody-here', password: 'not this one' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([nobody.statusCode, nobody.json().code])
    expect(wrong.json().code).toBe('identity.wrong_credentials')
  })

  test('five wrong tries lock the account for fifteen minutes, even for the right password', async () => {
    const { username } = await makeAccount([])
    for (let i = 0; i < 5; i++) await post('/api/sign-in', { username, password: 'wrong' })
    const locked = await post('/api/sign-in', { username, password })
    expect(locked.json()).toMatchObject({ code: 'identity.locked', detail: { minutes: 15 } })
    t.clock.advance(15 * 60_000 + 1000)
    expect((await post('/api/sign-in', { username, password })).json()).toEqual({ next: 'done' })
  })

  test('an account of the neighbouring centre does not exist here', async () => {
    const { username } = await makeAccount(['operator'], '2')
    expect((await post('/api/sign-in', { username, password })).statusCode).toBe(401)
  })

  test('a disabled account is out at once, with the session it had', async () => {
    const { username } = await makeAccount(['operator'])
    const cookie = cookieOf(await post('/api/sign-in', { username, password }))
    await t.db.inCentre('1', (tx) =>
      sql`update identity.account set state = 'disabled' where username = ${username}`.execute(tx.sql),
    )
    expect((await me(cookie)).statusCode).toBe(401)
  })

  test('a session idle for two hours, or twelve hours old, has ended', async () => {
    const { username } = await makeAccount(['operator'])
    const cookie = cookieOf(await post('/api/sign-in', { username, password }))
    for (let hour = 1; hour <= 11; hour++) {
      t.clock.advance(3_600_000)
      expect((await me(cookie)).statusCode).toBe(200)
    }
    t.clock.advance(3_600_001)
    expect((await me(cookie)).statusCode).toBe(401)
    const idle = cookieOf(await post('/api/sign-in', { username, password }))
    t.clock.advance(2 * 3_600_000 + 1)
    expect((await me(idle)).statusCode).toBe(401)
  })

  test('a page of another site cannot cause a sign-out', async () => {
    const { username } = await makeAccount(['operator'])
    const cookie = cookieOf(await post('/api/sign-in', { username, password }))
    const forged = await t.app.http.inject({
      method: 'POST',
      url: '/api/sign-out',
      payload: {},
      headers: { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    })
    expect(forged.json().code).toBe('request.cross_site')
    expect((await me(cookie)).statusCode).toBe(200)
  })
})

describe('the second factor of administrators', () => {
  async function bind(username: string): Promise<{ secret: string; codes: string[] }> {
    const half = await post('/api/sign-in', { username, password })
    expect(half.json()).toEqual({ next: 'bind-second-factor' })
    expect((await me(cookieOf(half))).statusCode).toBe(401)
    const { secret } = (await post('/api/sign-in/second-factor/bind', {}, cookieOf(half))).json()
    const confirmed = await post('/api/sign-in/second-factor/confirm', { code: codeFor(secret) }, cookieOf(half))
    expect((await me(cookieOf(confirmed))).statusCode).toBe(200)
    return { secret, codes: confirmed.json().recoveryCodes }
  }

  test('is bound at the first sign-in and asked for at the next', async () => {
    const { username } = await makeAccount(['admin'])
    const { secret } = await bind(username)
    t.clock.advance(60_000)
    const half = await post('/api/sign-in', { username, password })
    expect(half.json()).toEqual({ next: 'second-factor' })
    expect((await me(cookieOf(half))).statusCode).toBe(401)
    const whole = await post('/api/sign-in/second-factor', { code: codeFor(secret) }, cookieOf(half))
    expect((await me(cookieOf(whole))).statusCode).toBe(200)
    expect((await me(cookieOf(half))).statusCode).toBe(401)
  })

  test('a code is taken once: overheard, it opens nothing', async () => {
    const { username } = await makeAccount(['admin'])
    const { secret } = await bind(username)
    t.clock.advance(60_000)
    const code = codeFor(secret)
    const first = await post('/api/sign-in', { username, password })
    const second = await post('/api/sign-in', { username, password })
    const results = await Promise.all([
      post('/api/sign-in/second-factor', { code }, cookieOf(first)),
      post('/api/sign-in/second-factor', { code }, cookieOf(second)),
    ])
    expect(results.map((one) => one.statusCode).sort()).toEqual([200, 401])
  })

  test('a password alone cannot bind a new authenticator over the old one', async () => {
    const { username } = await makeAccount(['admin'])
    await bind(username)
    const half = await post('/api/sign-in', { username, password })
    const stolen = await post('/api/sign-in/second-factor/bind', {}, cookieOf(half))
    expect(stolen.json().code).toBe('identity.no_half_session')
  })

  test('who starts to bind another phone and leaves keeps the old one', async () => {
    const { username } = await makeAccount(['admin'])
    const { secret } = await bind(username)
    t.clock.advance(60_000)
    const signInWith = async () => {
      const half = await post('/api/sign-in', { username, password })
      return post('/api/sign-in/second-factor', { code: codeFor(secret) }, cookieOf(half))
    }
    const whole = cookieOf(await signInWith())
    expect((await post('/api/sign-in/second-factor/bind', {}, whole)).statusCode).toBe(200)
    t.clock.advance(60_000)
    expect((await signInWith()).statusCode).toBe(200)
  })

  test('each recovery code opens once', async () => {
    const { username } = await makeAccount(['admin'])
    const { codes } = await bind(username)
    const use = async () => {
      const half = await post('/api/sign-in', { username, password })
      return (await post('/api/sign-in/second-factor', { code: codes[0] ?? '' }, cookieOf(half))).statusCode
    }
    expect([await use(), await use()]).toEqual([200, 401])
  })
})

describe('by phone code', () => {
  const sentCodes = async (phone: string) => {
    const { rows } = await t.db.inCentre('1', (tx) =>
      sql<{ body: string }>`select body from platform.outgoing where recipient = ${phone} order by id`.execute(tx.sql),
    )
    return rows.map((row) => /\d{6}/.exec(row.body)?.[0] ?? '')
  }

  test('the code goes to the outbox, never into the answer, and opens once', async () => {
    const { phone } = await makeAccount(['operator'])
    const asked = await post('/api/sign-in/phone-code', { phone })
    const [code = ''] = await sentCodes(phone)
    expect(code).toMatch(/^\d{6}$/)
    expect(asked.body).not.toContain(code)
    expect((await post('/api/sign-in/phone', { phone, code })).json()).toEqual({ next: 'done' })
    expect((await post('/api/sign-in/phone', { phone, code })).statusCode).toBe(401)
  })

  test('a number without an account gets the same answer and no message', async () => {
    const asked = await post('/api/sign-in/phone-code', { phone: '13912345678' })
    expect(asked.json()).toEqual({ ok: true })
    expect(await sentCodes('13912345678')).toEqual([])
  })

  test('it is worth five minutes, and one a minute is sent', async () => {
    const { phone } = await makeAccount(['operator'])
    await post('/api/sign-in/phone-code', { phone })
    expect((await post('/api/sign-in/phone-code', { phone })).json().code).toBe('identity.code_too_soon')
    const [code = ''] = await sentCodes(phone)
    t.clock.advance(5 * 60_000 + 1)
    expect((await post('/api/sign-in/phone', { phone, code })).statusCode).toBe(401)
  })

  test('guessing stops after five tries, even with the right code', async () => {
    const { phone } = await makeAccount(['operator'])
    await post('/api/sign-in/phone-code', { phone })
    const [code = ''] = await sentCodes(phone)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let i = 0; i < 5; i++) await post('/api/sign-in/phone', { phone, code: wrong })
    expect((await post('/api/sign-in/phone', { phone, code })).statusCode).not.toBe(200)
  })

  test('an administrator still needs the second factor', async () => {
    const { phone } = await makeAccount(['admin'])
    await post('/api/sign-in/phone-code', { phone })
    const [code = ''] = await sentCodes(phone)
    expect((await post('/api/sign-in/phone', { phone, code })).json()).toEqual({ next: 'bind-second-factor' })
  })
})
