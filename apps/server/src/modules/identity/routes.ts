import { normalisePhone } from '@xianghui/kit/phone'
import type { FastifyReply, FastifyRequest } from 'fastify'
import QRCode from 'qrcode'
import type { Mount } from '../../platform/http.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findAccount } from './account.queries.ts'
import { identityContract as contract } from './contract.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import { weaknessesOf } from './password.rules.ts'
import { changePassword } from './password.service.ts'
import { type RoleDefinition, roleDefinition } from './roles.ts'
import { confirmSecondFactor, finishSignIn, halfSession, startSecondFactor } from './second-factor.service.ts'
import { hashToken } from './secrets.ts'
import { deleteSession, deleteSessionsOf, findSession, listSessions } from './session.queries.ts'
import {
  type Caller,
  openWholeSession,
  requestPhoneCode,
  type SignedIn,
  type SignInDeps,
  signInByPassword,
  signInByPhone,
} from './sign-in.service.ts'

export interface IdentityRouteDeps extends SignInDeps {
  /** cookies carry Secure and the __Host- prefix where the site is served by https */
  https: boolean
}

const tries = { tokens: 10, seconds: 60 }

export function mountIdentity(mount: Mount, deps: IdentityRouteDeps): void {
  const answer = (reply: FastifyReply, signedIn: SignedIn) => {
    setCookie(reply, signedIn.token, signedIn.expiresAt, deps.https)
    return { next: signedIn.next }
  }

  mount(contract.signIn, { may: 'public', rate: tries }, async ({ request, reply, body }) =>
    answer(reply, await signInByPassword(deps, callerOf(request), body)),
  )
  mount(contract.requestPhoneCode, { may: 'public', rate: { tokens: 5, seconds: 60 } }, async ({ request, body }) => {
    await requestPhoneCode(deps, callerOf(request), mobileOf(body.phone))
    return { ok: true as const }
  })
  mount(contract.signInByPhone, { may: 'public', rate: tries }, async ({ request, reply, body }) =>
    answer(reply, await signInByPhone(deps, callerOf(request), { phone: mobileOf(body.phone), code: body.code })),
  )
  mount(contract.finishSignIn, { may: 'public', rate: tries }, async ({ request, reply, body }) =>
    answer(reply, await finishSignIn(deps, callerOf(request), readCookie(request), body.code)),
  )
  mountSecondFactor(mount, deps)
  mountMe(mount, deps)
}

/** Binding is open to a half session that has no factor yet, and to anyone fully signed in; never to a half one that has. */
function mountSecondFactor(mount: Mount, deps: IdentityRouteDeps): void {
  const binder = async (request: FastifyRequest) => {
    const id = request.actor.id
    if (id) {
      const own = await deps.db.inCentre(request.centreId, (tx) => findAccount(tx, { id }))
      if (own) return own
    }
    const account = await halfSession(deps, callerOf(request), readCookie(request))
    if (account.totp_confirmed_at) throw new Refusal('identity.no_half_session')
    return account
  }
  mount(contract.startSecondFactor, { may: 'public', rate: tries }, async ({ request, inCentre }) => {
    const account = await binder(request)
    const { secret, uri } = await inCentre((tx) => startSecondFactor(tx, account, '乡汇'))
    return { secret, uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 1 }) }
  })
  mount(contract.confirmSecondFactor, { may: 'public', rate: tries }, async ({ request, reply, body, inCentre }) => {
    const account = await binder(request)
    const caller = callerOf(request)
    const { codes, signedIn } = await inCentre(async (tx) => {
      const fresh = await findAccount(tx, { id: account.id })
      if (!fresh) throw new Refusal('identity.no_half_session')
      const codes = await confirmSecondFactor(tx, fresh, body.code)
      await deleteSession(tx, hashToken(readCookie(request) ?? ''))
      return { codes, signedIn: await openWholeSession(tx, caller, fresh, deps.sessionHours) }
    })
    answerCookie(reply, signedIn, deps.https)
    return { recoveryCodes: codes }
  })
}

function mountMe(mount: Mount, deps: IdentityRouteDeps): void {
  mount(contract.signOut, { may: 'public' }, async ({ request, reply, inCentre }) => {
    const token = readCookie(request)
    if (token) await inCentre((tx) => deleteSession(tx, hashToken(token)))
    clearCookie(reply, deps.https)
    return { ok: true as const }
  })
  mount(contract.me, { may: 'signed-in' }, async ({ actor, centreId, request }) => {
    const token = readCookie(request)
    const session = token ? await findSession(deps.db, centreId, hashToken(token)) : undefined
    return {
      accountId: actor.id ?? '',
      name: actor.name,
      roles: actor.roles.map((role) => roleLabel(role, roleDefinition(role))),
      permissions: Object.fromEntries(
        [...actor.permissions].map(([name, scope]) => [name, typeof scope === 'string' ? scope : [...scope]]),
      ),
      mustChangePassword: session?.must_change_password ?? false,
    }
  })
  mount(contract.changePassword, { may: 'signed-in', rate: tries }, async ({ actor, body, inCentre }) => {
    await changePassword(inCentre, actor, body, weaknessesOf)
    return { ok: true as const }
  })
  mount(contract.mySessions, { may: 'signed-in' }, async ({ actor, inCentre }) => {
    const rows = await inCentre((tx) => listSessions(tx, actor.id ?? '0'))
    return rows.map((row) => ({
      id: row.id,
      ip: row.ip,
      userAgent: row.user_agent,
      seenAt: row.seen_at.toISOString(),
      current: row.id === actor.sessionId,
    }))
  })
  mount(contract.endOtherSessions, { may: 'signed-in' }, async ({ actor, inCentre }) => {
    await inCentre((tx) => deleteSessionsOf(tx, actor.id ?? '0', actor.sessionId))
    return { ok: true as const }
  })
}

function answerCookie(reply: FastifyReply, signedIn: SignedIn, https: boolean): void {
  setCookie(reply, signedIn.token, signedIn.expiresAt, https)
}

function roleLabel(role: string, definition: RoleDefinition | undefined) {
  return { role, zh: definition?.zh ?? role, en: definition?.en ?? role }
}

function callerOf(request: FastifyRequest): Caller {
  return { centreId: request.centreId, ip: request.ip, userAgent: request.headers['user-agent'] ?? '' }
}

function mobileOf(text: string): string {
  const phone = normalisePhone(text)
  if (!phone.ok || phone.value.kind !== 'mobile') throw new Refusal('identity.bad_phone')
  return phone.value.number
}
