import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resetRateLimits } from '../../platform/rate-limit.ts'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'
import { insertRegions } from '../centre/index.ts'
import { readPlan } from '../plan/plan-files.ts'
import { listPublicStations } from './index.ts'

let t: TestApp
let assistant: SignedInUser
let manager: SignedInUser
let leader: SignedInUser
let keeperPerson: string

beforeAll(async () => {
  t = await startTestApp()
  const { regions } = await readPlan('lushui')
  await t.db.globally((tx) => insertRegions(tx, regions))
  assistant = await t.signIn(['assistant'], '小和')
  manager = await t.signIn(['manager'], '负责人')
  leader = await t.signIn(['leader'], '商务局')
  keeperPerson = (await t.signIn([], '站长')).personId
})
afterAll(() => t.close())
beforeEach(() => resetRateLimits())

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, user: SignedInUser, payload?: object) => {
  const headers = { cookie: user.cookie, 'idempotency-key': crypto.randomUUID() }
  const response = await t.app.http.inject({
    method,
    url,
    headers,
    ...(method === 'GET' ? {} : { payload: payload ?? {} }),
  })
  return { status: response.statusCode, body: response.json() }
}
const form = (change: object = {}) => ({
  name: '鲁掌镇电商服务站',
  level: 'township',
  regionCode: '533301102',
  address: '鲁掌镇政府旁',
  longitude: 98.83,
  latitude: 25.97,
  keeperId: keeperPerson,
  phone: '0886-3621234',
  hours: '9:00—17:00',
  reason: '方便群众寄递和代购',
  note: null,
  ...change,
})
const create = async (change: object = {}) => (await call('POST', '/api/stations', assistant, form(change))).body
const record = { day: '2026-11-23', signboard: true, equipment: true, training: true, passed: true, note: '齐全' }
const stateOf = async (id: string) => (await call('GET', `/api/stations/${id}`, manager)).body.station.state
const pass = { verdict: 'pass', reason: null }

async function open(): Promise<string> {
  const { id } = await create()
  await call('POST', `/api/stations/${id}/submit`, assistant, { version: 1 })
  await call('POST', `/api/stations/${id}/approve`, manager, pass)
  await call('POST', `/api/stations/${id}/accept`, leader, record)
  return id
}

describe('from application to closing', () => {
  test('apply, approve, accept, appraise, rectify, close; each step in the log', async () => {
    const id = await open()
    expect(await stateOf(id)).toBe('in_service')
    const shown = await t.db.inCentre('1', listPublicStations)
    expect(shown.find((one) => one.id === id)).toMatchObject({ township: { name: '鲁掌镇' }, keeperName: null })
    const bad = { year: 2026, score: 55, result: 'rectify', subsidyFen: null, note: '货架缺货' }
    expect((await call('POST', `/api/stations/${id}/appraisals`, leader, bad)).status).toBe(200)
    expect(await stateOf(id)).toBe('rectifying')
    const mended = { act: 'confirm_rectified', note: '已补货' }
    expect((await call('POST', `/api/stations/${id}/rectification`, leader, mended)).status).toBe(200)
    const again = await call('POST', `/api/stations/${id}/appraisals`, leader, { ...bad, result: 'pass', score: 80 })
    expect([again.status, again.body.code]).toEqual([409, 'station.appraised_already'])
    const closing = { day: '2026-11-23', reason: '迁址' }
    expect((await call('POST', `/api/stations/${id}/close`, manager, closing)).status).toBe(200)
    const { body } = await call('GET', `/api/stations/${id}`, manager)
    expect(body.events.map((one: { act: string }) => one.act)).toEqual([
      'create',
      'submit',
      'approve',
      'inspected',
      'accept',
      'appraise',
      'confirm_rectified',
      'close',
    ])
    expect(body.acts).toEqual([])
    expect((await t.db.inCentre('1', listPublicStations)).some((one) => one.id === id)).toBe(false)
  })

  test('an act that the state does not allow is refused with a sentence', async () => {
    const { id } = await create()
    const early = await call('POST', `/api/stations/${id}/close`, manager, { day: '2026-11-23', reason: '不开了' })
    expect(early.status).toBe(200)
    const late = await call('POST', `/api/stations/${id}/submit`, assistant, { version: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'station.step_not_open'])
    expect(late.body.message).toContain('“已关闭”')
  })

  test('nobody approves his own, nobody decides twice', async () => {
    const { body } = await call('POST', '/api/stations', manager, form())
    await call('POST', `/api/stations/${body.id}/submit`, manager, { version: 1 })
    expect((await call('POST', `/api/stations/${body.id}/approve`, manager, pass)).body.code).toBe('approval.own')
    expect((await call('POST', `/api/stations/${body.id}/approve`, leader, pass)).status).toBe(200)
    expect((await call('POST', `/api/stations/${body.id}/accept`, leader, record)).body.code).toBe(
      'approval.same_person',
    )
    expect(await stateOf(body.id)).toBe('approved')
  })

  test('acceptance that did not pass returns the station with the reason, and it can be sent again', async () => {
    const { id } = await create()
    await call('POST', `/api/stations/${id}/submit`, assistant, { version: 1 })
    await call('POST', `/api/stations/${id}/approve`, manager, pass)
    const failed = { ...record, passed: false, note: '没有挂牌' }
    expect((await call('POST', `/api/stations/${id}/accept`, leader, failed)).status).toBe(200)
    expect(await stateOf(id)).toBe('refused')
    expect((await call('POST', `/api/stations/${id}/submit`, assistant, { version: 1 })).status).toBe(200)
  })

  test('two approvers at once: one wins, the other is told', async () => {
    const { id } = await create()
    await call('POST', `/api/stations/${id}/submit`, assistant, { version: 1 })
    const answers = await Promise.all(
      [manager, leader].map((one) => call('POST', `/api/stations/${id}/approve`, one, pass)),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
    expect(await stateOf(id)).toBe('approved')
    const { rows } = await t.db.inCentre('1', (tx) =>
      sql`select 1 from centre.station_event where station_id = ${id} and act = 'approve'`.execute(tx.sql),
    )
    expect(rows).toHaveLength(1)
  })

  test('an old version is refused and changes nothing', async () => {
    const { id } = await create()
    const first = await call('PUT', `/api/stations/${id}`, assistant, { ...form({ name: '甲站' }), version: 1 })
    expect(first.status).toBe(200)
    const second = await call('PUT', `/api/stations/${id}`, manager, { ...form({ name: '乙站' }), version: 1 })
    expect([second.status, second.body.code]).toEqual([409, 'record.changed'])
    expect((await call('GET', `/api/stations/${id}`, manager)).body.station.name).toBe('甲站')
  })
})

describe('codes', () => {
  test('twenty at once, some refused: the numbers of a township have no gap', async () => {
    const jobs = Array.from({ length: 20 }, (_, i) =>
      call('POST', '/api/stations', assistant, form({ regionCode: '533301103', phone: i % 4 === 0 ? '12' : null })),
    )
    const answers = await Promise.all(jobs)
    const codes = answers
      .filter((one) => one.status === 200)
      .map((one) => one.body.code)
      .sort()
    expect(codes).toEqual(Array.from({ length: 15 }, (_, i) => `533301103-${String(i + 1).padStart(3, '0')}`))
  })

  test('六库镇 ended in 2021: refused with the names of its successors', async () => {
    const { status, body } = await call('POST', '/api/stations', assistant, form({ regionCode: '533301101' }))
    expect([status, body.code]).toEqual([400, 'station.region_ended'])
    expect(body.message).toContain('大练地街道（533301001）')
    expect(body.message).toContain('六库街道（533301002）')
    expect(body.fields[0].field).toBe('regionCode')
  })

  test.each([
    ['533301999', 'station.region_unknown'],
    ['533301102', undefined],
  ])('division %s → %s', async (regionCode, code) => {
    expect((await call('POST', '/api/stations', assistant, form({ regionCode }))).body.code).toEqual(
      code ?? expect.stringMatching(/^533301102-\d{3}$/),
    )
  })

  test('a position far from the county warns and is kept', async () => {
    expect((await create({ longitude: 116.4, latitude: 39.9 })).warnings).toEqual(['position.outside'])
    expect((await create()).warnings).toEqual([])
  })

  test('a keeper who left cannot keep a station', async () => {
    const gone = (await t.signIn([], '离岗者')).personId
    await t.db.inCentre('1', (tx) => sql`update identity.person set state = 'left' where id = ${gone}`.execute(tx.sql))
    expect((await create({ keeperId: gone })).code).toBe('station.keeper_wrong')
  })
})

describe('scope of a keeper', () => {
  test('sees and edits the own station only, and of it only what changes from day to day', async () => {
    const mine = await open()
    const other = await open()
    const keeper = await t.signIn([{ role: 'keeper', stationId: mine }], '站长甲')
    const { body } = await call('GET', '/api/stations', keeper)
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([mine])
    expect((await call('GET', `/api/stations/${other}`, keeper)).status).toBe(404)
    const hours = { ...form({ hours: '8:30—18:00' }), version: 1 }
    expect((await call('PUT', `/api/stations/${other}`, keeper, hours)).status).toBe(404)
    expect((await call('PUT', `/api/stations/${mine}`, keeper, hours)).status).toBe(200)
    const renamed = await call('PUT', `/api/stations/${mine}`, keeper, { ...form({ name: '我的站' }), version: 2 })
    expect([renamed.status, renamed.body.code]).toEqual([403, 'station.keeper_limits'])
    expect((await call('POST', '/api/stations', keeper, form())).status).toBe(403)
  })
})
