import { sql } from 'kysely'
import { recordAct } from '../../platform/audit.ts'
import { sqlState, type Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CellFault } from '../../platform/sheet/cell.ts'
import { openSheet, type SheetLine } from '../../platform/sheet/read-sheet.ts'
import { checkRow, chunksOf, createSeen, faultsOfRefusal } from './import-check.ts'
import { type ImportedRow, insertImportRows, type TaskRecord, updateTask } from './task.queries.ts'
import { namedLines, noCounts, type TwoWords, undoMs } from './task.rules.ts'
import { taskSubject } from './task.service.ts'
import { chunkRows, inTaskOrStop, type TaskRun, withSentFile } from './task-run.ts'

/** Writes the confirmed file, a chunk a transaction; begins where the worker before it stopped. */
export async function applyImport(run: TaskRun): Promise<void> {
  await withSentFile(run, async (path, ext) => {
    const sheet = await openSheet(path, ext, run.binding.spec)
    const seen = createSeen(run)
    let ordinal = 0
    for await (const chunk of chunksOf(sheet.lines, chunkRows)) {
      const numbered = chunk.map((line) => ({ ordinal: ++ordinal, line, repeats: seen(line) }))
      await applyWholeOrByRow(run, numbered)
    }
    await inTaskOrStop(run, (tx, task) => finish(run, tx, task))
  })
}

/** Most chunks have nothing to refuse and need no savepoint a row; one that has is rolled back and done again with them. */
async function applyWholeOrByRow(run: TaskRun, chunk: readonly NumberedLine[]): Promise<void> {
  try {
    await inTaskOrStop(run, (tx, task) => applyChunk(run, tx, task, chunk, false))
  } catch (error) {
    if (!refusedRow(run, error)) throw error
    await inTaskOrStop(run, (tx, task) => applyChunk(run, tx, task, chunk, true))
  }
}

interface NumberedLine {
  ordinal: number
  line: SheetLine
  repeats: CellFault[]
}

async function applyChunk(
  run: TaskRun,
  tx: Tx,
  task: TaskRecord,
  chunk: readonly NumberedLine[],
  byRow: boolean,
): Promise<void> {
  const waiting = chunk.filter((one) => one.ordinal > task.done)
  const last = chunk.at(-1)
  if (waiting.length === 0 || !last) return
  const applied = { ...(task.result.applied ?? noCounts()) }
  const left = [...(task.result.left ?? [])]
  const written: ImportedRow[] = []
  for (const one of waiting) {
    const outcome = await applyLine(run, tx, one, byRow)
    applied[outcome.state]++
    if (outcome.row) written.push(outcome.row)
    if (outcome.why && left.length < namedLines) left.push({ line: one.line.line, ...outcome.why })
  }
  await insertImportRows(tx, task.id, written)
  if (written.length > 0)
    await run.binding.written?.(
      tx,
      written.map((row) => row.subjectId),
    )
  await updateTask(tx, task.id, {
    done: last.ordinal,
    result: { ...task.result, applied, left },
    // Also an import that stops half way can be taken back.
    undoUntil: new Date(tx.now.getTime() + undoMs),
  })
}

interface Outcome {
  state: 'new' | 'changed' | 'same' | 'bad'
  row?: ImportedRow
  why?: TwoWords
}

/** Asked again, since the data may have changed since the preview; a refused row leaves no trace. */
async function applyLine(run: TaskRun, tx: Tx, { line, repeats }: NumberedLine, byRow: boolean): Promise<Outcome> {
  const { binding, actor } = run
  const faults = [...line.faults, ...repeats]
  const check = faults.length > 0 ? undefined : await checkRow(run, tx, line.row)
  faults.push(...(check?.faults ?? []))
  if (faults.length > 0 || !check || !binding.apply || check.state === 'bad') return { state: 'bad', why: join(faults) }
  if (check.state === 'same') return { state: 'same' }
  if (!byRow) return { state: check.state, row: { line: line.line, ...(await binding.apply(tx, actor, line.row)) } }
  await sql`savepoint line`.execute(tx.sql)
  try {
    const row = await binding.apply(tx, actor, line.row)
    await sql`release savepoint line`.execute(tx.sql)
    return { state: check.state, row: { line: line.line, ...row } }
  } catch (error) {
    const why = refusedRow(run, error)
    if (!why) throw error
    await sql`rollback to savepoint line`.execute(tx.sql)
    return { state: 'bad', why }
  }
}

/** A refusal, or a constraint of the database: this row's fault. Anything else is ours and stops the import. */
function refusedRow(run: TaskRun, error: unknown): TwoWords | undefined {
  if (error instanceof Refusal) return join(faultsOfRefusal(run, error))
  if (/^23/.test(sqlState(error)))
    return { zh: '与已有的记录冲突，没有导入', en: 'conflicts with an existing record; not imported' }
  return undefined
}

const join = (faults: readonly CellFault[]): TwoWords => ({
  zh: faults.map((one) => one.zh).join('；') || '没有导入',
  en: faults.map((one) => one.en).join('; ') || 'not imported',
})

async function finish(run: TaskRun, tx: Tx, task: TaskRecord): Promise<void> {
  const applied = task.result.applied ?? noCounts()
  await updateTask(tx, task.id, {
    state: 'done',
    finishedAt: tx.now,
    undoUntil: new Date(tx.now.getTime() + undoMs),
  })
  await recordAct(tx, run.actor, {
    action: 'transfer.imported',
    subject: { kind: taskSubject, id: task.id },
    summary: `${task.title}：新增 ${applied.new} 行，修改 ${applied.changed} 行，未导入 ${applied.bad} 行`,
    after: { sheet: task.input.sheet, file: task.input.fileName, applied },
  })
}
