import type { Tx } from '../../platform/db.ts'
import type { IdentityTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<IdentityTables>()

/** A new link voids the ones before it that nobody used. */
export async function replaceSetupToken(tx: Tx, tokenHash: string): Promise<void> {
  await open(tx)
    .deleteFrom('identity.setup_token')
    .where('centre_id', '=', tx.centreId)
    .where('used_at', 'is', null)
    .execute()
  await open(tx)
    .insertInto('identity.setup_token')
    .values({ centre_id: tx.centreId, token_hash: tokenHash, created_at: tx.now, used_at: null })
    .execute()
}

export async function isOpenSetupToken(tx: Tx, tokenHash: string): Promise<boolean> {
  const row = await open(tx)
    .selectFrom('identity.setup_token')
    .select('created_at')
    .where('centre_id', '=', tx.centreId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Guarded: of two callers at once one gets true. */
export async function useSetupToken(tx: Tx, tokenHash: string): Promise<boolean> {
  const result = await open(tx)
    .updateTable('identity.setup_token')
    .set({ used_at: tx.now })
    .where('centre_id', '=', tx.centreId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const row = await open(tx)
    .selectFrom('identity.role_grant')
    .select('account_id')
    .where('centre_id', '=', tx.centreId)
    .where('role', '=', 'admin')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertConsent(
  tx: Tx,
  consent: { personId: string; purpose: string; textVersion: string },
): Promise<void> {
  await open(tx)
    .insertInto('identity.consent')
    .values({
      centre_id: tx.centreId,
      id: tx.newId(),
      person_id: consent.personId,
      purpose: consent.purpose,
      text_version: consent.textVersion,
      given_at: tx.now,
      withdrawn_at: null,
    })
    .execute()
}
