import { randomInt } from 'node:crypto'
import { roleDefinition } from '../identity/index.ts'

export interface Grant {
  role: string
  /** '0' = the whole centre */
  stationId: string
}

export const grantKey = (grant: Grant): string => `${grant.role}@${grant.stationId}`

/** Why a set of grants cannot be given, or null. Station roles need a station; the others are for the whole centre. */
export function faultOfGrants(grants: readonly Grant[]): { code: string; detail: Record<string, unknown> } | null {
  for (const grant of grants) {
    const role = roleDefinition(grant.role)
    if (!role) return { code: 'identity.role_unknown', detail: { role: grant.role } }
    if (role.stationScoped && grant.stationId === '0')
      return { code: 'identity.role_needs_station', detail: { role: role.zh } }
    if (!role.stationScoped && grant.stationId !== '0')
      return { code: 'account.role_for_centre', detail: { role: role.zh } }
  }
  return null
}

/** Grants that would be new. */
export function addedGrants(before: readonly Grant[], after: readonly Grant[]): Grant[] {
  const held = new Set(before.map(grantKey))
  return after.filter((grant) => !held.has(grantKey(grant)))
}

export const isAdministrator = (grants: readonly Grant[]): boolean =>
  grants.some((grant) => grant.role === 'admin' && grant.stationId === '0')

const groups = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'] as const

/** Four readable groups with all classes in each; good until the first sign-in, where it must be changed. */
export function newTemporaryPassword(): string {
  const group = () => [0, 1, 1, 2].map((kind) => pickFrom(groups[kind] ?? groups[1])).join('')
  return [group(), group(), group(), group()].join('-')
}

const pickFrom = (letters: string): string => letters[randomInt(letters.length)] ?? 'x'
