export interface ImportButtonProps {
  /** the kind of rows, as the transfer module names it: 'people', 'stations' */
  kind: string
  label?: string
}

/** Template, preview, faults, progress, undo. (The transfer module's part.) */
export function ImportButton(_props: ImportButtonProps) {
  return null
}
