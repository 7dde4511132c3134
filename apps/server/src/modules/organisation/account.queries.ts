import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface AccountItem {
  id: string
  personId: string
  personName: string
  username: string
  phone: string | null
  state: 'active' | 'disabled'
  mustChangePassword: boolean
  secondFactor: boolean
  lastSignInAt: Date | null
  grants: { role: string; stationId: string; stationName: string | null }[]
}

const select = sql`
  select a.id, a.person_id as "personId", p.name as "personName", a.username, a.phone, a.state,
    a.must_change_password as "mustChangePassword", a.totp_confirmed_at is not null as "secondFactor",
    a.last_sign_in_at as "lastSignInAt",
    coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'stationId', g.station_id::text, 'stationName', s.name)
        order by g.role, g.station_id)
      from identity.role_grant g left join centre.station s on s.centre_id = g.centre_id and s.id = g.station_id
      where g.centre_id = a.centre_id and g.account_id = a.id), '[]') as grants
  from identity.account a join identity.person p on p.centre_id = a.centre_id and p.id = a.person_id`

export interface AccountFilter {
  q?: string | undefined
  state?: string | undefined
  role?: string | undefined
}

export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
  page: { page: number; size: number },
): Promise<{ items: AccountItem[]; total: number }> {
  const words = filter.q?.trim() ?? ''
  const where = sql`where a.centre_id = ${tx.centreId}
    and (${words} = '' or strpos(p.name, ${words}) > 0 or strpos(a.username, lower(${words})) > 0)
    and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
    and (${filter.role ?? null}::text is null or exists (select 1 from identity.role_grant g
      where g.centre_id = a.centre_id and g.account_id = a.id and g.role = ${filter.role ?? null}))`
  const { rows } = await sql<AccountItem>`${select} ${where} order by a.username
    limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx.sql)
  const counted = await sql<{ n: number }>`select count(*)::integer as n from identity.account a
    join identity.person p on p.centre_id = a.centre_id and p.id = a.person_id ${where}`.execute(tx.sql)
  return { items: rows, total: counted.rows[0]?.n ?? 0 }
}

export async function findAccountItem(tx: Tx, by: { id: string } | { personId: string }) {
  const { rows } = await sql<AccountItem>`${select} where a.centre_id = ${tx.centreId}
    and ${'id' in by ? sql`a.id = ${by.id}` : sql`a.person_id = ${by.personId}`} limit 1`.execute(tx.sql)
  return rows[0]
}

/**
 * Locks the accounts that administer the centre: two acts that would each take one of the last two come one after the
 * other. Returns the ids of those that can really sign in.
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.administrators'), hashtext(${tx.centreId}))`.execute(tx.sql)
  const { rows } = await sql<{ id: string }>`
    select a.id from identity.account a
      join identity.person p on p.centre_id = a.centre_id and p.id = a.person_id and p.state = 'active'
    where a.centre_id = ${tx.centreId} and a.state = 'active' and exists (select 1 from identity.role_grant g
      where g.centre_id = a.centre_id and g.account_id = a.id and g.role = 'admin' and g.station_id = 0)`.execute(
    tx.sql,
  )
  return rows.map((row) => row.id)
}

export async function listStationNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from centre.station
    where centre_id = ${tx.centreId} and id = any(${[...ids]}::bigint[]) and state <> 'closed'`.execute(tx.sql)
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function isPhoneTaken(tx: Tx, phone: string, exceptAccount: string | null): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.account where centre_id = ${tx.centreId} and phone = ${phone}
    and (${exceptAccount}::bigint is null or id <> ${exceptAccount})`.execute(tx.sql)
  return rows.length > 0
}

/** Takes what names a person out of the account; acts in ledgers keep pointing at its id. */
export async function anonymiseAccount(tx: Tx, personId: string): Promise<void> {
  await sql`update identity.account set username = 'anon-' || id, phone = null, password_hash = null, totp_secret = null,
      totp_confirmed_at = null, recovery_hashes = '[]', state = 'disabled'
    where centre_id = ${tx.centreId} and person_id = ${personId}`.execute(tx.sql)
}
