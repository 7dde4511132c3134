import { diffRows } from './diff-rows.ts'
import { useText } from './locale.ts'

export interface DiffViewProps {
  before: unknown
  after: unknown
  /** field → its word; a field without one shows its key */
  labels?: Readonly<Record<string, string>>
}

/** Before and after side by side, only what changed. */
export function DiffView({ before, after, labels = {} }: DiffViewProps) {
  const t = useText()
  const rows = diffRows(before, after)
  if (rows.length === 0) return <p className="quiet">{t.noChanges}</p>
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{labels[row.key] ?? row.key}</th>
            <td>{row.before === undefined ? <span className="quiet">{t.none}</span> : <del>{row.before}</del>}</td>
            <td>{row.after === undefined ? <span className="quiet">{t.none}</span> : <ins>{row.after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
