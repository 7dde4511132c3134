import { Table, type TableColumnType } from 'antd'
import type { Key, ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { type Column, sortNameOf } from './table-columns.ts'
import { useKeepSearch } from './use-keep-search.ts'

export interface ResourceGridProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowLink?: (row: Row) => string
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  busy: boolean
  /** undefined = rows cannot be chosen */
  chosen: readonly Key[] | undefined
  onChoose: (keys: readonly Key[]) => void
  expand?: (row: Row) => ReactNode
}

/** The rows as a table: a click anywhere opens the row; the first column is a true link for keyboard and new tabs. */
export function ResourceGrid<Row>(props: ResourceGridProps<Row>) {
  const keep = useKeepSearch()
  const navigate = useNavigate()
  const { rowLink, rowKey } = props
  const linked = props.columns.find((column) => column.phone === 'title') ?? props.columns[0]
  const columns = props.columns.map((column): TableColumnType<Row> => {
    const sortName = sortNameOf(column)
    return {
      key: column.key,
      title: column.title,
      width: column.width,
      align: column.align,
      sorter: sortName !== undefined,
      sortOrder: props.sort === sortName ? 'ascend' : props.sort === `-${sortName}` ? 'descend' : null,
      render: (_value, row) =>
        rowLink && column === linked ? <Link to={keep(rowLink(row))}>{column.render(row)}</Link> : column.render(row),
    }
  })
  return (
    <div className="table-scroll">
      <Table<Row>
        size="middle"
        columns={columns}
        dataSource={[...props.rows]}
        rowKey={rowKey}
        pagination={false}
        loading={props.busy}
        onChange={(_page, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          const column = props.columns.find(({ key }) => key === one?.columnKey)
          const name = column && sortNameOf(column)
          props.onSort(name && one?.order ? (one.order === 'descend' ? `-${name}` : name) : undefined)
        }}
        rowSelection={
          props.chosen && {
            selectedRowKeys: [...props.chosen],
            onChange: (keys) => props.onChoose(keys),
            preserveSelectedRowKeys: false,
          }
        }
        expandable={props.expand && { expandedRowRender: props.expand }}
        onRow={(row) =>
          rowLink
            ? {
                className: 'row-opens',
                onClick: (event) => {
                  if (isOwnControl(event.target)) return
                  navigate(keep(rowLink(row)))
                },
              }
            : {}
        }
      />
    </div>
  )
}

/** A click on a control inside the row is the control's own. */
function isOwnControl(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest('a,button,input,label,.ant-table-selection-column,.ant-modal') !== null
  )
}
