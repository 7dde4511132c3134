import type { ReplyOf } from '@xianghui/kit/contract'
import type { identityContract } from '@xianghui/server/contract/identity'
import { createContext, useContext } from 'react'

export type Me = ReplyOf<typeof identityContract.me>

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in. Only inside the frame. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside the signed-in frame')
  return me
}

/** May this person do it? With a station: at that station. For showing and hiding; the server decides. */
export function useCan(): (permission: string | readonly string[], stationId?: string) => boolean {
  const me = useMe()
  return (permission, stationId) => isAllowed(me.permissions, permission, stationId)
}

export function isAllowed(
  held: Me['permissions'],
  permission: string | readonly string[],
  stationId?: string,
): boolean {
  const wanted = typeof permission === 'string' ? [permission] : permission
  return wanted.some((name) => {
    if (name === 'signed-in') return true
    const scope = held[name]
    if (scope === undefined) return false
    return scope === 'centre' || stationId === undefined || scope.includes(stationId)
  })
}
