import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../platform/actor.ts'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'
import { loadPlan, readPlanRegions } from '../plan/index.ts'
import { workingDay } from './holiday.service.ts'
import { fillReferenceData } from './reference-data.ts'

let app: TestApp
let admin: SignedInUser
let calls = 0
const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const headers = { cookie: admin.cookie, origin: app.config.publicUrl, 'idempotency-key': `centre-test-${++calls}` }
  const reply = await app.app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json() }
}

beforeAll(async () => {
  app = await startTestApp()
  admin = await app.signIn(['admin', 'auditor'], '王主任')
  await app.db.inCentre(app.centreId, async (tx) => {
    await fillReferenceData(tx, () => readPlanRegions('lushui'))
    await loadPlan(tx, systemActor(app.centreId), 'lushui')
  })
})
afterAll(() => app.close())

describe('rules', () => {
  const fraud = '/api/rules/attendance.fraud'
  const pointsOn = async (day: string) => (await ask('GET', `${fraud}/on?day=${day}`)).body.inForce?.value?.points

  test('a company rule is in force from its day, is recorded with its reason, and can be ended', async () => {
    const saved = await ask('POST', `${fraud}/versions`, {
      value: { points: 12 },
      validFrom: '2026-12-01',
      reason: '公司制度第三版',
    })
    expect(saved.status).toBe(200)
    expect([await pointsOn('2026-11-30'), await pointsOn('2026-12-01')]).toEqual([10, 12])
    const { body } = await ask('GET', fraud)
    expect(body).toMatchObject({ literal: '如有发现作假行为，考核分扣 10 分', clause: '五(二)1' })
    expect(body.history[0]).toMatchObject({ source: 'company', reason: '公司制度第三版', createdByName: '王主任' })
    expect((await ask('POST', `${fraud}/end`, { lastDay: '2026-12-31', reason: '制度废止' })).status).toBe(200)
    expect([await pointsOn('2026-12-31'), await pointsOn('2027-01-01')]).toEqual([12, 10])
    expect((await ask('POST', `${fraud}/end`, { lastDay: '2026-12-31', reason: '制度废止' })).body.code).toBe(
      'rule.nothing_to_end',
    )
    expect((await ask('GET', fraud)).body.history).toHaveLength(3)
  })

  test.each([
    ['a wrong value', { value: { points: -1 }, validFrom: '2027-01-01', reason: '试' }, 'rule.invalid', ['points']],
    ['an unknown field', { value: { points: 1, x: 1 }, validFrom: '2027-01-01', reason: '试' }, 'rule.invalid', ['x']],
    ['no reason', { value: { points: 1 }, validFrom: '2027-01-01', reason: ' ' }, 'rule.reason_needed', ['reason']],
    [
      'days the wrong way round',
      { value: { points: 1 }, validFrom: '2027-01-02', validTo: '2027-01-01', reason: '试' },
      'rule.invalid',
      ['validTo'],
    ],
    ['31 February', { value: { points: 1 }, validFrom: '2027-02-31', reason: '试' }, 'rule.invalid', ['validFrom']],
  ])('%s is refused on its field', async (_what, body, code, fields) => {
    const reply = await ask('POST', `${fraud}/versions`, body)
    expect(reply.body.code).toBe(code)
    expect(reply.body.fields.map((fault: { field: string }) => fault.field)).toEqual(fields)
  })

  test('the reading of a contradiction is kept only where the value is that reading', async () => {
    const hours = (await ask('GET', '/api/rules/attendance.hours')).body
    expect(hours.readings).toHaveLength(3)
    const [, before] = hours.readings
    await ask('POST', '/api/rules/attendance.hours/versions', {
      value: before.value,
      reading: 'before',
      validFrom: '2026-12-01',
      reason: '照原文',
    })
    const edited = { ...before.value, inBy: '09:00' }
    await ask('POST', '/api/rules/attendance.hours/versions', {
      value: edited,
      reading: 'before',
      validFrom: '2027-01-01',
      reason: '改九点',
    })
    const { history } = (await ask('GET', '/api/rules/attendance.hours')).body
    expect(history.slice(0, 2).map((one: { reading: string | null }) => one.reading)).toEqual([null, 'before'])
  })
})

describe('the profile', () => {
  test('is written by version, faults stand on their fields', async () => {
    const { body: profile } = await ask('GET', '/api/centre')
    expect(profile).toMatchObject({ areaSqm: '1524.49', phone: null, hostUnit: null })
    const wrong = await ask('PUT', '/api/centre', { ...profile, areaSqm: '1524.499', siteCode: '12', longitude: 98 })
    expect(wrong.body.fields.map((fault: { field: string }) => fault.field).toSorted()).toEqual(
      ['areaSqm', 'latitude', 'siteCode'].toSorted(),
    )
    const right = await ask('PUT', '/api/centre', { ...profile, phone: '0886-3620000', hours: ' ' })
    expect(right.body).toMatchObject({ phone: '0886-3620000', hours: null, source: 'own', version: 2 })
    expect((await ask('PUT', '/api/centre', { ...profile, phone: '0886-3620001' })).body.code).toBe('record.changed')
  })
})

describe('regions', () => {
  const names = async (day: string) =>
    (await ask('GET', `/api/regions?parent=533301&day=${day}`)).body.items.map((one: { name: string }) => one.name)

  test('六库镇 until 2021-05-17, then the two subdistricts', async () => {
    expect(await names('2021-05-17')).toContain('六库镇')
    expect(await names('2021-05-18')).toEqual(expect.arrayContaining(['大练地街道', '六库街道']))
    expect(await names('2021-05-18')).not.toContain('六库镇')
    const { body } = await ask('GET', '/api/regions/533301101')
    expect(body[0].successors.map((one: { name: string }) => one.name)).toEqual(['大练地街道', '六库街道'])
  })

  test('a code in use cannot be given again until it is closed', async () => {
    const region = {
      name: '试验街道',
      nameEn: '',
      level: 'township',
      parentCode: '533301',
      longitude: null,
      latitude: null,
    }
    const at = { ...region, code: '533301099', validTo: null, source: '试验批复', note: null }
    expect((await ask('POST', '/api/regions', { ...at, validFrom: '2026-01-01' })).status).toBe(200)
    expect((await ask('POST', '/api/regions', { ...at, validFrom: '2026-06-01' })).body.code).toBe('region.overlaps')
    const close = { lastDay: '2026-05-31', reason: '试验批复' }
    expect((await ask('POST', '/api/regions/533301099/close', close)).status).toBe(200)
    expect((await ask('POST', '/api/regions', { ...at, validFrom: '2026-06-01' })).status).toBe(200)
    expect((await ask('POST', '/api/regions', { ...at, level: 'county', validFrom: '2030-01-01' })).body.code).toBe(
      'region.invalid',
    )
  })
})

describe('holidays', () => {
  test('a year without a notice is refused and warned about after 1 December', async () => {
    expect((await ask('GET', '/api/holidays')).body.state).toBe('ok')
    app.clock.set('2026-12-01T00:00:00+08:00')
    admin = await app.signIn(['admin'], '王主任')
    expect((await ask('GET', '/api/holidays')).body.state).toBe('missing-next')
    const ofDay = (day: string) => app.db.inCentre(app.centreId, (tx) => workingDay(tx, day))
    expect(await ofDay('2027-01-04')).toMatchObject({ ok: false, year: 2027 })
    const notice = {
      source: '试验通知',
      days: [
        { date: '2027-01-01', name: '元旦', isOff: true },
        { date: '2027-01-03', name: '元旦', isOff: false },
      ],
    }
    expect((await ask('PUT', '/api/holidays/2027', notice)).status).toBe(200)
    expect((await ask('GET', '/api/holidays')).body.state).toBe('ok')
    expect([await ofDay('2027-01-01'), await ofDay('2027-01-03'), await ofDay('2027-01-04')]).toEqual([
      { ok: true, value: false },
      { ok: true, value: true },
      { ok: true, value: true },
    ])
    const twice = { ...notice, days: [notice.days[0], notice.days[0]] }
    expect((await ask('PUT', '/api/holidays/2027', twice)).body.code).toBe('holiday.invalid')
  })
})
