import Schema from 'typebox/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from './modules/identity/index.ts'
import { resetRateLimits } from './platform/rate-limit.ts'
import { startTestApp, type TestApp } from './testing/app.ts'
import { type Pick, valueFor } from './testing/examples.ts'

// R5: every route from its contract. `FUZZ_REQUESTS=50000 FUZZ_SEED=… npm test -- fuzz` runs the long one.

const requests = Number(process.env.FUZZ_REQUESTS ?? 5000)
const seed = Number(process.env.FUZZ_SEED ?? 20191008)

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

/** mulberry32: small, seeded, good enough to choose values. */
function seeded(start: number): Pick {
  let state = start >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 4294967296) * Math.max(1, n))
  }
}

/** Half the bodies fit; the other half have a field dropped, of another type, far too long, or are not objects. */
function spoil(value: unknown, pick: Pick): unknown {
  if (pick(2) === 0) return value
  if (typeof value !== 'object' || value === null || pick(8) === 0)
    return [null, 'x', 7, [], { nested: { deep: [1] } }][pick(5)]
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  const names = Object.keys(copy)
  const name = names[pick(names.length)]
  if (name === undefined) return copy
  const how = pick(5)
  if (how === 0) delete copy[name]
  else copy[name] = [null, 'x'.repeat(300_000), -1e300, { a: [] }][how - 1]
  return copy
}

test(`${requests} requests made from the contracts: no 5xx, and every 200 fits its contract (seed ${seed})`, async () => {
  const pick = seeded(seed)
  const faults: string[] = []
  const seen = new Set<string>()
  let user = await t.signIn(Object.keys(roles), '试探员')
  for (let i = 0; i < requests; i++) {
    const route = t.app.routes[i % t.app.routes.length]
    if (!route) throw new Error('no routes')
    resetRateLimits()
    const { endpoint } = route
    const params = valueFor(endpoint.params, pick) as Record<string, unknown>
    const query = spoil(valueFor(endpoint.query, pick), pick)
    const address = route.path.replace(/:(\w+)\??/g, (_all, name: string) =>
      encodeURIComponent(String(params[name] ?? pick(1000))),
    )
    const search = new URLSearchParams(
      typeof query === 'object' && query !== null
        ? Object.entries(query).map(([name, value]) => [name, String(value).slice(0, 2000)] as [string, string])
        : [],
    )
    const body = spoil(valueFor(endpoint.body, pick), pick)
    const response = await t.app.http.inject({
      method: route.method as 'GET',
      url: `${address}?${search}`,
      headers: {
        ...(pick(6) === 0 ? {} : { cookie: user.cookie }),
        ...(route.method === 'GET'
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': `fuzz-${pick(1e9)}-${i}` }),
      },
      ...(route.method === 'GET' ? {} : { payload: JSON.stringify(body) }),
    })
    const where = `#${i} ${route.method} ${address} → ${response.statusCode}`
    if (response.statusCode >= 500)
      faults.push(`${where} ${response.body.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 300)}`)
    if (response.statusCode === 200) {
      seen.add(route.path)
      const type = String(response.headers['content-type'])
      if (type.includes('json') && !Schema.Check(endpoint.reply, response.json()))
        faults.push(`${where} does not fit its contract`)
    }
    if (response.statusCode === 401 || route.path.startsWith('/api/sign-out') || route.path.startsWith('/api/accounts'))
      user = await t.signIn(Object.keys(roles), '试探员')
    if (faults.length > 20) break
  }
  expect(faults).toEqual([])
  expect(seen.size).toBeGreaterThan(0)
}, 600_000)
