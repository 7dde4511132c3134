import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailSender, readMailUrl } from '../../platform/mail-sender.ts'
import { sendMessage } from '../../platform/outgoing.ts'
import { type SignedInUser, startTestApp, type TestApp } from '../../testing/app.ts'
import { runWeeklyDrill } from './backup.service.ts'
import { checkChain } from './chain.service.ts'
import { sendWaiting } from './send.service.ts'

let t: TestApp
let admin: SignedInUser
let editor: SignedInUser
const dataDir = mkdtempSync(join(tmpdir(), 'system-'))

beforeAll(async () => {
  t = await startTestApp({ env: { DATA_DIR: dataDir } })
  admin = await t.signIn(['admin'])
  editor = await t.signIn(['editor'])
})

afterAll(async () => {
  await t.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const get = (url: string, who: SignedInUser, headers: Record<string, string> = {}) =>
  t.app.http.inject({ method: 'GET', url, headers: { cookie: who.cookie, ...headers } })
const parts = () => ({ db: t.db, config: t.config, now: t.clock, log: t.app.http.log as never })

test('health is for those who may see it, in words, in both languages', async () => {
  expect((await get('/api/system/health', editor)).statusCode).toBe(403)
  const zh = await get('/api/system/health', admin)
  expect(zh.statusCode).toBe(200)
  const items = zh.json().items as { key: string; light: string; mend: string; name: string }[]
  expect(items.map(({ key }) => key)).toContain('database')
  for (const item of items) expect(item.light === 'green' || item.mend !== '').toBe(true)
  const en = await get('/api/system/health', admin, { 'x-locale': 'en' })
  expect(en.json().items.find((item: { key: string }) => item.key === 'database').name).toBe('Database')
})

test('a backup asked for on the page is taken by the job, listed, and not asked for twice', async () => {
  const ask = (key: string) =>
    t.app.http.inject({
      method: 'POST',
      url: '/api/system/backups',
      headers: { cookie: admin.cookie, 'idempotency-key': key },
      payload: {},
    })
  const first = await ask('backup-key-1')
  expect(first.statusCode).toBe(200)
  const { taskId } = first.json()
  expect((await ask('backup-key-1')).json()).toEqual({ taskId })
  expect((await ask('backup-key-2')).statusCode).toBe(409)
  await t.app.jobs['system.backup']?.({ centreId: t.centreId, payload: { taskId }, log: parts().log })
  const { items, task } = (await get('/api/system/backups', admin)).json()
  expect(task).toMatchObject({ id: taskId, state: 'done', percent: 100 })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ kind: 'logical', uploads: 0, comparable: true })
  await runWeeklyDrill(parts(), t.centreId)
  const { drill } = (await get('/api/system/backups', admin)).json()
  expect(drill).toMatchObject({ ok: true, depth: 'files', stamp: items[0].stamp })
})

test('the nightly check of the chain is kept', async () => {
  await checkChain(parts(), t.centreId)
  const { items } = (await get('/api/system/health', admin)).json()
  expect(items.find((item: { key: string }) => item.key === 'chain').finding).toContain('条')
})

test('ready while database and migrations agree, not otherwise', async () => {
  expect((await t.app.http.inject('/readyz')).statusCode).toBe(200)
  const { withClient } = await import('../../../../../tests/faults/ground.ts')
  await withClient(t.database.ownerUrl, (client) =>
    client.query("insert into xianghui.migration (version, name, checksum, applied_at) values (9999, 'x', 'x', now())"),
  )
  const reply = await t.app.http.inject('/readyz')
  expect(reply.statusCode).toBe(503)
  expect(reply.headers['retry-after']).toBe('2')
  await withClient(t.database.ownerUrl, (client) => client.query('delete from xianghui.migration where version = 9999'))
  expect((await t.app.http.inject('/readyz')).statusCode).toBe(200)
})

test('mail goes out by SMTP; a refusal is kept with its reason and tried again', async () => {
  const box = await openMailbox()
  const sender = createMailSender(`smtp://127.0.0.1:${box.port}?from=centre@example.cn`)
  const queue = (recipient: string) =>
    t.db.inCentre(t.centreId, (tx) =>
      sendMessage(tx, sender, { channel: 'mail', recipient, subject: '通知', body: '您好' }),
    )
  const stateOf = (id: string) =>
    t.db.inCentre(t.centreId, async (tx) => {
      const { rows } = await sql<{ state: string; error: string | null; attempts: number }>`
        select state, error, attempts from platform.outgoing where centre_id = ${t.centreId} and id = ${id}`.execute(
        tx.sql,
      )
      return rows[0]
    })
  try {
    const good = await queue('zhang@example.cn')
    await sendWaiting({ db: t.db, sender, now: t.clock }, t.centreId, good)
    expect(await stateOf(good)).toEqual({ state: 'sent', error: null, attempts: 1 })
    await sendWaiting({ db: t.db, sender, now: t.clock }, t.centreId, good)
    expect(box.letters).toHaveLength(1)
    expect(box.letters[0]).toContain('From: centre@example.cn')

    const bad = await queue('nobody@example.cn')
    for (let attempt = 1; attempt <= 8; attempt++) {
      await expect(sendWaiting({ db: t.db, sender, now: t.clock }, t.centreId, bad)).rejects.toThrow(/550/)
      expect((await stateOf(bad))?.state).toBe(attempt < 8 ? 'waiting' : 'failed')
    }
    expect((await stateOf(bad))?.error).toContain('550')
  } finally {
    box.server.close()
  }
})

test('the sender of mails is named in the address or is its user', () => {
  expect(readMailUrl('smtps://a%40b.cn:secret@mail.b.cn').from).toBe('a@b.cn')
  expect(readMailUrl('smtp://u:p@mail.b.cn').from).toBe('noreply@mail.b.cn')
  expect(readMailUrl('smtp://u:p@mail.b.cn?from=x@b.cn')).toEqual({
    transportUrl: 'smtp://u:p@mail.b.cn',
    from: 'x@b.cn',
  })
})

/** A mail server in a few lines; it refuses nobody@. */
async function openMailbox(): Promise<{ server: Server; port: number; letters: string[] }> {
  const letters: string[] = []
  const server = createServer((socket) => converse(socket, letters))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { server, letters, port: typeof address === 'object' && address ? address.port : 0 }
}

function converse(socket: Socket, letters: string[]): void {
  let letter: string | undefined
  let pending = ''
  socket.on('error', () => undefined)
  socket.write('220 test\r\n')
  socket.on('data', (chunk) => {
    pending += chunk.toString('utf8')
    for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end)
      pending = pending.slice(end + 2)
      if (letter !== undefined) {
        if (line === '.') {
          letters.push(letter)
          letter = undefined
          socket.write('250 ok\r\n')
        } else letter += `${line}\n`
      } else if (/^DATA/i.test(line)) {
        letter = ''
        socket.write('354 go\r\n')
      } else if (/^RCPT.*nobody/i.test(line)) socket.write('550 no such user\r\n')
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
  })
}
