import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

/** Keeps the newest code of a phone; false when the last one is younger than `notBefore`. */
export async function putPhoneCode(
  tx: Tx,
  code: { phone: string; codeHash: string; expiresAt: Date; notBefore: Date },
): Promise<boolean> {
  const result = await sql`
    insert into identity.phone_code as t (centre_id, phone, code_hash, created_at, expires_at, tries)
    values (${tx.centreId}, ${code.phone}, ${code.codeHash}, ${tx.now}, ${code.expiresAt}, 0)
    on conflict (centre_id, phone) do update set code_hash = excluded.code_hash, created_at = excluded.created_at,
      expires_at = excluded.expires_at, tries = 0
    where t.created_at < ${code.notBefore}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

/** Takes the code if it is right, in time and tried fewer than five times; each wrong try counts. */
export async function takePhoneCode(tx: Tx, phone: string, codeHash: string): Promise<boolean> {
  const taken = await sql`
    delete from identity.phone_code where centre_id = ${tx.centreId} and phone = ${phone}
      and code_hash = ${codeHash} and expires_at > ${tx.now} and tries < 5`.execute(tx.sql)
  if (taken.numAffectedRows === 1n) return true
  await sql`update identity.phone_code set tries = tries + 1 where centre_id = ${tx.centreId} and phone = ${phone}`.execute(
    tx.sql,
  )
  return false
}
