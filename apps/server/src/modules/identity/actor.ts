import type { Actor } from '../../platform/actor.ts'
import { permissionsOf } from './roles.ts'
import type { SessionRow } from './session.queries.ts'

/** The actor of a whole session. */
export function sessionActor(centreId: string, session: SessionRow): Actor {
  const grants = session.grants.map(([role, stationId]) => ({ role, stationId }))
  return {
    kind: 'account',
    id: session.account_id,
    name: session.person_name,
    centreId,
    permissions: permissionsOf(grants),
    roles: [...new Set(grants.map((grant) => grant.role))],
    sessionId: session.id,
  }
}

/** For acts recorded before there is a session (signing in, binding a second factor): no permissions. */
export function accountActor(centreId: string, account: { id: string; person_name: string }): Actor {
  return {
    kind: 'account',
    id: account.id,
    name: account.person_name,
    centreId,
    permissions: new Map(),
    roles: [],
    sessionId: null,
  }
}
