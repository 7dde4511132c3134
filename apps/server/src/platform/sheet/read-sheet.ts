import { readFile } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { type CellFault, parseCell, type RawCell } from './cell.ts'
import { readCsv } from './csv-reader.ts'
import { faultTitle, type SheetColumn, type SheetRow, type SheetSpec } from './spec.ts'

/** One row as read: its values by column key (columns the file lacks are absent) and what could not be read. */
export interface SheetLine {
  /** line of the file, as a person sees it in Excel */
  line: number
  row: Partial<SheetRow>
  faults: CellFault[]
  /** the cells as they came, for the error sheet */
  raw: RawCell[]
}

export interface OpenedSheet {
  /** headings of the file as they came, for the error sheet */
  headings: string[]
  lines: AsyncIterable<SheetLine>
}

/**
 * Opens a filled-in sheet: headings in Chinese or English in any order, the template's help row skipped, foreign
 * columns ignored. @throws Refusal sheet.no_heading, sheet.missing_columns, sheet.unreadable
 */
export async function openSheet(path: string, ext: string, spec: SheetSpec): Promise<OpenedSheet> {
  const source = ext === 'xlsx' ? readXlsx(path) : readCsv(path)
  const lines: AsyncIterator<{ line: number; cells: RawCell[] }> = source[Symbol.asyncIterator]()
  const heading = await lines.next()
  if (heading.done) throw new Refusal('sheet.no_heading')
  const headings = heading.value.cells.map((cell) => String(cell ?? ''))
  const columns = matchColumns(headings, spec)
  return { headings, lines: linesOf(lines, columns) }
}

type Matched = { index: number; column: SheetColumn }

function matchColumns(headings: readonly string[], spec: SheetSpec): Matched[] {
  const byTitle = new Map<string, SheetColumn>()
  for (const column of spec.columns)
    for (const title of [column.zh, column.en, column.key]) byTitle.set(plainTitle(title), column)
  const matched: Matched[] = []
  headings.forEach((heading, index) => {
    const column = byTitle.get(plainTitle(heading))
    if (column && !column.readOnly && !matched.some((one) => one.column.key === column.key))
      matched.push({ index, column })
  })
  const missing = spec.columns.filter(
    (column) => column.required && !matched.some((one) => one.column.key === column.key),
  )
  if (matched.length === 0) throw new Refusal('sheet.no_heading')
  if (missing.length > 0)
    throw new Refusal('sheet.missing_columns', { columns: missing.map((column) => column.zh).join('、') })
  return matched
}

/** `* 姓名 (必填)` is 姓名: marks of need and brackets are the template's or a person's decoration. */
const plainTitle = (title: string): string =>
  title
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s*＊:：\u3000]/g, '')
    .toLowerCase()

async function* linesOf(
  lines: AsyncIterator<{ line: number; cells: RawCell[] }>,
  columns: readonly Matched[],
): AsyncGenerator<SheetLine> {
  for (let next = await lines.next(), first = true; !next.done; next = await lines.next(), first = false) {
    const { line, cells } = next.value
    if (first && isHelpRow(cells, columns)) continue
    if (columns.every(({ index }) => isBlank(cells[index]))) continue
    yield readLine(line, cells, columns)
  }
}

const isBlank = (cell: RawCell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

/** The template's second row: every filled cell is that column's help. */
function isHelpRow(cells: readonly RawCell[], columns: readonly Matched[]): boolean {
  const filled = columns.filter(({ index }) => !isBlank(cells[index]))
  return (
    filled.length > 0 &&
    filled.every(({ index, column }) => column.help !== '' && String(cells[index]).includes(column.help))
  )
}

function readLine(line: number, cells: RawCell[], columns: readonly Matched[]): SheetLine {
  const row: Partial<SheetRow> = {}
  const faults: CellFault[] = []
  for (const { index, column } of columns) {
    const read = parseCell(column, cells[index] ?? null)
    if ('fault' in read) faults.push(read.fault)
    else row[column.key] = read.value
  }
  return { line, row, faults, raw: cells }
}

async function* readXlsx(path: string): AsyncGenerator<{ line: number; cells: RawCell[] }> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  const content = await readFile(path)
  try {
    for await (const row of streamXlsxRows(content, { sheet: 0 }))
      if (row.values.some((cell) => !isBlank(cell))) yield { line: row.index + 1, cells: row.values }
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The library throws its own kinds of errors for damaged or oversized archives; all are the file's fault.
    throw new Refusal('sheet.unreadable', { why: error instanceof Error ? error.message.slice(0, 200) : '' })
  }
}

/** Whether a heading is the column that our own error sheet added. */
export const isFaultHeading = (heading: string): boolean => heading === faultTitle.zh || heading === faultTitle.en
