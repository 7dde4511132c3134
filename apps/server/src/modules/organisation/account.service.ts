import { normalisePhone } from '@xianghui/kit/phone'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteGrants, deleteSessionsOf, insertAccount, insertGrant, updateAccount } from '../identity/index.ts'
import {
  type AccountItem,
  findAccountItem,
  isPhoneTaken,
  listStationNames,
  lockAdministrators,
} from './account.queries.ts'
import { addedGrants, faultOfGrants, type Grant, grantKey, isAdministrator } from './account.rules.ts'
import { findPerson } from './person.queries.ts'

/** Opens an account for a person on the books; the password is temporary and must be changed at the first sign-in. */
export async function openAccount(
  tx: Tx,
  actor: Actor,
  input: { personId: string; username: string; phone: string | null; grants: readonly Grant[]; passwordHash: string },
): Promise<string> {
  const person = await findPerson(tx, input.personId, '2000-01-01')
  if (!person) throw new Refusal('record.not_found')
  if (person.state !== 'active') throw new Refusal('account.person_left')
  if (await findAccountItem(tx, { personId: input.personId }))
    throw new Refusal('account.has_one', { name: person.name })
  if (!/^[a-z0-9._-]{3,32}$/.test(input.username))
    throw new Refusal('identity.bad_username', {}, [{ field: 'username', code: 'identity.bad_username' }])
  await checkGrants(tx, input.grants)
  const accountId = await insertAccount(tx, {
    personId: input.personId,
    username: input.username,
    phone: await loginPhone(tx, input.phone),
    passwordHash: input.passwordHash,
    mustChange: true,
  })
  if (!accountId) {
    const detail = { username: input.username }
    throw new Refusal('identity.username_taken', detail, [
      { field: 'username', code: 'identity.username_taken', detail },
    ])
  }
  for (const grant of input.grants) await insertGrant(tx, { accountId, ...grant, by: actor.id })
  await recordAct(tx, actor, {
    action: 'account.opened',
    subject: { kind: 'account', id: accountId },
    summary: `${actor.name} 为 ${person.name} 开设账号 ${input.username}`,
    after: { username: input.username, grants: input.grants.map(grantKey) },
  })
  return accountId
}

/** Replaces all grants. Nobody adds to his own; the last administrator stays. */
export async function setGrants(
  tx: Tx,
  actor: Actor,
  input: { id: string; grants: readonly Grant[]; reason: string },
): Promise<void> {
  const administrators = await lockAdministrators(tx)
  const account = await getAccount(tx, input.id)
  await checkGrants(tx, input.grants)
  if (account.id === actor.id && addedGrants(account.grants, input.grants).length > 0)
    throw new Refusal('identity.not_above_self')
  if (!isAdministrator(input.grants)) refuseLast(administrators, account.id)
  await deleteGrants(tx, account.id)
  for (const grant of input.grants) await insertGrant(tx, { accountId: account.id, ...grant, by: actor.id })
  await recordAct(tx, actor, {
    action: 'account.roles_changed',
    subject: { kind: 'account', id: account.id },
    summary: `${actor.name} 调整 ${account.personName} 的角色`,
    before: account.grants.map(grantKey),
    after: input.grants.map(grantKey),
    reason: input.reason,
  })
}

/** Disabling ends every session at once. */
export async function disableAccount(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const administrators = await lockAdministrators(tx)
  const account = await getAccount(tx, input.id)
  refuseLast(administrators, account.id)
  await setState(tx, actor, account, 'disabled', input.reason)
}

export async function enableAccount(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const account = await getAccount(tx, input.id)
  const person = await findPerson(tx, account.personId, '2000-01-01')
  if (person?.state !== 'active') throw new Refusal('account.person_left')
  await setState(tx, actor, account, 'active', input.reason)
}

/** A person who leaves loses the account; nothing happens without one. */
export async function closeAccountOf(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const account = await findAccountItem(tx, { personId })
  if (account?.state === 'active') await disableAccount(tx, actor, { id: account.id, reason: '人员离岗' })
}

async function setState(
  tx: Tx,
  actor: Actor,
  account: AccountItem,
  state: 'active' | 'disabled',
  reason: string,
): Promise<void> {
  await updateAccount(tx, account.id, { state })
  if (state === 'disabled') await deleteSessionsOf(tx, account.id, null)
  await recordAct(tx, actor, {
    action: state === 'disabled' ? 'account.disabled' : 'account.enabled',
    subject: { kind: 'account', id: account.id },
    summary: `${actor.name} ${state === 'disabled' ? '停用' : '启用'}账号 ${account.username}（${account.personName}）`,
    before: { state: account.state },
    after: { state },
    reason,
  })
}

/** Gives a temporary password and ends every session. */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  input: { id: string; passwordHash: string; reason: string },
): Promise<void> {
  const account = await getAccount(tx, input.id)
  refuseSelf(actor, account)
  await updateAccount(tx, account.id, {
    password_hash: input.passwordHash,
    password_set_at: tx.now,
    must_change_password: true,
  })
  await deleteSessionsOf(tx, account.id, null)
  await recordAct(tx, actor, {
    action: 'account.password_reset',
    subject: { kind: 'account', id: account.id },
    summary: `${actor.name} 重置了 ${account.personName} 的密码`,
    reason: input.reason,
  })
}

/** For a lost phone: the next sign-in binds a new authenticator. */
export async function resetSecondFactor(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const account = await getAccount(tx, input.id)
  refuseSelf(actor, account)
  await updateAccount(tx, account.id, {
    totp_secret: null,
    totp_confirmed_at: null,
    totp_last_step: null,
    recovery_hashes: '[]',
  })
  await deleteSessionsOf(tx, account.id, null)
  await recordAct(tx, actor, {
    action: 'account.second_factor_reset',
    subject: { kind: 'account', id: account.id },
    summary: `${actor.name} 重置了 ${account.personName} 的第二重验证`,
    reason: input.reason,
  })
}

async function getAccount(tx: Tx, id: string): Promise<AccountItem> {
  const account = await findAccountItem(tx, { id })
  if (!account) throw new Refusal('record.not_found')
  return account
}

async function checkGrants(tx: Tx, grants: readonly Grant[]): Promise<void> {
  const fault = faultOfGrants(grants)
  if (fault) throw new Refusal(fault.code, fault.detail, [{ field: 'grants', ...fault }])
  const stations = [...new Set(grants.map((grant) => grant.stationId).filter((id) => id !== '0'))]
  const known = await listStationNames(tx, stations)
  if (known.size < stations.length)
    throw new Refusal('account.station_unknown', {}, [{ field: 'grants', code: 'account.station_unknown' }])
}

function refuseLast(administrators: readonly string[], accountId: string): void {
  if (administrators.length === 1 && administrators[0] === accountId) throw new Refusal('identity.last_admin')
}

function refuseSelf(actor: Actor, account: AccountItem): void {
  if (actor.id === account.id) throw new Refusal('account.not_own')
}

async function loginPhone(tx: Tx, text: string | null): Promise<string | null> {
  if (text === null || text.trim() === '') return null
  const phone = normalisePhone(text)
  const field = { field: 'phone', code: 'identity.bad_phone' }
  if (!phone.ok || phone.value.kind !== 'mobile') throw new Refusal('identity.bad_phone', {}, [field])
  if (await isPhoneTaken(tx, phone.value.number, null))
    throw new Refusal('identity.phone_taken', {}, [{ field: 'phone', code: 'identity.phone_taken' }])
  return phone.value.number
}
