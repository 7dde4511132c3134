import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'

let t: TestApp
let admin: SignedInUser
const dir = mkdtempSync(join(tmpdir(), 'xianghui-transfer-'))

beforeAll(async () => {
  t = await startTestApp({ env: { DATA_DIR: dir } })
  admin = await t.signIn(['admin', 'manager'])
  await t.db.globally((tx) =>
    sql`insert into platform.region (code, name, level, parent_code, valid_from, source) values
      ('533301', '泸水市', 'county', null, '0001-01-01', '测试'),
      ('533301001', '六库街道', 'township', '533301', '0001-01-01', '测试'),
      ('533301002', '乙镇', 'township', '533301', '0001-01-01', '测试'),
      ('533301003', '丙镇', 'township', '533301', '0001-01-01', '测试'),
      ('533301004', '丁镇', 'township', '533301', '0001-01-01', '测试'),
      ('533301005', '戊镇', 'township', '533301', '0001-01-01', '测试'),
      ('533301006', '己镇', 'township', '533301', '0001-01-01', '测试') on conflict do nothing`.execute(tx.sql),
  )
})
afterAll(async () => {
  await t.close()
  rmSync(dir, { recursive: true, force: true })
})

let keys = 0
async function ask(method: 'GET' | 'POST', url: string, body: object = {}, user = admin) {
  const response = await t.app.http.inject({
    method,
    url,
    headers: { cookie: user.cookie, 'idempotency-key': `transfer-test-${++keys}` },
    ...(method === 'POST' ? { payload: body } : {}),
  })
  return { status: response.statusCode, body: response.json(), raw: response }
}

async function send(sheet: string, content: Uint8Array, name: string) {
  const head = `--xh\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  const response = await t.app.http.inject({
    method: 'POST',
    url: `/api/imports/${sheet}`,
    headers: { cookie: admin.cookie, 'content-type': 'multipart/form-data; boundary=xh' },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--xh--\r\n')]),
  })
  return { status: response.statusCode, body: response.json() }
}

const run = (taskId: string) =>
  t.app.jobs['transfer.run']?.({ centreId: t.centreId, payload: { taskId }, log: t.app.http.log as never })

/** GB18030 by the system's own iconv: an encoder that is not ours. */
function gb18030(text: string): Buffer {
  const made = spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text, maxBuffer: 1 << 28 })
  if (made.status !== 0) throw new Error(`iconv: ${made.stderr}`)
  return made.stdout
}

const countVillages = async () => {
  const { rows } = await t.db.globally((tx) =>
    sql<{ n: string }>`select count(*) as n from platform.region where level = 'village'`.execute(tx.sql),
  )
  return Number(rows[0]?.n)
}

/** 5,000 rows as a platform or Excel would leave them, 8 of them faulty. */
function trapFile(): { content: Buffer; faulty: number[] } {
  const lines = ['依据,*代码,名称（必填）,启用日期,经度,备注,不认识的列']
  const faulty: number[] = []
  for (let i = 1; lines.length <= 5000; i++) {
    const line = lines.length + 1
    const code = `53330100${1 + Math.floor((i - 1) / 900)}${String(((i - 1) % 900) + 1).padStart(3, '0')}`
    const day = i % 3 ? '' : `${2010 + (i % 9)}/1/${(i % 28) + 1}`
    const traps: Record<number, string> = {
      10: `测试,12AB,坏代码,,,,`,
      20: `测试,,没有代码,,,,`,
      30: `测试,533301001030,,,,,`,
      40: `测试,533301001040,日期错,2021-02-30,,,`,
      50: `测试,533301001050,经度错,,一百,,`,
      60: `测试,533301001061,将与下一行重复,,,,`,
      61: `测试,533301001061,重复,,,,`,
      70: `,533301001070,没有依据,,,,`,
      80: `测试,5333010010,位数不对,,,,`,
    }
    const trap = traps[i]
    if (trap && i !== 60) faulty.push(line)
    lines.push(
      trap ??
        (i === 90
          ? `"测试,带逗号",="533301001090","名称""引号""",2015年3月8日,"98.85",'=1+1,x`
          : `测试,${i % 2 ? `="${code}"` : ` ${code}　`},𠮷村${i},${day},,,`),
    )
  }
  return { content: gb18030(`${lines.join('\r\n')}\r\n,,,,,,\r\n\r\n`), faulty }
}

describe('import of 5,000 rows in GB18030', { timeout: 120_000 }, () => {
  let taskId = ''
  const { content, faulty } = trapFile()

  test('every row is checked first and nothing is written', async () => {
    const { status, body } = await send('regions', content, '村.csv')
    expect(status).toBe(200)
    taskId = body.id
    await run(taskId)
    const { body: task } = await ask('GET', `/api/tasks/${taskId}`)
    expect(task).toMatchObject({ state: 'preview', total: 5000, done: 5000 })
    expect(task.counts.new + task.counts.bad).toBe(5000)
    expect(task.counts.bad).toBe(faulty.length)
    expect(task.rows.length).toBe(50 + faulty.filter((line) => line > 51).length)
    expect(task.rows.find((row: { line: number }) => row.line === faulty[0]).faults[0].zh).toContain('12AB')
    expect(await countVillages()).toBe(0)
  })

  test('the same sheet comes back with a column that says what to mend', async () => {
    const { body: task } = await ask('GET', `/api/tasks/${taskId}`)
    const sheet = await t.app.http.inject({ method: 'GET', url: task.errorUrl, headers: { cookie: admin.cookie } })
    const lines = sheet.body.replace(/^\uFEFF/, '').split('\r\n')
    expect(lines[0]).toBe('依据,*代码,名称（必填）,启用日期,经度,备注,不认识的列,错误说明')
    expect(lines.length - 2).toBe(5000)
    expect(lines[faulty[0] === undefined ? 0 : faulty[0] - 1]).toMatch(/代码：“12AB”不是行政区划代码/)
    // Somebody else, whatever his rights, does not get it.
    const other = await t.signIn(['admin', 'manager'], '另一位')
    const refused = await t.app.http.inject({ method: 'GET', url: task.errorUrl, headers: { cookie: other.cookie } })
    expect(refused.statusCode).toBe(404)
    expect((await ask('GET', `/api/tasks/${taskId}`, {}, other)).status).toBe(404)
  })

  test('two workers at once write each line exactly once', async () => {
    expect((await ask('POST', `/api/tasks/${taskId}/confirm`)).body.code).toBe('transfer.has_bad')
    expect((await ask('POST', `/api/tasks/${taskId}/confirm`, { skipBad: true })).status).toBe(200)
    expect((await ask('POST', `/api/tasks/${taskId}/confirm`, { skipBad: true })).body.code).toBe(
      'transfer.not_in_preview',
    )
    const before = performance.now()
    await Promise.all([run(taskId), run(taskId)])
    const seconds = (performance.now() - before) / 1000
    const { body: task } = await ask('GET', `/api/tasks/${taskId}`)
    expect(task).toMatchObject({ state: 'done', done: 5000, canUndo: true })
    const written = task.counts.new + task.counts.changed
    expect(task.counts.bad).toBe(faulty.length)
    expect(written).toBe(5000 - faulty.length)
    expect(await countVillages()).toBe(written)
    const { rows } = await t.db.inCentre(t.centreId, (tx) =>
      sql<{ n: string }>`select count(*) as n from platform.import_row where centre_id = ${t.centreId}`.execute(tx.sql),
    )
    expect(Number(rows[0]?.n)).toBe(written)
    console.info(`U5: ${written} rows written in ${seconds.toFixed(1)} s by two competing workers`)
  })

  test('what went out comes back in as the same', async () => {
    const total = 5000 - faulty.length + 6
    for (const format of ['csv', 'xlsx']) {
      const { body: started } = await ask('POST', '/api/exports/regions', { filter: { q: '53330100' }, format })
      await run(started.id)
      const { body: done } = await ask('GET', `/api/tasks/${started.id}`)
      expect(done).toMatchObject({ state: 'done', done: total })
      const file = await t.app.http.inject({ method: 'GET', url: done.fileUrl, headers: { cookie: admin.cookie } })
      const { body: again } = await send('regions', file.rawPayload, `again.${format}`)
      await run(again.id)
      const { body: task } = await ask('GET', `/api/tasks/${again.id}`)
      expect(task.counts).toEqual({ new: 0, changed: 0, same: total, bad: 0 })
      if (format === 'csv') expect(file.body).toContain("'=1+1")
    }
  })

  test('an import is taken back; a row changed since stays and is named', async () => {
    await t.db.globally((tx) =>
      sql`update platform.region set name = '后来改名' where code = '533301001002'`.execute(tx.sql),
    )
    const { rows } = await t.db.globally((tx) =>
      sql<{ n: string }>`select count(*) as n from platform.region where name = '后来改名'`.execute(tx.sql),
    )
    const changed = Number(rows[0]?.n)
    expect(changed).toBeGreaterThan(0)
    expect((await ask('POST', `/api/tasks/${taskId}/undo`)).status).toBe(200)
    await Promise.all([run(taskId), run(taskId)])
    const { body: task } = await ask('GET', `/api/tasks/${taskId}`)
    expect(task).toMatchObject({ state: 'undone', canUndo: false })
    expect(task.left).toHaveLength(changed)
    expect(task.message).toContain('保留不动')
    expect(await countVillages()).toBe(changed)
  })
})

describe('long work', () => {
  const small = (rows: string[]) => Buffer.from(`代码,名称,依据\n${rows.join('\n')}\n`)

  test('24 hours later an import stays', async () => {
    const { body } = await send('regions', small(['533301001901,一村,测试']), 'a.csv')
    await run(body.id)
    await ask('POST', `/api/tasks/${body.id}/confirm`)
    await run(body.id)
    t.clock.advance(24 * 3_600_000)
    admin = await t.signIn(['admin', 'manager'])
    const owner = await t.db.inCentre(t.centreId, (tx) =>
      sql`update platform.task set created_by = ${admin.accountId} where centre_id = ${t.centreId} and id = ${body.id}`.execute(
        tx.sql,
      ),
    )
    expect(owner.numAffectedRows).toBe(1n)
    expect((await ask('POST', `/api/tasks/${body.id}/undo`)).body.code).toBe('transfer.undo_closed')
  })

  test('a cancelled task writes nothing', async () => {
    const { body } = await send('regions', small(['533301001902,二村,测试']), 'b.csv')
    await run(body.id)
    expect((await ask('POST', `/api/tasks/${body.id}/cancel`)).body.state).toBe('cancelled')
    await run(body.id)
    expect((await ask('POST', `/api/tasks/${body.id}/confirm`)).status).toBe(409)
  })

  test.each([
    ['without a heading we know', 'a,b\n1,2\n', /没有找到表头/],
    ['without a needed column', '代码,名称\n533301,泸水\n', /缺少必填的列：依据/],
    ['with a heading only', '代码,名称,依据\n', /没有数据行/],
  ])('a file %s fails with a sentence', async (_what, text, message) => {
    const { body } = await send('regions', Buffer.from(text), 'c.csv')
    await run(body.id)
    const { body: task } = await ask('GET', `/api/tasks/${body.id}`)
    expect(task.state).toBe('failed')
    expect(task.message).toMatch(message)
  })

  test('who may not import regions is told so; an export leaves its filter in the ledger', async () => {
    const assistant = await t.signIn(['assistant'])
    expect((await ask('GET', '/api/imports/regions/template', {}, assistant)).body.code).toBe('transfer.not_allowed')
    const { body } = await ask('POST', '/api/exports/regions', { filter: { q: '六库' } }, assistant)
    await run(body.id)
    const { rows } = await t.db.inCentre(t.centreId, (tx) =>
      sql<{ summary: string; after: { rows: number } }>`select summary, after from platform.audit
        where centre_id = ${t.centreId} and action = 'transfer.exported' and subject_id = ${body.id}`.execute(tx.sql),
    )
    expect(rows[0]?.summary).toContain('{"q":"六库"}')
    expect(rows[0]?.after.rows).toBe(1)
  })

  test('a dead worker’s task is taken up again', async () => {
    const { body } = await send('regions', small(['533301001903,三村,测试']), 'd.csv')
    await t.db.inCentre(t.centreId, (tx) =>
      sql`update platform.task set state = 'running' where centre_id = ${t.centreId} and id = ${body.id}`.execute(
        tx.sql,
      ),
    )
    t.clock.advance(61_000)
    const schedule = t.app.schedules.find((one) => one.name === 'transfer.resume')
    await schedule?.run(t.centreId)
    await run(body.id)
    expect((await ask('GET', `/api/tasks/${body.id}`)).body.state).toBe('preview')
  })
})
