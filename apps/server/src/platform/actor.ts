/** Who acts. `permissions` maps a permission to the stations it holds for, or to 'centre' for all of the centre. */
export interface Actor {
  readonly kind: 'account' | 'anonymous' | 'system'
  /** account id; null for anonymous and system */
  readonly id: string | null
  readonly name: string
  readonly centreId: string
  readonly permissions: ReadonlyMap<string, Scope>
  readonly roles: readonly string[]
  /** session the actor came with; null for anonymous and system */
  readonly sessionId: string | null
}

export type Scope = 'centre' | readonly string[]

export function anonymous(centreId: string): Actor {
  return { kind: 'anonymous', id: null, name: '访客', centreId, permissions: new Map(), roles: [], sessionId: null }
}

/** Acts of the program itself: schedules, loading a plan, handlers of events. */
export function systemActor(centreId: string): Actor {
  return { kind: 'system', id: null, name: '系统', centreId, permissions: new Map(), roles: [], sessionId: null }
}

/** May the actor do this anywhere at all? */
export function may(actor: Actor, permission: string): boolean {
  return actor.kind === 'system' || actor.permissions.has(permission)
}

/** May the actor do this for this station (null = a thing of the centre itself)? */
export function mayAt(actor: Actor, permission: string, stationId: string | null): boolean {
  if (actor.kind === 'system') return true
  const scope = actor.permissions.get(permission)
  if (scope === undefined) return false
  return scope === 'centre' || (stationId !== null && scope.includes(stationId))
}

/** The stations a permission reaches: 'centre' = all, [] = none. */
export function scopeOf(actor: Actor, permission: string): Scope {
  return actor.kind === 'system' ? 'centre' : (actor.permissions.get(permission) ?? [])
}
