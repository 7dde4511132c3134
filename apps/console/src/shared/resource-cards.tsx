import { Link } from 'react-router'
import type { Column } from './table-columns.ts'
import { useKeepSearch } from './use-keep-search.ts'

export interface ResourceCardsProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowLink?: (row: Row) => string
}

/** The rows as cards, for a phone: title and state on top, the rest as lines. */
export function ResourceCards<Row>({ columns, rows, rowKey, rowLink }: ResourceCardsProps<Row>) {
  const keep = useKeepSearch()
  const title = columns.find((column) => column.phone === 'title') ?? columns[0]
  const status = columns.find((column) => column.phone === 'status')
  const lines = columns.filter((column) => column !== title && column !== status && (column.phone ?? 'line') === 'line')
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          <div className="card-head">
            {rowLink ? (
              <Link className="card-link" to={keep(rowLink(row))}>
                {title?.render(row)}
              </Link>
            ) : (
              <strong>{title?.render(row)}</strong>
            )}
            {status?.render(row)}
          </div>
          <dl>
            {lines.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
