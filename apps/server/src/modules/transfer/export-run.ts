import { businessDate } from '@xianghui/kit/business-date'
import { recordAct } from '../../platform/audit.ts'
import { inSnapshot, rowsOf } from '../../platform/cursor.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ExportContext } from '../../platform/sheet/binding.ts'
import type { SheetRow } from '../../platform/sheet/spec.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { attachFiles, discardStaged, keepFile, saveFile, stageSheet } from '../files/index.ts'
import { updateTask } from './task.queries.ts'
import { taskSubject } from './task.service.ts'
import { inTaskOrStop, type TaskRun } from './task-run.ts'

const pageRows = 1000

/** Writes what the filter shows into one file: all of it as of one moment, or a clear failure. */
export async function runExport(run: TaskRun): Promise<void> {
  const { deps, centreId, binding, task } = run
  const format = task.input.format ?? 'xlsx'
  const context: ExportContext = {
    actor: run.actor,
    filter: task.input.filter ?? {},
    reveal: task.input.reveal ?? false,
  }
  const { staged, written } = await inSnapshot(deps.db, centreId, async (tx) => {
    const total = await binding.count(tx, context)
    await progress(run, 0, total)
    const rows = counted(
      rowsOf((after) => binding.list(tx, context, after, pageRows)),
      (done) => progress(run, done, total),
    )
    const staged = await stageSheet(deps.storage, await writeSheet(format, binding.spec, rows.all), format)
    // A file with other than the rows counted in the same snapshot is not handed out.
    if (rows.count() !== total) {
      await discardStaged(staged)
      throw new Refusal('transfer.incomplete', { expected: total, written: rows.count() })
    }
    return { staged, written: total }
  })
  try {
    const name = `${binding.spec.zh}-${businessDate(deps.now())}.${format}`
    const file = await keepFile(deps, staged, { centreId, name, createdBy: run.actor.id })
    await inTaskOrStop(run, async (tx) => {
      await saveFile(tx, file)
      await attachFiles(tx, { kind: taskSubject, id: task.id }, [{ fileId: file.id }], run.actor.id)
      const result = { ...task.result, fileName: file.name }
      await updateTask(tx, task.id, { state: 'done', fileId: file.id, done: written, finishedAt: tx.now, result })
      const filter = JSON.stringify(context.filter)
      await recordAct(tx, run.actor, {
        action: 'transfer.exported',
        subject: { kind: taskSubject, id: task.id },
        summary: `导出${binding.spec.zh} ${written} 行${filter === '{}' ? '' : `（筛选：${filter}）`}${context.reveal ? '，含未遮盖的个人信息' : ''}`,
        after: { sheet: binding.spec.key, filter: context.filter, rows: written, format, sha256: file.sha256 },
        ...(task.input.reason ? { reason: task.input.reason } : {}),
      })
    })
  } finally {
    await discardStaged(staged)
  }
}

/** Progress is told on a connection of its own: the snapshot must stay as it is. Also where a cancel is heard. */
const progress = (run: TaskRun, done: number, total: number): Promise<void> =>
  inTaskOrStop(run, (tx) => updateTask(tx, run.task.id, { done, total }))

function counted(rows: AsyncIterable<SheetRow>, tell: (done: number) => Promise<void>) {
  let done = 0
  async function* all(): AsyncGenerator<SheetRow> {
    for await (const row of rows) {
      yield row
      if (++done % pageRows === 0) await tell(done)
    }
  }
  return { all: all(), count: () => done }
}
