import { createHmac } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountRow, findAccount, takeTotpStep, updateAccount } from './account.queries.ts'
import { accountActor } from './actor.ts'
import { clearFailures, findLock } from './attempt.queries.ts'
import { hashToken, newRecoveryCodes } from './secrets.ts'
import { deleteSession, findSession } from './session.queries.ts'
import { type Caller, noteFailure, openWholeSession, type SignedIn, type SignInDeps } from './sign-in.service.ts'

const step = 30

/** The account behind a half session. @throws Refusal identity.no_half_session */
export async function halfSession(deps: SignInDeps, caller: Caller, token: string | undefined): Promise<AccountRow> {
  const session = token ? await findSession(deps.db, caller.centreId, hashToken(token)) : undefined
  if (!session || session.second_factor_done || session.expires_at <= deps.now())
    throw new Refusal('identity.no_half_session')
  const account = await deps.db.inCentre(caller.centreId, (tx) => findAccount(tx, { id: session.account_id }))
  if (!account) throw new Refusal('identity.no_half_session')
  return account
}

/** A fresh secret to scan; nothing counts until it is confirmed with a code. */
export async function startSecondFactor(
  tx: Tx,
  account: AccountRow,
  issuer: string,
): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: 20 })
  // Kept beside the one in use: who opens this page and leaves it keeps his old authenticator.
  await updateAccount(tx, account.id, { totp_pending: secret.base32 })
  return { secret: secret.base32, uri: totpOf(secret.base32, account.username, issuer).toString() }
}

/** @returns the recovery codes, shown once */
export async function confirmSecondFactor(tx: Tx, account: AccountRow, code: string): Promise<string[]> {
  const pending = account.totp_pending
  if (!pending) throw new Refusal('identity.factor_not_started')
  if (!(await takeTotp(tx, { ...account, totp_secret: pending }, code))) throw new Refusal('identity.wrong_code')
  const codes = newRecoveryCodes()
  await updateAccount(tx, account.id, {
    totp_secret: pending,
    totp_pending: null,
    totp_confirmed_at: tx.now,
    recovery_hashes: JSON.stringify(codes.map((one) => hashRecovery(account.id, one))),
  })
  await recordAct(tx, accountActor(tx.centreId, account), {
    action: 'identity.second_factor_bound',
    subject: { kind: 'account', id: account.id },
    summary: `${account.person_name} 绑定第二重验证`,
  })
  return codes
}

/** Finishes a half session by an authenticator code or a one-time recovery code. @throws Refusal identity.wrong_code */
export async function finishSignIn(
  deps: SignInDeps,
  caller: Caller,
  token: string | undefined,
  code: string,
): Promise<SignedIn> {
  const account = await halfSession(deps, caller, token)
  const subject = `factor:${account.id}`
  const lock = await deps.db.inCentre(caller.centreId, (tx) => findLock(tx, [subject]))
  if (lock)
    throw new Refusal('identity.locked', { minutes: Math.ceil((lock.getTime() - deps.now().getTime()) / 60_000) })
  const signedIn = await deps.db.inCentre(caller.centreId, async (tx) => {
    const fresh = await findAccount(tx, { id: account.id })
    if (!fresh?.totp_confirmed_at) return undefined
    if (!(await takeTotp(tx, fresh, code)) && !(await takeRecovery(tx, fresh, code))) return undefined
    await clearFailures(tx, subject)
    await deleteSession(tx, hashToken(token ?? ''))
    return openWholeSession(tx, caller, fresh, deps.sessionHours)
  })
  if (signedIn) return signedIn
  await noteFailure(deps, caller, subject)
  throw new Refusal('identity.wrong_code')
}

/** Takes the code's time step once: ±1 step of drift, never the same step twice. */
async function takeTotp(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
  if (!account.totp_secret || !/^\d{6}$/.test(code)) return false
  const delta = totpOf(account.totp_secret, account.username, '').validate({
    token: code,
    timestamp: tx.now.getTime(),
    window: 1,
  })
  if (delta === null) return false
  const used = Math.floor(tx.now.getTime() / 1000 / step) + delta
  return takeTotpStep(tx, account.id, String(used))
}

async function takeRecovery(tx: Tx, account: AccountRow, code: string): Promise<boolean> {
  const hashes = Array.isArray(account.recovery_hashes) ? account.recovery_hashes.map(String) : []
  const hash = hashRecovery(account.id, code.trim().toLowerCase())
  if (!hashes.includes(hash)) return false
  await updateAccount(tx, account.id, { recovery_hashes: JSON.stringify(hashes.filter((one) => one !== hash)) })
  return true
}

function totpOf(secret: string, username: string, issuer: string): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    label: username,
    issuer,
    algorithm: 'SHA1',
    digits: 6,
    period: step,
  })
}

/** 50 random bits need no slow hash; the account id keeps equal codes of two accounts apart. */
function hashRecovery(accountId: string, code: string): string {
  return createHmac('sha256', `xianghui recovery ${accountId}`).update(code).digest('hex')
}
