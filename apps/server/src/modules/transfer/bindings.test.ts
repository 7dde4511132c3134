import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'

// Every table of the house that can be imported keeps the same promises: check, write, come back as the same, undo.

let t: TestApp
let manager: SignedInUser
const dir = mkdtempSync(join(tmpdir(), 'xianghui-bindings-'))

beforeAll(async () => {
  t = await startTestApp({ env: { DATA_DIR: dir } })
  manager = await t.signIn(['manager', 'admin'], '中心负责人')
  await t.db.globally((tx) =>
    sql`insert into platform.region (code, name, level, parent_code, valid_from, source) values
      ('533301', '泸水市', 'county', null, '0001-01-01', '测试'),
      ('533301102', '鲁掌镇', 'township', '533301', '0001-01-01', '测试') on conflict do nothing`.execute(tx.sql),
  )
})
afterAll(async () => {
  await t.close()
  rmSync(dir, { recursive: true, force: true })
})

let keys = 0
async function ask(method: 'GET' | 'POST', url: string, body: object = {}) {
  const response = await t.app.http.inject({
    method,
    url,
    headers: { cookie: manager.cookie, 'idempotency-key': `bindings-test-${++keys}` },
    ...(method === 'POST' ? { payload: body } : {}),
  })
  return response.json()
}

async function run(taskId: string) {
  await t.app.jobs['transfer.run']?.({ centreId: t.centreId, payload: { taskId }, log: t.app.http.log as never })
  return ask('GET', `/api/tasks/${taskId}`)
}

async function send(sheet: string, content: string | Buffer, name: string) {
  const head = `--xh\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const response = await t.app.http.inject({
    method: 'POST',
    url: `/api/imports/${sheet}`,
    headers: { cookie: manager.cookie, 'content-type': 'multipart/form-data; boundary=xh' },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--xh--\r\n')]),
  })
  expect(response.statusCode, response.body).toBe(200)
  return run(response.json().id)
}

const files: Record<string, { csv: string; good: number; faults: RegExp[]; undoLeaves: number }> = {
  people: {
    csv: `姓名,工号,电话,性别,身份证号
和志远,A01,13800000001,男,
段春梅,,13800000002,女,
胡阿普,A03,13800000003,,
坏电话,A04,12,,
坏证件,A05,,,533301199001011234
遮盖的,A06,138****0001,,
`,
    good: 3,
    faults: [/不是完整的电话号码/, /身份证/, /带 \* 的号码/],
    undoLeaves: 0,
  },
  equipment: {
    csv: `资产编号,名称,类别,数量,状态,购置日期
T-1,电脑,computer,3,在用,2026-01-05
T-2,投影仪,projector,1,闲置,
T-3,未来的,projector,1,在用,2027-01-01
T-4,不知类别,什么东西,1,在用,
T-5,没有数量,projector,0,在用,
`,
    good: 2,
    faults: [/不能晚于今天/, /没有“什么东西”这个类别/, /不能小于 1/],
    undoLeaves: 0,
  },
  stations: {
    csv: `站点编号,站点名称,级别,行政区划代码,地址,经度,电话,开放时间
,鲁掌镇电商服务站（演示）,乡镇级,533301102,鲁掌镇（演示地址）,98.84,,8:30—17:30
,三河村服务点（演示）,村级,533301102,三河村（演示地址）,,0886-3621234,
533301102-999,没有的编号,村级,533301102,某处,,,
,没有的区划,村级,533301999,某处,,,
`,
    good: 2,
    faults: [/没有这个编号的站点/, /区划/],
    // A station's number is never given out again: undone stations stay as closed ones.
    undoLeaves: 2,
  },
}

describe.each(Object.entries(files))('%s', (sheet, { csv, good, faults, undoLeaves }) => {
  let taskId = ''
  const total = async () => {
    const { id } = await ask('POST', `/api/exports/${sheet}`, { format: 'csv' })
    return (await run(id)).done as number
  }
  let before = 0

  test('each faulty row says what to mend, in Chinese, and the good ones are written', async () => {
    before = await total()
    const checked = await send(sheet, csv, `${sheet}.csv`)
    taskId = checked.id
    expect(checked.counts).toEqual({ new: good, changed: 0, same: 0, bad: faults.length })
    const said = checked.rows.flatMap((row: { faults: { zh: string }[] }) => row.faults.map((one) => one.zh))
    for (const fault of faults) expect(said.join('\n')).toMatch(fault)
    await ask('POST', `/api/tasks/${taskId}/confirm`, { skipBad: true })
    expect(await run(taskId)).toMatchObject({ state: 'done', counts: { new: good, bad: faults.length } })
    expect(await total()).toBe(before + good)
  })

  test.each(['csv', 'xlsx'])('an export as %s comes back in as the same', async (format) => {
    const { id } = await ask('POST', `/api/exports/${sheet}`, { format })
    const task = await run(id)
    expect(task).toMatchObject({ state: 'done', done: before + good })
    const file = await t.app.http.inject({ method: 'GET', url: task.fileUrl, headers: { cookie: manager.cookie } })
    const again = await send(sheet, file.rawPayload, `again.${format}`)
    expect(again.counts, JSON.stringify(again.rows)).toEqual({ new: 0, changed: 0, same: before + good, bad: 0 })
  })

  test('the import is taken back', async () => {
    await ask('POST', `/api/tasks/${taskId}/undo`)
    expect(await run(taskId)).toMatchObject({ state: 'undone', left: [] })
    expect(await total()).toBe(before + undoLeaves)
  })
})

test('a change by import is taken back to what was before', async () => {
  const made = await send('people', '姓名,工号,备注\n余强,B01,原来\n', 'p.csv')
  await ask('POST', `/api/tasks/${made.id}/confirm`)
  await run(made.id)
  const changed = await send('people', '姓名,工号,备注\n余强,B01,后来\n', 'p.csv')
  expect(changed.counts).toMatchObject({ changed: 1 })
  await ask('POST', `/api/tasks/${changed.id}/confirm`)
  await run(changed.id)
  // The first import can no longer take back what the second changed.
  await ask('POST', `/api/tasks/${made.id}/undo`)
  expect((await run(made.id)).left).toMatchObject([{ line: 2 }])
  await ask('POST', `/api/tasks/${changed.id}/undo`)
  expect((await run(changed.id)).left).toEqual([])
  const { rows } = await t.db.inCentre(t.centreId, (tx) =>
    sql`select note from identity.person where centre_id = ${t.centreId} and badge_no = 'B01'`.execute(tx.sql),
  )
  expect(rows).toEqual([{ note: '原来' }])
})

test('an export masks personal data; whole needs a reason, which stays in the ledger', async () => {
  const made = await send('people', '姓名,工号,电话\n密秀英,C01,13811112222\n', 'p.csv')
  await ask('POST', `/api/tasks/${made.id}/confirm`)
  await run(made.id)
  const text = async (body: object) => {
    const task = await run((await ask('POST', '/api/exports/people', { format: 'csv', ...body })).id)
    return (await t.app.http.inject({ method: 'GET', url: task.fileUrl, headers: { cookie: manager.cookie } })).body
  }
  expect(await text({})).not.toContain('13811112222')
  expect(await text({ revealReason: '制作通讯录' })).toContain('13811112222')
  const { rows } = await t.db.inCentre(t.centreId, (tx) =>
    sql<{ reason: string }>`select reason from platform.audit
      where centre_id = ${t.centreId} and action = 'transfer.exported' and reason is not null`.execute(tx.sql),
  )
  expect(rows).toEqual([{ reason: '制作通讯录' }])
})
