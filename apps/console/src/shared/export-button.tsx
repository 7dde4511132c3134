export interface ExportButtonProps {
  kind: string
  /** what the list shows now: `useTableQuery()` */
  query?: Readonly<Record<string, unknown>>
  label?: string
}

/** Exports what the filter shows, complete or not at all. (The transfer module's part.) */
export function ExportButton(_props: ExportButtonProps) {
  return null
}
