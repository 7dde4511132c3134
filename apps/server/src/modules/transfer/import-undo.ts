import { listImportRowsBelow, updateTask } from './task.queries.ts'
import { lineList, namedLines } from './task.rules.ts'
import { chunkRows, inTaskOrStop, type TaskRun } from './task-run.ts'

const pastTheEnd = 2_147_483_647

/** Takes an import back from its last line to its first; rows that somebody changed since stay and are named. */
export async function undoImportRows(run: TaskRun): Promise<void> {
  for (;;) {
    const more = await inTaskOrStop(run, async (tx, task) => {
      const rows = await listImportRowsBelow(tx, task.id, task.result.undoneFrom ?? pastTheEnd, chunkRows)
      const { left: earlier = [], undone = 0 } = task.result
      // The import's own list of faulty lines gives way to the undo's list at its first chunk.
      const left = task.result.undoneFrom === undefined ? [] : [...earlier]
      const done: string[] = []
      for (const row of rows) {
        const outcome = (await run.binding.undo?.(tx, run.actor, row)) ?? 'changed'
        if (outcome === 'undone') done.push(row.subjectId)
        else if (left.length < namedLines)
          left.push({ line: row.line, zh: '导入后又被修改过，没有撤回', en: 'changed since; left as it is' })
      }
      if (done.length > 0) await run.binding.written?.(tx, done)
      const last = rows.at(-1)
      const result = { ...task.result, left, undone: undone + done.length, undoneFrom: last?.line ?? 0 }
      const total = (task.result.applied?.new ?? 0) + (task.result.applied?.changed ?? 0)
      if (last) await updateTask(tx, task.id, { result, done: task.done + rows.length, total })
      else
        await updateTask(tx, task.id, {
          result,
          state: 'undone',
          finishedAt: tx.now,
          message:
            left.length > 0
              ? `已撤回 ${result.undone} 行；第 ${lineList(left.map((one) => one.line))} 行导入后又被修改过，保留不动。`
              : `已撤回 ${result.undone} 行。`,
        })
      return last !== undefined
    })
    if (!more) return
  }
}
