import type { SheetColumn, SheetSpec } from './spec.ts'
import { neutral, type SheetFormat } from './write-sheet.ts'

/** rows of the template that carry drop-down lists */
const listedRows = 5000

/** The empty sheet to fill in: headings (needed ones with *), one row of help, drop-downs for choices. */
export async function writeTemplate(format: SheetFormat, spec: SheetSpec, locale: 'zh' | 'en'): Promise<Uint8Array> {
  const columns = spec.columns.filter((column) => !column.readOnly)
  const headings = columns.map((column) => `${column[locale]}${column.required ? '*' : ''}`)
  const help = columns.map(helpOf)
  if (format === 'csv') {
    const line = (cells: string[]) => `${cells.map((cell) => `"${neutral(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
    return new TextEncoder().encode(`\uFEFF${line(headings)}${line(help)}`)
  }
  const { colToLetter, writeXlsx } = await import('hucre/xlsx')
  const validations = columns.flatMap((column, index) => {
    if (!column.choices) return []
    const letter = colToLetter(index)
    return [
      {
        type: 'list' as const,
        // Excel holds at most 255 characters of choices in the rule itself; longer lists lie on a sheet of their own.
        ...listOf(column, index, locale, colToLetter),
        range: `${letter}3:${letter}${listedRows}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: column[locale],
        errorMessage: locale === 'zh' ? '请从下拉列表中选择。' : 'Choose from the list.',
      },
    ]
  })
  const long = columns.map((column) => (isLong(column) ? (column.choices ?? []).map((one) => one[locale]) : []))
  const depth = Math.max(0, ...long.map((one) => one.length))
  const lists = Array.from({ length: depth }, (_row, y) => long.map((one) => one[y] ?? null))
  return writeXlsx({
    sheets: [
      {
        name: spec[locale].slice(0, 31),
        columns: columns.map((column) => ({ width: widthOf(column), ...(isText(column) ? { numFmt: '@' } : {}) })),
        rows: [headings, help.map(neutral)],
        freezePane: { rows: 2 },
        dataValidations: validations,
      },
      ...(depth > 0 ? [{ name: listSheet, rows: lists, hidden: true }] : []),
    ],
  })
}

const listSheet = 'lists'

const isLong = (column: SheetColumn): boolean =>
  (column.choices ?? []).map((one) => one.zh + one.en).join().length > 200

function listOf(column: SheetColumn, index: number, locale: 'zh' | 'en', letterOf: (index: number) => string) {
  const choices = column.choices ?? []
  if (!isLong(column)) return { values: choices.map((one) => one[locale]) }
  const letter = letterOf(index)
  return { formula1: `${listSheet}!$${letter}$1:$${letter}$${choices.length}` }
}

/** Long digits (phones, codes) must be text before anything is typed, or Excel rounds them. */
const isText = (column: SheetColumn): boolean => ['text', 'phone', 'region'].includes(column.type)

const widthOf = (column: SheetColumn): number => Math.min(36, Math.max(14, column.zh.length * 2 + 4))

function helpOf(column: SheetColumn): string {
  const choices = column.choices && !isLong(column) ? `可选：${column.choices.map((one) => one.zh).join('、')}。` : ''
  return `${column.help}${choices}${column.example ? `例：${column.example}` : ''}`
}
