import type { Db, Tx } from '../../platform/db.ts'
import type { IdentityTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<IdentityTables>()

export interface SessionRow {
  id: string
  account_id: string
  person_id: string
  person_name: string
  second_factor_done: boolean
  must_change_password: boolean
  seen_at: Date
  expires_at: Date
  /** [role, station id] pairs */
  grants: [string, string][]
}

const findSessionSql = `
  select s.id, s.account_id, a.person_id, p.name as person_name, s.second_factor_done, a.must_change_password,
    s.seen_at, s.expires_at,
    coalesce((select jsonb_agg(jsonb_build_array(g.role, g.station_id::text)) from identity.role_grant g
      where g.centre_id = s.centre_id and g.account_id = s.account_id), '[]') as grants
  from identity.session s
  join identity.account a on a.centre_id = s.centre_id and a.id = s.account_id and a.state = 'active'
  join identity.person p on p.centre_id = a.centre_id and p.id = a.person_id and p.state = 'active'
  where s.centre_id = $1 and s.token_hash = $2`

/** Hot path: one named, pipelined statement a request (house.md section 5: 91 µs against 378–705 µs of a library's). */
export async function findSession(db: Db, centreId: string, tokenHash: string): Promise<SessionRow | undefined> {
  const rows = await db.readOnce<SessionRow>(centreId, {
    name: 'identity.session',
    text: findSessionSql,
    values: [centreId, tokenHash],
  })
  return rows[0]
}

export async function insertSession(
  tx: Tx,
  session: {
    tokenHash: string
    accountId: string
    secondFactorDone: boolean
    ip: string
    userAgent: string
    expiresAt: Date
  },
): Promise<string> {
  const id = tx.newId()
  await open(tx)
    .insertInto('identity.session')
    .values({
      centre_id: tx.centreId,
      token_hash: session.tokenHash,
      id,
      account_id: session.accountId,
      second_factor_done: session.secondFactorDone,
      ip: session.ip,
      user_agent: session.userAgent.slice(0, 200),
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: session.expiresAt,
    })
    .execute()
  return id
}

export async function touchSession(tx: Tx, tokenHash: string): Promise<void> {
  await open(tx)
    .updateTable('identity.session')
    .set({ seen_at: tx.now })
    .where('centre_id', '=', tx.centreId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await open(tx)
    .deleteFrom('identity.session')
    .where('centre_id', '=', tx.centreId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Ends every session of an account but the one given (a changed password, a disabled account). */
export async function deleteSessionsOf(tx: Tx, accountId: string, except: string | null): Promise<void> {
  let query = open(tx)
    .deleteFrom('identity.session')
    .where('centre_id', '=', tx.centreId)
    .where('account_id', '=', accountId)
  if (except !== null) query = query.where('id', '<>', except)
  await query.execute()
}

export async function deleteExpiredSessions(tx: Tx): Promise<void> {
  await open(tx)
    .deleteFrom('identity.session')
    .where('centre_id', '=', tx.centreId)
    .where('expires_at', '<', tx.now)
    .execute()
}

export async function listSessions(tx: Tx, accountId: string) {
  return open(tx)
    .selectFrom('identity.session')
    .select(['id', 'ip', 'user_agent', 'seen_at'])
    .where('centre_id', '=', tx.centreId)
    .where('account_id', '=', accountId)
    .where('second_factor_done', '=', true)
    .where('expires_at', '>', tx.now)
    .orderBy('seen_at', 'desc')
    .execute()
}
