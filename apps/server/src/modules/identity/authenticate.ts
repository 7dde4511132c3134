import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { sessionActor } from './actor.ts'
import { readCookie } from './cookie.ts'
import { hashToken } from './secrets.ts'
import { findSession, touchSession } from './session.queries.ts'

const idleMs = 2 * 3_600_000
const touchMs = 60_000

/** Who asks. No cookie, an ended, idle or half session = anonymous. */
export async function authenticate(db: Db, now: Date, centreId: string, request: FastifyRequest): Promise<Actor> {
  const token = readCookie(request)
  if (!token) return anonymous(centreId)
  const hash = hashToken(token)
  const session = await findSession(db, centreId, hash)
  if (!session?.second_factor_done || session.expires_at <= now) return anonymous(centreId)
  const idle = now.getTime() - session.seen_at.getTime()
  if (idle > idleMs) return anonymous(centreId)
  if (idle > touchMs) await db.inCentre(centreId, (tx) => touchSession(tx, hash))
  return sessionActor(centreId, session)
}
