import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { parseCell, type RawCell } from './cell.ts'
import { createCsvParser, detectEncoding } from './csv-reader.ts'
import { openSheet, type SheetLine } from './read-sheet.ts'
import type { ColumnType, SheetColumn, SheetRow, SheetSpec } from './spec.ts'
import { writeTemplate } from './template.ts'
import { type SheetFormat, writeSheet } from './write-sheet.ts'

const dir = mkdtempSync(join(tmpdir(), 'xianghui-sheet-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const column = (type: ColumnType, more: Partial<SheetColumn> = {}): SheetColumn => ({
  key: type,
  zh: `列${type}`,
  en: type,
  type,
  help: `填写 ${type}。`,
  ...more,
})
const spec: SheetSpec = {
  key: 'all',
  zh: '全部类型',
  en: 'All types',
  columns: [
    column('text', { required: true }),
    column('integer'),
    column('number'),
    column('yuan'),
    column('date'),
    column('datetime'),
    column('phone'),
    column('region'),
    column('choice', {
      choices: [
        { value: 'open', zh: '营业', en: 'Open' },
        { value: 'shut', zh: '停业', en: 'Shut' },
      ],
    }),
  ],
}

const read = (type: ColumnType, raw: RawCell, more: Partial<SheetColumn> = {}) => {
  const result = parseCell(column(type, more), raw)
  return 'value' in result ? result.value : `! ${result.fault.zh}`
}

describe('a cell', () => {
  test.each<[ColumnType, RawCell, unknown]>([
    ['date', '2021/5/7', '2021-05-07'],
    ['date', '2021年5月7日', '2021-05-07'],
    ['date', '20210507', '2021-05-07'],
    ['date', '２０２１．５．７', '2021-05-07'],
    ['date', 44323, '2021-05-07'],
    ['date', new Date('2021-05-07T00:00:00Z'), '2021-05-07'],
    ['date', '2021-02-29', '! 列date：“2021-02-29”不是日期，例：2026-11-23'],
    ['datetime', '2021-5-7 9:30', '2021-05-07T01:30:00.000Z'],
    ['datetime', new Date('2021-05-07T09:30:00Z'), '2021-05-07T01:30:00.000Z'],
    ['datetime', '2021-5-7 25:00', '! 列datetime：“2021-5-7 25:00”不是时间，例：2026-11-23 09:30'],
    ['yuan', '￥1,200.50', 120050],
    ['yuan', '１２元', 1200],
    ['yuan', '0.001', '! 列yuan：“0.001”不是金额，例：1200.50'],
    ['integer', '1,234', 1234],
    ['integer', '1.5', '! 列integer：“1.5”应为整数'],
    ['number', '一百', '! 列number：“一百”不是数字'],
    ['choice', '营业', 'open'],
    ['choice', 'SHUT', 'shut'],
    ['choice', '不知道', '! 列choice：“不知道”不在可选范围内（营业、停业）'],
    ['phone', '138 0013 8000', '13800138000'],
    ['phone', 13800138000, '13800138000'],
    ['phone', '1.38E+10', '! 列phone：“1.38E+10”被 Excel 变成了科学计数，请把这一列设为文本后重填'],
    ['phone', '138****8000', '138****8000'],
    ['region', '533301001', '533301001'],
    ['region', '5333', '5333'],
    ['region', '53330', '! 列region：“53330”不是行政区划代码，例：533301001'],
    ['text', "'=1+1", '=1+1'],
    ['text', '　空格　', '空格'],
    ['text', 123456789012345680000, '! 列text：数字太长，已被 Excel 改动，请把这一列设为文本后重填'],
  ])('%s %j reads as %j', (type, raw, value) => {
    const choices = spec.columns.find((one) => one.key === 'choice')?.choices ?? []
    expect(read(type, raw, type === 'choice' ? { choices } : {})).toBe(value)
  })
})

describe('delimited text', () => {
  const parse = (text: string, cut = text.length) => {
    const parser = createCsvParser()
    const lines = []
    for (let at = 0; at < text.length; at += cut) lines.push(...parser.push(text.slice(at, at + cut)))
    return [...lines, ...parser.end()]
  }

  test.each<[string, string, string[][]]>([
    [
      'order numbers kept as formulas',
      'a,b\n="00123",="x,y"\n',
      [
        ['a', 'b'],
        ['00123', 'x,y'],
      ],
    ],
    [
      'tabs',
      'a\tb\r\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a separator named in the first line',
      'sep=;\na;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'lines within quotes',
      'a,b\n"1\n2","say ""hi"""\n',
      [
        ['a', 'b'],
        ['1\n2', 'say "hi"'],
      ],
    ],
    ['blank and short lines', 'a,b\n\n,,\n1\n', [['a', 'b'], ['1']]],
    [
      'quotes inside a bare cell',
      'a,b\n5"管,2\n',
      [
        ['a', 'b'],
        ['5"管', '2'],
      ],
    ],
    [
      'old Mac line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a quote never closed', 'a\n"1\n2', [['a'], ['1\n2']]],
  ])('with %s, whatever the pieces it comes in', (_what, text, cells) => {
    for (const cut of [1, 2, 3, 7, text.length]) expect(parse(text, cut).map((one) => one.cells)).toEqual(cells)
  })

  test('each line knows its number in the file', () => {
    expect(parse('a,b\n\n"1\n2",x\n3,4').map((one) => one.line)).toEqual([1, 3, 5])
  })

  test.each([
    ['utf-8', Buffer.from('\uFEFF姓名')],
    ['utf-8', Buffer.from('姓名')],
    ['gb18030', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb])],
    ['utf-16le', Buffer.from('\uFEFF姓名', 'utf16le')],
  ])('%s is recognised', async (encoding, content) => {
    const path = join(dir, 'encoding.csv')
    writeFileSync(path, content)
    expect(await detectEncoding(path)).toBe(encoding)
  })
})

async function readBack(content: Uint8Array, format: SheetFormat): Promise<SheetLine[]> {
  const path = join(dir, `back.${format}`)
  writeFileSync(path, content)
  const lines: SheetLine[] = []
  for await (const line of (await openSheet(path, format, spec)).lines) lines.push(line)
  return lines
}

async function* each(rows: SheetRow[]) {
  yield* rows
}

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    fc.constantFrom('=cmd|calc', '+1', '-1', '@x', '"', 'a,b', 'a\nb', '𠮷野家', '00123'),
  )
  // Cells are trimmed, and XML has no other control characters: such a text cannot come back as it was.
  .filter(
    (one) =>
      one.trim() === one &&
      one !== '' &&
      /^[^\p{Cc}\p{Cs}\p{Cn}\u200B\uFEFF\u3000]+$/u.test(one) &&
      !one.startsWith("'"),
  )
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))
const row: fc.Arbitrary<SheetRow> = fc.record({
  text,
  integer: nullable(fc.integer({ min: -1e9, max: 1e9 })),
  number: nullable(fc.integer({ min: -1e6, max: 1e6 }).map((one) => one / 100)),
  yuan: nullable(fc.integer({ min: 0, max: 1e12 })),
  date: nullable(day),
  datetime: nullable(day.map((one) => `${one}T03:04:05.000Z`)),
  phone: nullable(fc.constantFrom('13800138000', '0886-3621234')),
  region: nullable(fc.constantFrom('533301', '533301001001')),
  choice: nullable(fc.constantFrom('open', 'shut')),
})

describe.each<SheetFormat>(['csv', 'xlsx'])('%s', (format) => {
  test('what goes out comes back in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const content = await buffer(await writeSheet(format, spec, each(rows)))
        const back = await readBack(content, format)
        expect(back.map((one) => one.faults)).toEqual(rows.map(() => []))
        expect(back.map((one) => one.row)).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  test('nothing in it is run by a spreadsheet', async () => {
    const rows = ['=1+1', '+1', '-1', '@SUM(A1)'].map((one) => ({ text: one }))
    const content = await buffer(await writeSheet(format, spec, each(rows as SheetRow[])))
    if (format === 'csv') expect(content.toString()).not.toMatch(/(^|,|\n)"?[=+\-@]/)
    else expect((await readBack(content, format)).map((one) => one.raw[0])).toEqual(rows.map((one) => `'${one.text}`))
  })

  test.each(['zh', 'en'] as const)('the template in %s, filled in below its help, is read', async (locale) => {
    const template = await writeTemplate(format, spec, locale)
    expect(await readBack(template, format)).toEqual([])
    if (format === 'csv') {
      const filled = Buffer.concat([template, Buffer.from('草果,5\r\n')])
      expect((await readBack(filled, format)).map((one) => [one.line, one.row.text, one.row.integer])).toEqual([
        [3, '草果', 5],
      ])
    }
  })
})
