import { recordAct } from '../../platform/audit.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { type Sender, sendMessage } from '../../platform/outgoing.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountRow, findAccount, listGrants, updateAccount } from './account.queries.ts'
import { accountActor } from './actor.ts'
import { clearFailures, countFailure, findLock } from './attempt.queries.ts'
import { putPhoneCode, takePhoneCode } from './phone-code.queries.ts'
import { needsSecondFactor } from './roles.ts'
import { checkPassword, hashToken, newPhoneCode, newToken } from './secrets.ts'
import { insertSession } from './session.queries.ts'

const minute = 60_000
const lockMinutes = 15
const codeMinutes = 5
const codePauseSeconds = 60

export interface SignInDeps {
  db: Db
  now: () => Date
  sender: Sender
  /** most hours a session lives (SESSION_HOURS) */
  sessionHours: number
}

export interface Caller {
  centreId: string
  ip: string
  userAgent: string
}

/** `next` says what the browser must do: nothing, show the second factor, or bind one first. */
export interface SignedIn {
  token: string
  expiresAt: Date
  next: 'done' | 'second-factor' | 'bind-second-factor'
}

/** @throws Refusal identity.wrong_credentials | identity.locked */
export async function signInByPassword(
  deps: SignInDeps,
  caller: Caller,
  input: { username: string; password: string },
): Promise<SignedIn> {
  const username = input.username.trim().toLowerCase()
  await refuseLocked(deps, caller, [`user:${username}`, `ip:${caller.ip}`])
  const account = await deps.db.inCentre(caller.centreId, (tx) => findAccount(tx, { username }))
  const right = await checkPassword(input.password, account?.password_hash ?? null)
  if (!account || !right || account.state !== 'active') {
    await noteFailure(deps, caller, `user:${username}`)
    throw new Refusal('identity.wrong_credentials')
  }
  return deps.db.inCentre(caller.centreId, async (tx) => {
    await clearFailures(tx, `user:${username}`)
    return openSession(tx, caller, account, deps.sessionHours)
  })
}

/** Sends a code if the phone belongs to an account; the answer is the same if it does not. */
export async function requestPhoneCode(deps: SignInDeps, caller: Caller, phone: string): Promise<void> {
  await refuseLocked(deps, caller, [`phone:${phone}`, `ip:${caller.ip}`])
  const code = newPhoneCode()
  await deps.db.inCentre(caller.centreId, async (tx) => {
    const kept = await putPhoneCode(tx, {
      phone,
      codeHash: hashToken(`${phone}:${code}`),
      expiresAt: new Date(tx.now.getTime() + codeMinutes * minute),
      notBefore: new Date(tx.now.getTime() - codePauseSeconds * 1000),
    })
    if (!kept) throw new Refusal('identity.code_too_soon', { seconds: codePauseSeconds })
    const account = await findAccount(tx, { phone })
    if (account?.state !== 'active') return
    await sendMessage(tx, deps.sender, {
      channel: 'sms',
      recipient: phone,
      body: `您的登录验证码是 ${code}，${codeMinutes} 分钟内有效。请勿告诉他人。`,
      expiresAt: new Date(tx.now.getTime() + codeMinutes * minute),
    })
  })
}

/** @throws Refusal identity.wrong_code | identity.locked */
export async function signInByPhone(
  deps: SignInDeps,
  caller: Caller,
  input: { phone: string; code: string },
): Promise<SignedIn> {
  await refuseLocked(deps, caller, [`phone:${input.phone}`, `ip:${caller.ip}`])
  // Two steps, so that a wrong try is counted even though the refusal rolls its own transaction back.
  const right = await deps.db.inCentre(caller.centreId, (tx) =>
    takePhoneCode(tx, input.phone, hashToken(`${input.phone}:${input.code}`)),
  )
  const account = right
    ? await deps.db.inCentre(caller.centreId, (tx) => findAccount(tx, { phone: input.phone }))
    : undefined
  if (account?.state !== 'active') {
    await noteFailure(deps, caller, `phone:${input.phone}`)
    throw new Refusal('identity.wrong_code')
  }
  return deps.db.inCentre(caller.centreId, (tx) => openSession(tx, caller, account, deps.sessionHours))
}

async function openSession(tx: Tx, caller: Caller, account: AccountRow, hours: number): Promise<SignedIn> {
  const grants = await listGrants(tx, account.id)
  const bound = account.totp_confirmed_at !== null
  const next = bound ? 'second-factor' : needsSecondFactor(grants) ? 'bind-second-factor' : 'done'
  const token = newToken()
  // A half session only lives long enough to type six digits.
  const expiresAt = new Date(tx.now.getTime() + (next === 'done' ? hours * 60 : 10) * minute)
  await insertSession(tx, {
    tokenHash: hashToken(token),
    accountId: account.id,
    secondFactorDone: next === 'done',
    ip: caller.ip,
    userAgent: caller.userAgent,
    expiresAt,
  })
  if (next === 'done') await noteSignIn(tx, account)
  return { token, expiresAt, next }
}

/** A whole session after the second factor: the half one's token is never promoted, a new one is made. */
export async function openWholeSession(tx: Tx, caller: Caller, account: AccountRow, hours: number): Promise<SignedIn> {
  const token = newToken()
  const expiresAt = new Date(tx.now.getTime() + hours * 60 * minute)
  await insertSession(tx, {
    tokenHash: hashToken(token),
    accountId: account.id,
    secondFactorDone: true,
    ip: caller.ip,
    userAgent: caller.userAgent,
    expiresAt,
  })
  await noteSignIn(tx, account)
  return { token, expiresAt, next: 'done' }
}

async function noteSignIn(tx: Tx, account: AccountRow): Promise<void> {
  await updateAccount(tx, account.id, { last_sign_in_at: tx.now })
  await recordAct(tx, accountActor(tx.centreId, account), {
    action: 'identity.signed_in',
    subject: { kind: 'account', id: account.id },
    summary: `${account.person_name} 登录`,
  })
}

async function refuseLocked(deps: SignInDeps, caller: Caller, subjects: string[]): Promise<void> {
  const until = await deps.db.inCentre(caller.centreId, (tx) => findLock(tx, subjects))
  if (until)
    throw new Refusal('identity.locked', { minutes: Math.ceil((until.getTime() - deps.now().getTime()) / minute) })
}

export async function noteFailure(
  deps: Pick<SignInDeps, 'db' | 'now'>,
  caller: Caller,
  subject: string,
): Promise<void> {
  const now = deps.now().getTime()
  const window = { windowStart: new Date(now - lockMinutes * minute), until: new Date(now + lockMinutes * minute) }
  await deps.db.inCentre(caller.centreId, async (tx) => {
    await countFailure(tx, subject, { most: 5, ...window })
    await countFailure(tx, `ip:${caller.ip}`, { most: 30, ...window })
  })
}
