import { useQueryClient } from '@tanstack/react-query'
import { identityContract } from '@xianghui/server/contract/identity'
import { Spin } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { sessionEnded } from '../shared/api.ts'
import { MeContext } from '../shared/me.ts'
import { Problem } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { ForcedPassword } from '../sign-in/forced-password.tsx'

/** Lets the signed-in through; others sign in and come back to the same address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useApi(identityContract.me, {}, { staleMs: 60_000 })
  const queries = useQueryClient()
  const location = useLocation()
  const navigate = useNavigate()
  const known = me.data !== undefined
  const back = `${location.pathname}${location.search}`
  useEffect(() => {
    const leave = () => {
      queries.clear()
      navigate(signInAddress(back), { replace: true, state: known ? { over: true } : undefined })
    }
    addEventListener(sessionEnded, leave)
    return () => removeEventListener(sessionEnded, leave)
  }, [back, known, navigate, queries])

  if (me.data?.mustChangePassword) {
    return (
      <MeContext value={me.data}>
        <ForcedPassword />
      </MeContext>
    )
  }
  if (me.data) return <MeContext value={me.data}>{children}</MeContext>
  if (me.error?.status === 401) return <Navigate to={signInAddress(back)} replace />
  if (me.error) return <Problem problem={me.error} retry={() => void me.refetch()} />
  return <Spin className="boot" size="large" />
}

export function signInAddress(back: string): string {
  return back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`
}
