import type { Tx } from '../../platform/db.ts'
import type { IdentityTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<IdentityTables>()

export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>

export async function findAccount(tx: Tx, by: { id: string } | { username: string } | { phone: string }) {
  let query = open(tx)
    .selectFrom('identity.account as a')
    .innerJoin('identity.person as p', (join) =>
      join.onRef('p.centre_id', '=', 'a.centre_id').onRef('p.id', '=', 'a.person_id'),
    )
    .selectAll('a')
    .select('p.name as person_name')
    .where('a.centre_id', '=', tx.centreId)
  if ('id' in by) query = query.where('a.id', '=', by.id)
  else if ('username' in by) query = query.where('a.username', '=', by.username.toLowerCase())
  else query = query.where('a.phone', '=', by.phone)
  return query.executeTakeFirst()
}

export async function listGrants(tx: Tx, accountId: string) {
  return open(tx)
    .selectFrom('identity.role_grant')
    .select(['role', 'station_id as stationId'])
    .where('centre_id', '=', tx.centreId)
    .where('account_id', '=', accountId)
    .orderBy('role')
    .execute()
}

export async function countAccounts(tx: Tx): Promise<number> {
  const row = await open(tx)
    .selectFrom('identity.account')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('centre_id', '=', tx.centreId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function insertPerson(
  tx: Tx,
  person: { name: string; pinyin: string; phone?: string | null; email?: string | null },
): Promise<string> {
  const id = tx.newId()
  await open(tx)
    .insertInto('identity.person')
    .values({
      centre_id: tx.centreId,
      id,
      name: person.name,
      pinyin: person.pinyin,
      phone: person.phone ?? null,
      email: person.email ?? null,
      gender: null,
      citizen_id: null,
      badge_no: null,
      note: null,
      state: 'active',
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
  return id
}

export async function insertAccount(
  tx: Tx,
  account: {
    personId: string
    username: string
    phone: string | null
    passwordHash: string | null
    mustChange: boolean
  },
): Promise<string | undefined> {
  const id = tx.newId()
  const inserted = await open(tx)
    .insertInto('identity.account')
    .values({
      centre_id: tx.centreId,
      id,
      person_id: account.personId,
      username: account.username.toLowerCase(),
      phone: account.phone,
      password_hash: account.passwordHash,
      password_set_at: account.passwordHash ? tx.now : null,
      must_change_password: account.mustChange,
      totp_secret: null,
      totp_pending: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      recovery_hashes: '[]',
      state: 'active',
      last_sign_in_at: null,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n ? id : undefined
}

export async function insertGrant(
  tx: Tx,
  grant: { accountId: string; role: string; stationId: string; by: string | null },
): Promise<void> {
  await open(tx)
    .insertInto('identity.role_grant')
    .values({
      centre_id: tx.centreId,
      account_id: grant.accountId,
      role: grant.role,
      station_id: grant.stationId,
      granted_by: grant.by,
      granted_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteGrants(tx: Tx, accountId: string): Promise<void> {
  await open(tx)
    .deleteFrom('identity.role_grant')
    .where('centre_id', '=', tx.centreId)
    .where('account_id', '=', accountId)
    .execute()
}

export async function updateAccount(
  tx: Tx,
  id: string,
  change: Partial<{
    password_hash: string
    password_set_at: Date
    must_change_password: boolean
    totp_secret: string | null
    totp_pending: string | null
    totp_confirmed_at: Date | null
    totp_last_step: string | null
    recovery_hashes: string
    state: 'active' | 'disabled'
    last_sign_in_at: Date
    phone: string | null
  }>,
): Promise<void> {
  await open(tx)
    .updateTable('identity.account')
    .set(change)
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .execute()
}

/** Guarded: a TOTP time step is accepted once, so an overheard code cannot be used again. */
export async function takeTotpStep(tx: Tx, id: string, step: string): Promise<boolean> {
  const result = await open(tx)
    .updateTable('identity.account')
    .set({ totp_last_step: step })
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
