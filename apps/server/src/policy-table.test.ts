import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from './modules/identity/index.ts'
import { permissionsOf } from './modules/identity/roles.ts'
import { anonymous, may } from './platform/actor.ts'
import { createMount } from './platform/http.ts'
import { resetRateLimits } from './platform/rate-limit.ts'
import { addCentre, type SignedInUser, signIn, startTestApp, type TestApp } from './testing/app.ts'
import { exampleOf } from './testing/examples.ts'

// R6: every route × role × own/other centre. The expectation is computed from roles.ts, the answer comes from the server.

let t: TestApp
const users = new Map<string, SignedInUser>()
let stranger: SignedInUser

beforeAll(async () => {
  t = await startTestApp()
  await addCentre(t.db, '2')
  for (const role of Object.keys(roles)) users.set(role, await t.signIn([{ role, stationId: '0' }], role))
  stranger = await signIn(t.db, '2', Object.keys(roles), '邻县管理员')
})
afterAll(() => t.close())

async function ask(route: TestApp['app']['routes'][number], cookie?: string) {
  resetRateLimits()
  const write = route.method !== 'GET'
  const response = await t.app.http.inject({
    method: route.method as 'GET',
    url: route.path.replace(/:(\w+)\??/g, (_all, name: string) =>
      String(exampleOf(route.endpoint.params, name) ?? '1'),
    ),
    headers: { ...(cookie ? { cookie } : {}), 'idempotency-key': `policy-${crypto.randomUUID()}` },
    ...(write ? { payload: {} } : {}),
  })
  const code = response.headers['content-type']?.toString().includes('json') ? String(response.json().code ?? '') : ''
  return { status: response.statusCode, code }
}

describe('policy table', () => {
  test('every route under /api names a policy and is in the table', () => {
    const mounted = new Set(t.app.routes.map((route) => `${route.method} ${route.path}`))
    expect(mounted.size).toBe(t.app.routes.length)
    expect(mounted.size).toBeGreaterThan(5)
    // The API's own description is all that answers under /api without a contract.
    expect(t.app.unlisted.filter((route) => /^(?!HEAD)\S+ \/api\//.test(route))).toEqual([
      'GET /api/openapi.json',
      'GET /api/docs',
    ])
  })

  test('a visitor reaches public routes only', async () => {
    for (const route of t.app.routes) {
      const { status, code } = await ask(route)
      const where = `${route.method} ${route.path} [${route.may}] → ${status} ${code}`
      if (route.may === 'public') expect(code, where).not.toMatch(/^auth\./)
      else expect({ where, status, code }).toMatchObject({ status: 401, code: 'auth.needed' })
    }
  })

  test.each(Object.keys(roles))('role %s reaches what its permissions say and nothing else', async (role) => {
    const user = users.get(role)
    const actor = {
      ...anonymous(t.centreId),
      kind: 'account' as const,
      permissions: permissionsOf([{ role, stationId: '0' }]),
    }
    for (const route of t.app.routes.filter((one) => !endsOwnSession(one.path))) {
      const { status, code } = await ask(route, user?.cookie)
      const allowed = route.may === 'public' || route.may === 'signed-in' || may(actor, route.may)
      const where = `${route.method} ${route.path} [${route.may}] as ${role} → ${status} ${code}`
      if (allowed) expect(`${code} ${where}`, where).not.toMatch(/^auth\.(needed|forbidden) .*/)
      else expect({ where, status, code }).toMatchObject({ status: 403, code: 'auth.forbidden' })
    }
  })

  test('an account of another centre is nobody here, whatever its roles there', async () => {
    for (const route of t.app.routes.filter((one) => one.may !== 'public')) {
      const { status } = await ask(route, stranger.cookie)
      expect({ route: `${route.method} ${route.path}`, status }).toMatchObject({ status: 401 })
    }
  })

  test('a route without a known policy does not start', () => {
    const mount = createMount({ app: t.app.http, db: t.db, now: t.clock, permissions: new Set(['a.b']), registry: [] })
    const route = t.app.routes[0]
    if (!route) throw new Error('no route')
    expect(() => mount(route.endpoint, { may: 'no.such' }, async () => ({}) as never)).toThrow('no known policy')
  })
})

/** Signing out would end the session the table goes on with. */
function endsOwnSession(path: string): boolean {
  return path === '/api/sign-out'
}
