import { createReadStream } from 'node:fs'
import { Refusal } from '../refusal.ts'

/** A quoted cell longer than this was never closed. */
const mostCell = 1024 * 1024

/** Lines of a delimited text as it comes, each with its number in the file (a cell may span several). */
export interface CsvLine {
  line: number
  cells: string[]
}

/** UTF-8 where every byte of the file fits it, else GB18030 (what Excel in China saves). */
export async function detectEncoding(path: string): Promise<'utf-8' | 'gb18030' | 'utf-16le'> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of createReadStream(path)) {
      // Excel's «Unicode text» is UTF-16 with its mark, separated by tabs.
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      first = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

/** Reads CSV or tab-separated text in any of the encodings, with `="…"` cells, blank lines and ragged rows. */
export async function* readCsv(path: string): AsyncGenerator<CsvLine> {
  const decoder = new TextDecoder(await detectEncoding(path))
  const parser = createCsvParser()
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
    yield* parser.push(decoder.decode(chunk, { stream: true }))
  yield* parser.push(decoder.decode())
  yield* parser.end()
}

/**
 * A parser of our own: files from platforms hold what a strict one trips over (`="00123"`, rows shorter than the
 * heading, quotes within bare cells). Text goes in by pieces, whole lines come out.
 */
export function createCsvParser(): { push(text: string): CsvLine[]; end(): CsvLine[] } {
  let delimiter = ''
  let held = ''
  let line = 1

  function push(text: string): CsvLine[] {
    held += text
    if (held.startsWith('\uFEFF')) held = held.slice(1)
    if (delimiter === '') {
      const firstBreak = held.search(/[\r\n]/)
      if (firstBreak < 0 && held.length < 65_536) return []
      delimiter = delimiterOf(firstBreak < 0 ? held : held.slice(0, firstBreak))
    }
    return takeLines(false)
  }

  function takeLines(last: boolean): CsvLine[] {
    const lines: CsvLine[] = []
    let at = 0
    for (;;) {
      const found = readLine(held, at, delimiter, last)
      if (!found) break
      if (found.cells.some((cell) => cell !== '') && !isSeparatorLine(found.cells, line))
        lines.push({ line, cells: found.cells })
      line += found.lines
      at = found.next
    }
    held = held.slice(at)
    return lines
  }

  return {
    push,
    end: () => {
      if (delimiter === '') delimiter = delimiterOf(held)
      return takeLines(true)
    },
  }
}

/** `sep=,` in the first line is a word to Excel, not a heading. */
const isSeparatorLine = (cells: readonly string[], line: number): boolean => line === 1 && /^sep=/i.test(cells[0] ?? '')

function delimiterOf(heading: string): string {
  const declared = /^sep=(.)/i.exec(heading)?.[1]
  if (declared) return declared
  const counts = ['\t', ',', ';', '，'].map((one) => ({ one, n: heading.split(one).length }))
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).one
}

interface ReadLine {
  cells: string[]
  /** where the next one starts */
  next: number
  /** lines of the file that it took */
  lines: number
}

/** One line from `at`; undefined where its end has not arrived yet. */
function readLine(text: string, at: number, delimiter: string, last: boolean): ReadLine | undefined {
  if (at >= text.length) return undefined
  const cells: string[] = []
  let position = at
  let lines = 1
  for (;;) {
    const quotedAt = text.startsWith('="', position) ? position + 1 : text[position] === '"' ? position : -1
    let cell: string
    if (quotedAt >= 0) {
      const quoted = readQuoted(text, quotedAt + 1, last)
      if (!quoted && !last) return undefined
      cell = quoted?.cell ?? text.slice(quotedAt + 1)
      lines += cell.split('\n').length - 1
      position = quoted?.next ?? text.length
      // What follows a closing quote up to the delimiter belongs to the cell (`"a"b`).
      const end = endOfBare(text, position, delimiter)
      cell += text.slice(position, end)
      position = end
    } else {
      const end = endOfBare(text, position, delimiter)
      cell = text.slice(position, end)
      position = end
    }
    cells.push(cell)
    if (position >= text.length) return last ? { cells, next: position, lines } : undefined
    if (text[position] === delimiter) {
      position++
      if (position >= text.length && !last) return undefined
      continue
    }
    // \r at the very end may be the first half of \r\n.
    if (text[position] === '\r' && position + 1 >= text.length && !last) return undefined
    return { cells, next: position + (text.startsWith('\r\n', position) ? 2 : 1), lines }
  }
}

function readQuoted(text: string, start: number, last: boolean): { cell: string; next: number } | undefined {
  let from = start
  let cell = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    // A quote at the very end may be the first half of a doubled one.
    if (quote < 0 || (quote + 1 >= text.length && !last)) {
      if (text.length - start > mostCell) throw new Refusal('sheet.open_quote')
      return undefined
    }
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 }
    cell += '"'
    from = quote + 2
  }
}

function endOfBare(text: string, start: number, delimiter: string): number {
  for (let i = start; i < text.length; i++) {
    const char = text[i]
    if (char === delimiter || char === '\n' || char === '\r') return i
  }
  return text.length
}
