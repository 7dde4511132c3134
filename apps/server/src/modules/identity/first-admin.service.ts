import { normalisePhone } from '@xianghui/kit/phone'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { insertAccount, insertGrant, insertPerson } from './account.queries.ts'
import { accountActor } from './actor.ts'
import { weaknessesOf } from './password.rules.ts'
import { hashPassword, hashToken, newToken } from './secrets.ts'
import {
  hasAdministrator,
  insertConsent,
  isOpenSetupToken,
  replaceSetupToken,
  useSetupToken,
} from './setup-token.queries.ts'

/** A new one-time token while the centre has no administrator, else null. Only its hash is stored. */
export async function newSetupToken(tx: Tx): Promise<string | null> {
  if (await hasAdministrator(tx)) return null
  const token = newToken()
  await replaceSetupToken(tx, hashToken(token))
  return token
}

export type SetupTokenState = 'open' | 'done' | 'invalid'

export async function setupTokenState(tx: Tx, token: string): Promise<SetupTokenState> {
  if (await hasAdministrator(tx)) return 'done'
  return (await isOpenSetupToken(tx, hashToken(token))) ? 'open' : 'invalid'
}

export interface FirstAdmin {
  name: string
  username: string
  password: string
  phone: string | null
  /** in a small centre the administrator also heads it */
  alsoManager: boolean
  consent: { purpose: string; textVersion: string }
}

/**
 * Uses the token up and opens the first account; a second factor is bound at its first sign-in.
 * @throws Refusal identity.setup_done | identity.setup_link_used | identity.bad_username | identity.weak_password | identity.bad_phone
 */
export async function createFirstAdmin(tx: Tx, token: string, admin: FirstAdmin): Promise<Actor> {
  if (await hasAdministrator(tx)) throw new Refusal('identity.setup_done')
  if (!(await useSetupToken(tx, hashToken(token)))) throw new Refusal('identity.setup_link_used')
  const { username, name } = admin
  if (!/^[a-z0-9._-]{3,32}$/.test(username))
    throw new Refusal('identity.bad_username', {}, [{ field: 'username', code: 'identity.bad_username' }])
  const reasons = weaknessesOf(admin.password, username)
  if (reasons !== '')
    throw new Refusal('identity.weak_password', { reasons }, [
      { field: 'password', code: 'identity.weak_password', detail: { reasons } },
    ])
  const phone = mobileOf(admin.phone)
  const personId = await insertPerson(tx, { name: name.trim(), pinyin: '', phone })
  const passwordHash = await hashPassword(admin.password)
  const accountId = await insertAccount(tx, { personId, username, phone, passwordHash, mustChange: false })
  if (!accountId) throw new Refusal('identity.username_taken', { username })
  for (const role of admin.alsoManager ? ['admin', 'manager'] : ['admin'])
    await insertGrant(tx, { accountId, role, stationId: '0', by: null })
  await insertConsent(tx, { personId, ...admin.consent })
  const actor = accountActor(tx.centreId, { id: accountId, person_name: name.trim() })
  await recordAct(tx, actor, {
    action: 'identity.first_admin_created',
    subject: { kind: 'account', id: accountId },
    summary: `${actor.name} 通过一次性链接成为系统管理员`,
    after: { username, roles: admin.alsoManager ? ['admin', 'manager'] : ['admin'] },
  })
  return actor
}

function mobileOf(text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  const phone = normalisePhone(text)
  if (!phone.ok || phone.value.kind !== 'mobile')
    throw new Refusal('identity.bad_phone', {}, [{ field: 'phone', code: 'identity.bad_phone' }])
  return phone.value.number
}
