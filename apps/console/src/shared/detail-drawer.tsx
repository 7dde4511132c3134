import type { UseQueryResult } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { type ReactNode, useId } from 'react'
import { useNavigate } from 'react-router'
import type { ApiProblem } from './api.ts'
import { Problem } from './query-view.tsx'
import { useKeepSearch } from './use-keep-search.ts'
import { useIsPhone } from './use-media.ts'

export interface DetailDrawerProps {
  title: ReactNode
  /** beside the title */
  status?: ReactNode
  /** the list's address; its filters are kept */
  closeTo: string
  /** buttons of the drawer's head */
  acts?: ReactNode
  /** shows reading and not-read by itself */
  query?: UseQueryResult<unknown, ApiProblem>
  width?: number
  children: ReactNode
}

/** One record over its list, at an address of its own. Esc and the back key close it. */
export function DetailDrawer({ title, status, closeTo, acts, query, width = 640, children }: DetailDrawerProps) {
  const navigate = useNavigate()
  const keep = useKeepSearch()
  const phone = useIsPhone()
  const titleId = useId()
  return (
    <Drawer
      open
      size={phone ? '100%' : width}
      title={
        <span className="drawer-title" id={titleId}>
          {title} {status}
        </span>
      }
      extra={!phone && acts}
      onClose={() => navigate(keep(closeTo))}
    >
      {/* Focusable, so that a long record scrolls by keyboard even where nothing in it can be pressed. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the scrolling region must be reachable by keyboard */}
      <section tabIndex={0} aria-labelledby={titleId} className="drawer-content">
        {phone && acts && <div className="drawer-acts">{acts}</div>}
        {query?.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
        {query?.isError && query.data === undefined && (
          <Problem problem={query.error} retry={() => void query.refetch()} />
        )}
        {(!query || query.data !== undefined) && children}
      </section>
    </Drawer>
  )
}
