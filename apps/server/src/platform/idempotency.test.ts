import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { nextNumber } from './counter.ts'
import { onceOnly } from './idempotency.ts'
import { Refusal } from './refusal.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

const call = (key: string, body: unknown) =>
  onceOnly(t.db, { centreId: '1', actor: '7', key, route: 'POST /x', body }, async (tx) => ({
    number: await nextNumber(tx, key),
  }))

test('the same key and body gets the first answer and does the work once', async () => {
  const first = await call('key-same-1', { a: 1, b: [2] })
  const again = await call('key-same-1', { b: [2], a: 1 })
  expect(first).toEqual({ number: 1 })
  expect(again).toEqual({ number: 1 })
})

test('another body under the same key is refused', async () => {
  await call('key-other', { a: 1 })
  await expect(call('key-other', { a: 2 })).rejects.toMatchObject({ code: 'idempotency.other_body' })
})

test('of thirty at once one works; the others get its answer or are told it is in flight', async () => {
  const results = await Promise.allSettled(Array.from({ length: 30 }, () => call('key-race', { a: 1 })))
  for (const result of results) {
    if (result.status === 'fulfilled') expect(result.value).toEqual({ number: 1 })
    else expect(result.reason).toMatchObject({ code: 'idempotency.in_flight' })
  }
  expect(await call('key-race', { a: 1 })).toEqual({ number: 1 })
})

test('a refused try leaves nothing behind: the corrected try goes through under the same key', async () => {
  const refused = onceOnly(
    t.db,
    { centreId: '1', actor: '7', key: 'key-refused', route: 'POST /x', body: { a: 1 } },
    async (tx) => {
      await nextNumber(tx, 'key-refused')
      throw new Refusal('record.exists', { what: 'x' })
    },
  )
  await expect(refused).rejects.toMatchObject({ code: 'record.exists' })
  expect(await call('key-refused', { a: 1 })).toEqual({ number: 1 })
})
