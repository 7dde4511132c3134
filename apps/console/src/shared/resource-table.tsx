import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Endpoint, ParamsOf, ReplyOf } from '@xianghui/kit/contract'
import { Button, Pagination, Skeleton } from 'antd'
import { type Key, type ReactNode, useState } from 'react'
import { type ApiProblem, request } from './api.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { Empty } from './empty.tsx'
import { useLocale, useText } from './locale.ts'
import { Problem } from './query-view.tsx'
import { ResourceCards } from './resource-cards.tsx'
import { ResourceGrid } from './resource-grid.tsx'
import { type Column, useShownColumns } from './table-columns.ts'
import { type Filter, TableFilters } from './table-filters.tsx'
import { listQueryOf, pageSizes } from './table-state.ts'
import { apiKey } from './use-api.ts'
import { useIsPhone } from './use-media.ts'
import { useTableState } from './use-table-state.ts'

export type { Column } from './table-columns.ts'
export type { Filter } from './table-filters.tsx'

/** The row of a list endpoint (`reply: paged(Item)`). */
export type RowOf<E> = ReplyOf<E> extends { items: readonly (infer Row)[] } ? Row : never

interface Paged<Row> {
  items: Row[]
  total: number
}

export interface ResourceTableProps<E extends Endpoint> {
  /** names the list: columns chosen are kept by it */
  name: string
  list: E
  params?: ParamsOf<E>
  /** always sent; wins over the address */
  fixed?: Readonly<Record<string, unknown>>
  rowKey: (row: RowOf<E>) => string
  /** the address a row opens */
  rowLink?: (row: RowOf<E>) => string
  columns: readonly Column<RowOf<E>>[]
  filters?: readonly Filter[]
  search?: string
  defaultSort?: string
  /** what a list without anything says: what to do first */
  empty: { title: string; hint?: ReactNode; act?: ReactNode }
  /** buttons at the right of the filters: import, export */
  tools?: ReactNode
  /** acts on chosen rows */
  selection?: (rows: RowOf<E>[], clear: () => void) => ReactNode
  expand?: (row: RowOf<E>) => ReactNode
}

/** The one list of the console: filters, order and page in the address; cards on a phone. */
export function ResourceTable<E extends Endpoint>(props: ResourceTableProps<E>) {
  type Row = RowOf<E>
  const t = useText()
  const locale = useLocale()
  const phone = useIsPhone()
  const [state, change] = useTableState(props.defaultSort)
  const { shown, choose, reset } = useShownColumns<Row>(props.name, props.columns)
  const [chosen, setChosen] = useState<readonly Key[]>([])
  const asked = listQueryOf(state, props.fixed)
  const query = useQuery<Paged<Row>, ApiProblem>({
    queryKey: apiKey(props.list, { params: props.params, query: asked }, locale),
    queryFn: async ({ signal }) =>
      (await request(props.list, {
        params: props.params as Record<string, unknown> | undefined,
        query: asked,
        signal,
      })) as Paged<Row>,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
  const rows = query.data?.items ?? []
  const filtered = Object.keys(state.filters).length > 0
  const columns = props.columns.filter((column) => shown.includes(column.key))
  const chosenRows = rows.filter((row) => chosen.includes(props.rowKey(row)))
  const hasBar = props.search !== undefined || (props.filters?.length ?? 0) > 0 || props.tools !== undefined
  return (
    <section className="resource">
      {hasBar && (
        <div className="resource-bar no-print">
          <TableFilters filters={props.filters ?? []} search={props.search} state={state} change={change} />
          <div className="resource-tools">
            {props.tools}
            {!phone && <ColumnChooser columns={props.columns} shown={shown} choose={choose} reset={reset} />}
          </div>
        </div>
      )}
      {props.selection && chosenRows.length > 0 && (
        <div className="resource-chosen" role="status">
          {t.chosen(chosenRows.length)} {props.selection(chosenRows, () => setChosen([]))}
          <Button type="link" onClick={() => setChosen([])}>
            {t.cancelChosen}
          </Button>
        </div>
      )}
      {query.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : query.data === undefined ? (
        query.error && <Problem problem={query.error} retry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <NoRows
          filtered={filtered || state.page > 1}
          empty={props.empty}
          clear={() => change({ ...cleared(state.filters), page: 1 })}
        />
      ) : (
        <>
          {phone ? (
            <ResourceCards columns={columns} rows={rows} rowKey={props.rowKey} rowLink={props.rowLink} />
          ) : (
            <ResourceGrid
              columns={columns}
              rows={rows}
              rowKey={props.rowKey}
              rowLink={props.rowLink}
              sort={state.sort}
              onSort={(sort) => change({ sort })}
              busy={query.isPlaceholderData}
              chosen={props.selection ? chosen : undefined}
              onChoose={setChosen}
              expand={props.expand}
            />
          )}
          <Pagination
            className="no-print"
            align="end"
            simple={phone}
            current={state.page}
            pageSize={state.size}
            total={query.data.total}
            showTotal={phone ? undefined : (count) => t.total(count)}
            showSizeChanger={!phone}
            pageSizeOptions={[...pageSizes]}
            onChange={(page, size) => change(size === state.size ? { page } : { size })}
          />
        </>
      )}
    </section>
  )
}

function NoRows(props: {
  filtered: boolean
  empty: { title: string; hint?: ReactNode; act?: ReactNode }
  clear: () => void
}) {
  const t = useText()
  if (!props.filtered) return <Empty {...props.empty} />
  return (
    <Empty
      art="nothing-found"
      title={t.nothingFound}
      hint={t.nothingFoundHint}
      act={<Button onClick={props.clear}>{t.clearFilters}</Button>}
    />
  )
}

const cleared = (filters: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(filters).map((key) => [key, undefined]))
