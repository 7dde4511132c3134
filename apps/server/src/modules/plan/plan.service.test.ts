import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../platform/actor.ts'
import { addCentre, startTestApp, type TestApp } from '../../testing/app.ts'
import { getPublicCentre, ruleInForce } from '../centre/index.ts'
import { loadPlan, loadPlanOnce, planStatus, removePlan } from './load.service.ts'
import { listPublicActivities, listPublicGoals } from './public.ts'
import { listSeasons } from './season.service.ts'

interface Manifest {
  files: { file: string; count: number }[]
}
const manifest = JSON.parse(
  readFileSync(new URL('../../../../../plans/lushui/manifest.json', import.meta.url), 'utf8'),
) as Manifest
const countOf = (file: string) => manifest.files.find((one) => one.file === file)?.count

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const count = (table: string, where = "source = 'plan:lushui-2019'", centreId = app.centreId) =>
  app.db.inCentre(centreId, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} where centre_id = ${centreId} and ${sql.raw(where)}`.execute(
      tx.sql,
    )
    return rows[0]?.n
  })
const actor = () => systemActor(app.centreId)
const load = () => app.db.inCentre(app.centreId, (tx) => loadPlan(tx, actor(), 'lushui'))
const remove = () => app.db.inCentre(app.centreId, (tx) => removePlan(tx, actor()))

async function expectWhole() {
  expect({
    'plan-text.json': await count('plan.clause'),
    'plan.json': await count('plan.contradiction'),
    'activities.json': await count('plan.activity'),
    'goals.json': await count('plan.goal'),
    'channels.json': await count('plan.term', "kind = 'channel'"),
    'industries.json': await count('plan.term', "kind = 'industry'"),
    'grades.json': await count('plan.term', "kind = 'grade'"),
    'product-families.json': await count('plan.product_family'),
    'rules.json': await count('centre.rule'),
    'budget.json': await count('plan.budget_line'),
    'zones.json': await count('centre.zone'),
    'service-lines.json': await count('hall.service_line'),
    'services.json': await count('hall.service'),
    'audiences.json': await count('hall.audience'),
    'documents.json': await count('content.article'),
    // The host that 二 names above the leading group is a unit of its own.
    'posts.json': Number(await count('centre.post')) + Number(await count('centre.org_unit')) - 1,
  }).toEqual({
    'plan-text.json': countOf('plan-text.json'),
    'plan.json': countOf('plan.json'),
    'activities.json': countOf('activities.json'),
    'goals.json': countOf('goals.json'),
    'channels.json': countOf('channels.json'),
    'industries.json': countOf('industries.json'),
    'grades.json': countOf('grades.json'),
    'product-families.json': countOf('product-families.json'),
    'rules.json': countOf('rules.json'),
    'budget.json': countOf('budget.json'),
    'zones.json': countOf('zones.json'),
    'service-lines.json': countOf('service-lines.json'),
    'services.json': countOf('services.json'),
    'audiences.json': countOf('audiences.json'),
    'documents.json': countOf('documents.json'),
    'posts.json': countOf('posts.json'),
  })
}

describe('the plan', () => {
  test('loads as many rows as its manifest says, once', async () => {
    expect(await load()).toMatchObject({ loaded: true })
    await expectWhole()
    expect(await load()).toMatchObject({ loaded: false })
    await expectWhole()
  })

  test('gives the public its centre, activities, goals and seasons, and no figure that nobody gave', async () => {
    await app.db.inCentre(app.centreId, async (tx) => {
      const centre = await getPublicCentre(tx)
      expect(centre).toMatchObject({
        name: '泸水市农村电子商务公共服务中心',
        areaSqm: '1524.49',
        regionName: '泸水市',
        phone: null,
        hostUnit: null,
        banner: '全国电子商务进农村综合示范工程',
      })
      const activities = await listPublicActivities(tx)
      expect(activities.filter((one) => one.month !== null)).toHaveLength(11)
      expect(activities.filter((one) => one.outOfOrder)).toHaveLength(1)
      expect(activities.every((one) => one.headCount === null && one.status === 'planned')).toBe(true)
      const targets = (await listPublicGoals(tx)).flatMap((goal) => goal.targets)
      expect(targets.every((target) => target.value === null)).toBe(true)
      const now = (await listSeasons(tx)).filter((season) => season.isNow).map((season) => season.key)
      expect(now).toEqual(['tourism', 'tsaoko', 'coffee', 'laowo_ham'])
      expect((await ruleInForce<{ points: number }>(tx, 'attendance.fraud', '2020-01-01'))?.value.points).toBe(10)
    })
  })

  test('the budget is 420 = 230 + 190 in fen', async () => {
    const total = await app.db.inCentre(app.centreId, async (tx) => {
      const { rows } = await sql<{ sum: string }>`
        select sum(amount_fen)::text as sum from plan.budget_line where centre_id = ${tx.centreId} and parent_key is null`.execute(
        tx.sql,
      )
      return rows[0]?.sum
    })
    expect(total).toBe('420000000')
  })

  test('another centre sees nothing of it', async () => {
    await addCentre(app.db, '77')
    for (const table of [
      'plan.activity',
      'plan.clause',
      'plan.goal_target',
      'centre.rule',
      'centre.rule_version',
      'centre.profile',
    ])
      expect([table, await count(table, 'true', '77')]).toEqual([table, 0])
    expect(await app.db.inCentre('77', (tx) => planStatus(tx))).toEqual({ active: null, last: null })
  })

  test('removed in one act: what people built upon stays, named; the rest goes; a restart does not bring it back', async () => {
    const manager = await app.signIn(['manager'])
    const call = (method: 'PUT' | 'POST', url: string, payload: object) =>
      app.app.http.inject({
        method,
        url,
        payload,
        headers: { cookie: manager.cookie, 'idempotency-key': `test-${url}`, origin: app.config.publicUrl },
      })
    const [target, activity] = await app.db.inCentre(app.centreId, async (tx) => {
      const t = await sql<{
        id: string
      }>`select id from plan.goal_target where centre_id = ${tx.centreId} and key = 'pavilion_shops'`.execute(tx.sql)
      const a = await sql<{
        id: string
      }>`select id from plan.activity where centre_id = ${tx.centreId} and key = 'wechat_contest'`.execute(tx.sql)
      return [t.rows[0]?.id ?? '', a.rows[0]?.id ?? '']
    })
    const value = { value: 2, asOf: '2026-11-01', evidence: '淘宝、京东店铺页面截图' }
    expect((await call('POST', `/api/plan/targets/${target}/values`, value)).statusCode).toBe(200)
    const report = {
      status: 'done',
      actualDate: '2020-01-12',
      headCount: 40,
      evidence: '签到表',
      evidenceFileId: null,
      version: 1,
    }
    expect((await call('PUT', `/api/plan/activities/${activity}`, report)).json()).toMatchObject({
      status: 'done',
      version: 2,
    })
    const rule = { value: { points: 12 }, validFrom: '2026-01-01', reason: '公司制度第三版' }
    expect((await call('POST', '/api/rules/attendance.fraud/versions', rule)).statusCode).toBe(200)

    await app.db.inCentre(app.centreId, (tx) =>
      sql`update centre.zone set version = 2 where centre_id = ${tx.centreId} and key = 'image'`.execute(tx.sql),
    )
    await app.db.inCentre(app.centreId, (tx) =>
      sql`update centre.post set version = 2 where centre_id = ${tx.centreId} and key = 'centre_head'`.execute(tx.sql),
    )

    const { kept, removed } = await remove()
    expect(kept.toSorted()).toEqual(
      [
        '活动“全市微商大赛”',
        '目标“开通线上泸水农产品馆”',
        '规则“签到作假扣分”',
        '功能区“形象展示区”',
        // A post that was edited keeps every unit it stands in.
        '岗位“中心负责人”',
        '机构“管理服务中心”',
        '机构“领导小组”',
        '机构“主办单位（人民政府）”',
      ].toSorted(),
    )
    expect(removed).toBeGreaterThan(150)
    expect(await count('plan.activity', 'true')).toBe(1)
    expect(await count('plan.goal', 'true')).toBe(1)
    expect(await count('plan.goal_value', 'true')).toBe(1)
    expect(await count('plan.clause', 'true')).toBe(0)
    await app.db.inCentre(app.centreId, async (tx) => {
      expect((await ruleInForce(tx, 'attendance.fraud', '2026-11-23'))?.source).toBe('company')
      expect(await ruleInForce(tx, 'attendance.fraud', '2020-01-01')).toBeUndefined()
      expect(await loadPlanOnce(tx, 'lushui')).toBe(false)
      expect((await planStatus(tx)).last?.removal?.kept).toEqual(kept)
    })
    await expect(remove()).rejects.toMatchObject({ code: 'plan.not_loaded' })
  })

  test('loads again after a removal and takes back what was kept', async () => {
    expect(await load()).toMatchObject({ loaded: true })
    await expectWhole()
    const done = await app.db.inCentre(app.centreId, listPublicActivities)
    expect(done.filter((one) => one.status === 'done').map((one) => one.headCount)).toEqual([40])
    await app.db.inCentre(app.centreId, async (tx) => {
      expect((await ruleInForce<{ points: number }>(tx, 'attendance.fraud', '2020-01-01'))?.value.points).toBe(10)
      expect((await ruleInForce<{ points: number }>(tx, 'attendance.fraud', '2026-11-23'))?.value.points).toBe(12)
    })
  })
})
