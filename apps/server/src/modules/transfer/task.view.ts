import { fileAddress } from '../files/index.ts'
import type { Task, TaskDetail } from './contract.ts'
import type { TaskRecord } from './task.queries.ts'
import { canUndo } from './task.rules.ts'
import type { Sheets } from './task.service.ts'

export function viewOf(task: TaskRecord, now: Date): Task {
  const { input, result } = task
  const applied = input.phase !== 'check' && result.applied !== undefined
  return {
    id: task.id,
    kind: task.kind,
    sheet: input.sheet,
    title: task.title,
    state: task.state,
    phase: input.phase,
    total: task.total,
    done: task.done,
    message: task.message,
    counts: (applied ? result.applied : result.checked) ?? null,
    fileUrl: task.fileId === null ? null : fileAddress(task.fileId),
    fileName: result.fileName ?? null,
    errorUrl: result.errorFileId === undefined ? null : fileAddress(result.errorFileId),
    cancelAsked: task.cancelAsked,
    canUndo: canUndo({ ...task, phase: input.phase }, now),
    undoUntil: task.undoUntil?.toISOString() ?? null,
    createdAt: task.createdAt.toISOString(),
    finishedAt: task.finishedAt?.toISOString() ?? null,
  }
}

export function detailOf(task: TaskRecord, now: Date, sheets: Sheets): TaskDetail {
  const columns = sheets.get(task.input.sheet)?.spec.columns ?? []
  return {
    ...viewOf(task, now),
    columns: columns.map(({ key, zh, en }) => ({ key, zh, en })),
    rows: task.result.rows ?? [],
    left: task.result.left ?? [],
  }
}
