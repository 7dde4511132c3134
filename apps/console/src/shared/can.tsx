import type { ReactNode } from 'react'
import { useCan } from './me.ts'

/** Shows its children to those who hold the permission. */
export function Can(props: { permission: string | readonly string[]; stationId?: string; children: ReactNode }) {
  const can = useCan()
  return can(props.permission, props.stationId) ? props.children : null
}
