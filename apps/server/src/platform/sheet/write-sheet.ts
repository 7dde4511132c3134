import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { formatCell } from './cell.ts'
import type { SheetRow, SheetSpec } from './spec.ts'

export type SheetFormat = 'csv' | 'xlsx'
type Cell = string | number

/** The spec's rows as a file, made while they come; what goes out here comes back in through `openSheet`. */
export function writeSheet(format: SheetFormat, spec: SheetSpec, rows: AsyncIterable<SheetRow>): Promise<Readable> {
  return writeTable(
    format,
    spec.zh,
    spec.columns.map((column) => column.zh),
    cellsOf(spec, rows),
  )
}

async function* cellsOf(spec: SheetSpec, rows: AsyncIterable<SheetRow>): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield spec.columns.map((column) => formatCell(column, row[column.key]))
}

/** A heading and rows of plain cells as a file; used for the error sheet, whose columns are the sender's own. */
export async function writeTable(
  format: SheetFormat,
  title: string,
  headings: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<Readable> {
  if (format === 'csv') return Readable.from(csvOf(headings, rows))
  const { writeXlsxStream } = await import('hucre/xlsx')
  const stream = writeXlsxStream(safeRows(rows), {
    name: title.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31),
    columns: headings.map((header) => ({
      header: neutral(header),
      width: Math.min(40, Math.max(12, header.length * 2 + 4)),
    })),
    freezePane: { rows: 1 },
  })
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>)
}

async function* safeRows(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? neutral(xmlText(cell)) : cell))
}

async function* csvOf(headings: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  let piece = `\uFEFF${csvLine(headings)}`
  for await (const row of rows) {
    piece += csvLine(row)
    if (piece.length < 32_768) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(neutral(cell)))).join(',')}\r\n`
}

/** A text that a spreadsheet would run (`=cmd…`) is kept a text by an apostrophe, which reading takes off again. */
export const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** XML 1.0 knows no other control characters; Excel calls a file with one of them damaged. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must go
const xmlText = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
