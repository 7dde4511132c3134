/** A value of a cell as modules see it: yuan is integer fen, a date 'YYYY-MM-DD', a datetime an ISO instant. */
export type SheetValue = string | number | null
export type SheetRow = Record<string, SheetValue>

export type ColumnType = 'text' | 'number' | 'integer' | 'date' | 'datetime' | 'choice' | 'yuan' | 'phone' | 'region'

export interface SheetChoice {
  value: string
  zh: string
  en: string
}

export interface SheetColumn<Key extends string = string> {
  key: Key
  zh: string
  en: string
  type: ColumnType
  required?: true
  /** one line under the heading of the template: what to fill in */
  help: string
  example?: string
  /** the choices of a `choice`: people fill in the Chinese word, the row holds the value */
  choices?: readonly SheetChoice[]
  /** most characters of a text (200 unless told) */
  most?: number
  /** smallest and largest number */
  min?: number
  max?: number
  /** shown in exports and templates, but never read back (computed) */
  readOnly?: true
}

/** One table as a file: the same for template, import and export, so that what goes out can come back in. */
export interface SheetSpec<Row extends SheetRow = SheetRow> {
  /** address word: `/api/imports/:key` */
  key: string
  zh: string
  en: string
  columns: readonly SheetColumn<keyof Row & string>[]
}

/** The key of the column that an error sheet carries besides the spec's own; ignored when the sheet comes back. */
export const faultTitle = { zh: '错误说明', en: 'What to mend' }
