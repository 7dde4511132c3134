import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { ApiProblem } from './api.ts'
import { Empty } from './empty.tsx'
import { useText } from './locale.ts'

export interface QueryViewProps<T> {
  query: UseQueryResult<T, ApiProblem>
  children: (data: T) => ReactNode
}

/** Reading, not read (with a retry), then what was read. */
export function QueryView<T>({ query, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Problem problem={query.error} retry={() => void query.refetch()} />
  return <Skeleton active paragraph={{ rows: 6 }} />
}

/** The server's sentence and a way on. */
export function Problem({ problem, retry }: { problem: ApiProblem; retry?: () => void }) {
  const t = useText()
  const art = problem.status === 0 ? 'offline' : problem.status === 404 ? 'nothing-found' : 'error'
  return (
    <div role="alert">
      <Empty
        art={art}
        title={problem.message}
        hint={problem.requestId && problem.status >= 500 ? t.serverFault(problem.requestId) : undefined}
        act={retry && <Button onClick={retry}>{t.retry}</Button>}
      />
    </div>
  )
}
