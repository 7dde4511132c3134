import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findAccount, updateAccount } from './account.queries.ts'
import { checkPassword, hashPassword } from './secrets.ts'
import { deleteSessionsOf } from './session.queries.ts'

type InCentre = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Changes the own password and ends every other session. @throws Refusal identity.wrong_credentials | identity.weak_password */
export async function changePassword(
  inCentre: InCentre,
  actor: Actor,
  input: { current: string | null; next: string },
  weaknesses: (password: string, username: string) => string,
): Promise<void> {
  const account = await inCentre((tx) => findAccount(tx, { id: actor.id ?? '0' }))
  if (!account) throw new Refusal('record.not_found')
  if (account.password_hash !== null && !(await checkPassword(input.current ?? '', account.password_hash)))
    throw new Refusal('identity.wrong_credentials')
  const weak = weaknesses(input.next, account.username)
  if (weak) throw new Refusal('identity.weak_password', { reasons: weak })
  const hash = await hashPassword(input.next)
  await inCentre(async (tx) => {
    await updateAccount(tx, account.id, { password_hash: hash, password_set_at: tx.now, must_change_password: false })
    await deleteSessionsOf(tx, account.id, actor.sessionId)
    await recordAct(tx, actor, {
      action: 'identity.password_changed',
      subject: { kind: 'account', id: account.id },
      summary: `${account.person_name} 修改了密码`,
    })
  })
}
