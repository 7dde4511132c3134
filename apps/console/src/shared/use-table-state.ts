import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { changeTableState, listQueryOf, readTableState, type TableState } from './table-state.ts'

export type ChangeTable = (change: Readonly<Record<string, string | number | undefined>>) => void

/** The list's state in the address, and how to change it. */
export function useTableState(defaultSort?: string): [TableState, ChangeTable] {
  const [params, setParams] = useSearchParams()
  const state = useMemo(() => readTableState(params, defaultSort), [params, defaultSort])
  const change = useCallback<ChangeTable>(
    (wanted) => setParams((now) => changeTableState(now, wanted, defaultSort), { replace: true }),
    [setParams, defaultSort],
  )
  return [state, change]
}

/** The filters and order of the list on this page, without the page: what an export takes. */
export function useTableQuery(defaultSort?: string): Record<string, unknown> {
  const [state] = useTableState(defaultSort)
  const { page: _page, size: _size, ...query } = listQueryOf(state)
  return query
}
