import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { nextNumber } from './counter.ts'
import { cronOf, startWorker } from './jobs.ts'
import { createLogger } from './log.ts'
import { deliver, type EventHandler, publish } from './outbox.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

const counting: EventHandler = {
  event: 'test.happened',
  name: 'test.count',
  handle: async (tx) => void (await nextNumber(tx, 'handled')),
}
const handled = async () =>
  (
    await t.db.inCentre('1', (tx) =>
      sql<{ value: string }>`select value from platform.counter where series = 'handled'`.execute(tx.sql),
    )
  ).rows[0]?.value ?? '0'

test('delivered twenty times at once, a fact has its effect once', async () => {
  const id = await t.db.inCentre('1', (tx) => publish(tx, { name: 'test.happened', aggregate: 'a:1', payload: {} }))
  await Promise.all(Array.from({ length: 20 }, () => deliver(t.db, [counting], '1', id)))
  expect(await handled()).toBe('1')
})

test('a handler that fails leaves no trace and is tried again', async () => {
  const id = await t.db.inCentre('1', (tx) => publish(tx, { name: 'test.happened', aggregate: 'a:2', payload: {} }))
  const failing: EventHandler = {
    ...counting,
    handle: async (tx) => {
      await nextNumber(tx, 'handled')
      throw new Error('power cut')
    },
  }
  await expect(deliver(t.db, [failing], '1', id)).rejects.toThrow('power cut')
  expect(await handled()).toBe('1')
  await deliver(t.db, [counting], '1', id)
  expect(await handled()).toBe('2')
})

test('a fact whose transaction rolls back is never delivered', async () => {
  const before = await t.db.inCentre('1', (tx) =>
    sql<{ n: number }>`select count(*)::int as n from platform.outbox`.execute(tx.sql),
  )
  const failed = t.db.inCentre('1', async (tx) => {
    await publish(tx, { name: 'test.happened', aggregate: 'a:3', payload: {} })
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  const after = await t.db.inCentre('1', (tx) =>
    sql<{ n: number }>`select count(*)::int as n from platform.outbox`.execute(tx.sql),
  )
  expect(after.rows).toEqual(before.rows)
})

test('the job queue carries facts to their handlers, in order per aggregate', async () => {
  const order: number[] = []
  const handler: EventHandler = {
    event: 'test.ordered',
    name: 'test.order',
    handle: async (_tx, event) => void order.push((event.payload as { n: number }).n),
  }
  for (let n = 1; n <= 10; n++)
    await t.db.inCentre('1', (tx) => publish(tx, { name: 'test.ordered', aggregate: 'same', payload: { n } }))
  const worker = await startWorker({
    db: t.db,
    ownerUrl: t.database.ownerUrl,
    jobs: {},
    handlers: [handler],
    schedules: [],
    log: createLogger('silent'),
  })
  await expect.poll(() => order.length, { timeout: 15_000 }).toBe(10)
  await worker.stop()
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test.each([
  ['minutely', '* * * * *'],
  ['02:30', '30 18 * * *'],
  ['08:00', '0 0 * * *'],
  ['23:59', '59 15 * * *'],
])('a schedule %s at +08:00 is %s for the queue', (every, cron) => {
  expect(cronOf(every)).toBe(cron)
})
