import type { Tx } from '../../platform/db.ts'
import { sentence } from '../../platform/messages.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { RowCheck } from '../../platform/sheet/binding.ts'
import type { CellFault, RawCell } from '../../platform/sheet/cell.ts'
import { formatCell } from '../../platform/sheet/cell.ts'
import { isFaultHeading, type OpenedSheet, openSheet, type SheetLine } from '../../platform/sheet/read-sheet.ts'
import { faultTitle, type SheetRow, type SheetSpec } from '../../platform/sheet/spec.ts'
import { writeTable } from '../../platform/sheet/write-sheet.ts'
import { attachFiles, discardStaged, keepFile, type NewFile, saveFile, stageSheet } from '../files/index.ts'
import { updateTask } from './task.queries.ts'
import { mostRows, noCounts, type PreviewRow, shownRows } from './task.rules.ts'
import { taskSubject } from './task.service.ts'
import { chunkRows, inTaskOrStop, type TaskRun, withSentFile } from './task-run.ts'

/** Reads every row of the sent file and asks the module about each; writes nothing of it. */
export async function checkImport(run: TaskRun): Promise<void> {
  await withSentFile(run, async (path, ext) => {
    const total = await countRows(path, ext, run.binding.spec)
    await inTaskOrStop(run, (tx) => updateTask(tx, run.task.id, { total, done: 0 }))
    const counts = noCounts()
    const rows: PreviewRow[] = []
    const faultsByLine = new Map<number, string>()
    const sheet = await openSheet(path, ext, run.binding.spec)
    const seen = createSeen(run)
    let done = 0
    for await (const chunk of chunksOf(sheet.lines, chunkRows)) {
      const checked = await inTaskOrStop(run, async (tx) => {
        const results: PreviewRow[] = []
        for (const line of chunk) {
          const faults: CellFault[] = [...line.faults, ...seen(line)]
          const check = faults.length > 0 ? undefined : await checkRow(run, tx, line.row)
          faults.push(...(check?.faults ?? []))
          results.push(previewOf(run.binding.spec, line, faults.length > 0 ? 'bad' : (check?.state ?? 'new'), faults))
        }
        await updateTask(tx, run.task.id, { done: done + chunk.length })
        return results
      })
      done += chunk.length
      for (const row of checked) {
        counts[row.state]++
        // Besides the first rows the first faulty ones, wherever they are: they are what a person looks for.
        if (rows.length < shownRows || (row.state === 'bad' && rows.length < 2 * shownRows)) rows.push(row)
        if (row.state === 'bad') faultsByLine.set(row.line, row.faults.map((one) => one.zh).join('；'))
      }
    }
    const errorFile = counts.bad > 0 ? await writeErrorSheet(run, path, ext, faultsByLine) : undefined
    await inTaskOrStop(run, async (tx, task) => {
      if (errorFile) {
        await saveFile(tx, errorFile)
        const files = [{ fileId: task.input.fileId ?? '0' }, { fileId: errorFile.id, label: faultTitle.zh }]
        await attachFiles(tx, { kind: taskSubject, id: task.id }, files, task.createdBy)
      }
      const result = { ...task.result, checked: counts, rows, ...(errorFile ? { errorFileId: errorFile.id } : {}) }
      await updateTask(tx, task.id, { state: 'preview', result })
    })
  })
}

/** The module's own check; it may answer or throw a Refusal, whichever its services do. */
export async function checkRow(run: TaskRun, tx: Tx, row: Partial<SheetRow>): Promise<RowCheck> {
  try {
    return (await run.binding.check?.(tx, row, run.actor)) ?? { state: 'new' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { state: 'bad', faults: faultsOfRefusal(run, error) }
  }
}

/** The sentences of a refusal: its fields' where it has some, else its own. */
export function faultsOfRefusal({ deps, binding }: TaskRun, refusal: Refusal): CellFault[] {
  const all = refusal.fields.length > 0 ? refusal.fields : [{ field: '', code: refusal.code, detail: refusal.detail }]
  return all.map(({ field, code, detail = refusal.detail }) => {
    const column = binding.spec.columns.find((one) => one.key === field)
    const zh = sentence(deps.messages, code, 'zh-CN', detail)
    const en = sentence(deps.messages, code, 'en', detail)
    return { column: field, zh: column ? `${column.zh}：${zh}` : zh, en: column ? `${column.en}: ${en}` : en }
  })
}

async function countRows(path: string, ext: string, spec: SheetSpec): Promise<number> {
  const sheet = await openSheet(path, ext, spec)
  let rows = 0
  for await (const _line of sheet.lines)
    if (++rows > mostRows) throw new Refusal('transfer.too_many_rows', { most: mostRows })
  if (rows === 0) throw new Refusal('transfer.no_rows')
  return rows
}

/** Two lines of one file about the same thing: the second is at fault. Call once for every line, in order. */
export function createSeen({ binding }: TaskRun): (line: SheetLine) => CellFault[] {
  const lines = new Map<string, number>()
  return ({ line, row, faults }) => {
    // keyOf reads required columns only, and those are there when nothing was at fault.
    const key = faults.length === 0 ? (binding.keyOf?.(row as SheetRow) ?? '') : ''
    if (key === '') return []
    const earlier = lines.get(key)
    if (earlier === undefined) lines.set(key, line)
    return earlier === undefined ? [] : [{ column: '', zh: `与第 ${earlier} 行重复`, en: `repeats line ${earlier}` }]
  }
}

export async function* chunksOf<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function previewOf(spec: SheetSpec, line: SheetLine, state: PreviewRow['state'], faults: CellFault[]): PreviewRow {
  const cells: Record<string, string> = {}
  for (const column of spec.columns)
    if (column.key in line.row) cells[column.key] = String(formatCell(column, line.row[column.key])).slice(0, 200)
  return { line: line.line, state, cells, faults }
}

/** The sheet as it was sent, in its own order and with its own columns, plus one column that says what to mend. */
async function writeErrorSheet(
  run: TaskRun,
  path: string,
  ext: string,
  faults: ReadonlyMap<number, string>,
): Promise<NewFile> {
  const format = ext === 'xlsx' ? 'xlsx' : 'csv'
  const sheet = await openSheet(path, ext, run.binding.spec)
  const kept = sheet.headings
    .map((heading, index) => ({ heading, index }))
    .filter((one) => !isFaultHeading(one.heading))
  const content = await writeTable(
    format,
    run.binding.spec.zh,
    [...kept.map((one) => one.heading), faultTitle.zh],
    rowsWithFaults(sheet, kept, faults),
  )
  const staged = await stageSheet(run.deps.storage, content, format)
  try {
    const name = `${run.binding.spec.zh}-错误说明.${format}`
    return await keepFile(run.deps, staged, { centreId: run.centreId, name, createdBy: run.actor.id })
  } finally {
    await discardStaged(staged)
  }
}

async function* rowsWithFaults(
  sheet: OpenedSheet,
  kept: readonly { index: number }[],
  faults: ReadonlyMap<number, string>,
): AsyncGenerator<(string | number)[]> {
  for await (const { raw, line } of sheet.lines)
    yield [...kept.map(({ index }) => shown(raw[index] ?? null)), faults.get(line) ?? '']
}

function shown(cell: RawCell): string | number {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'number' ? cell : String(cell)
}
