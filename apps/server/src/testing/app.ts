import { createIdMaker } from '@xianghui/kit/id'
import { type App, createApp } from '../app.ts'
import { insertAccount, insertGrant, insertPerson } from '../modules/identity/account.queries.ts'
import { hashToken, newToken } from '../modules/identity/secrets.ts'
import { insertSession } from '../modules/identity/session.queries.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { type Db, openDb } from '../platform/db.ts'
import { createLogger } from '../platform/log.ts'
import { type ChangeFeed, openChangeFeed } from '../platform/public-change.ts'
import { ensureFirstTenant } from '../platform/tenant.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/** The whole application on a database of its own, without a port: `app.http.inject(…)`. */
export interface TestApp {
  app: App
  db: Db
  database: TestDatabase
  config: Config
  centreId: string
  clock: TestClock
  feed: ChangeFeed
  /** makes a person with an account, these roles and an open session; returns the cookie header */
  signIn(roles: readonly (string | { role: string; stationId: string })[], name?: string): Promise<SignedInUser>
  close(): Promise<void>
}

export interface SignedInUser {
  accountId: string
  personId: string
  cookie: string
}

export interface TestClock {
  (): Date
  set(instant: string | Date): void
  advance(ms: number): void
}

export function createClock(start: string): TestClock {
  let now = new Date(start)
  const clock = () => now
  return Object.assign(clock, {
    set: (instant: string | Date) => {
      now = new Date(instant)
    },
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  })
}

export async function startTestApp(options: { at?: string; env?: NodeJS.ProcessEnv } = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const clock = createClock(options.at ?? '2026-11-23T10:00:00+08:00')
  const log = createLogger(process.env.TEST_LOG_LEVEL ?? 'silent')
  const loaded = loadConfig({
    DATABASE_URL: database.ownerUrl,
    METRICS_PORT: 'off',
    LOG_LEVEL: 'silent',
    ...options.env,
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults))
  const newId = createIdMaker({ now: clock, node: 1 })
  const db = openDb({ url: database.appUrl, log, now: clock, newId, size: 10 })
  const feed = openChangeFeed(database.appUrl, log)
  const { centreId } = await ensureFirstTenant(db, clock())
  const app = await createApp({ config: loaded.config, db, log, now: clock, feed })
  await app.http.ready()
  return {
    app,
    db,
    database,
    config: loaded.config,
    centreId,
    clock,
    feed,
    signIn: (roles, name = '测试员') => signIn(db, centreId, roles, name),
    close: async () => {
      await app.http.close()
      await feed.close()
      await db.close()
      await database.drop()
    },
  }
}

/** A second centre beside the first, for tests of tenancy. */
export async function addCentre(db: Db, centreId: string): Promise<void> {
  const { sql } = await import('kysely')
  await db.globally((tx) =>
    sql`insert into platform.tenant (centre_id, slug, created_at) values (${centreId}, ${`centre-${centreId}`}, ${tx.now})
      on conflict do nothing`.execute(tx.sql),
  )
}

export async function signIn(
  db: Db,
  centreId: string,
  roles: readonly (string | { role: string; stationId: string })[],
  name: string,
): Promise<SignedInUser> {
  return db.inCentre(centreId, async (tx) => {
    const personId = await insertPerson(tx, { name, pinyin: '' })
    const username = `u${tx.newId()}`
    const accountId = await insertAccount(tx, {
      personId,
      username,
      phone: null,
      passwordHash: null,
      mustChange: false,
    })
    if (!accountId) throw new Error('account not made')
    for (const one of roles) {
      const grant = typeof one === 'string' ? { role: one, stationId: '0' } : one
      await insertGrant(tx, { accountId, ...grant, by: null })
    }
    const token = newToken()
    await insertSession(tx, {
      tokenHash: hashToken(token),
      accountId,
      secondFactorDone: true,
      ip: '127.0.0.1',
      userAgent: 'test',
      expiresAt: new Date(tx.now.getTime() + 12 * 3_600_000),
    })
    return { accountId, personId, cookie: `xh_session=${token}` }
  })
}
