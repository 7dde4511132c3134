import type { ReactNode } from 'react'
import { useCan } from '../shared/me.ts'
import { Forbidden } from './error-pages.tsx'

/** A page for those who hold its permission; others are told so. */
export function Guarded({ permission, children }: { permission: string | readonly string[]; children: ReactNode }) {
  const can = useCan()
  return can(permission) ? children : <Forbidden />
}
