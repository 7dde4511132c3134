import { sqlState } from '../../platform/db.ts'
import { sentence } from '../../platform/messages.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { Refusal } from '../../platform/refusal.ts'
import { runExport } from './export-run.ts'
import { applyImport } from './import-apply.ts'
import { checkImport } from './import-check.ts'
import { undoImportRows } from './import-undo.ts'
import { findTask, listSilentTasks, type TaskRecord, updateTask } from './task.queries.ts'
import { runSoon } from './task.service.ts'
import { actorOfTask, type TaskRun, TaskStopped } from './task-run.ts'

const phases = { check: checkImport, apply: applyImport, undo: undoImportRows, export: runExport } as const

/** The job: takes a task up, or up again after a crash, and brings it to its end. */
export async function runTask(deps: ModuleDeps, centreId: string, taskId: string): Promise<void> {
  const task = await takeTask(deps, centreId, taskId)
  if (!task) return
  try {
    const binding = deps.sheets.get(task.input.sheet)
    if (!binding) throw new Refusal('transfer.unknown_sheet')
    const run: TaskRun = { deps, centreId, task, binding, actor: actorOfTask(centreId, task.input) }
    await phases[task.input.phase](run)
  } catch (error) {
    if (error instanceof TaskStopped) return
    // The task's row stayed locked: another worker is at it and will bring it to its end.
    if (sqlState(error) === '55P03') return
    // A lost or full database is not the task's failure: the queue tries again, from where it stopped.
    if (/^(08|53|57)/.test(sqlState(error))) throw error
    if (!(error instanceof Refusal)) deps.log.error({ err: error, taskId }, 'long work failed')
    await failTask(deps, centreId, taskId, error)
  }
}

async function takeTask(deps: ModuleDeps, centreId: string, taskId: string): Promise<TaskRecord | undefined> {
  return deps.db.inCentre(centreId, async (tx) => {
    const task = await findTask(tx, taskId, { lock: true })
    if (!task || !['queued', 'running'].includes(task.state)) return undefined
    if (task.state === 'queued') await updateTask(tx, taskId, { state: 'running', startedAt: tx.now })
    return { ...task, state: 'running' }
  })
}

async function failTask(deps: ModuleDeps, centreId: string, taskId: string, error: unknown): Promise<void> {
  const message =
    error instanceof Refusal
      ? sentence(deps.messages, error.code, 'zh-CN', error.detail)
      : sentence(deps.messages, 'transfer.fault', 'zh-CN')
  await deps.db.inCentre(centreId, async (tx) => {
    const task = await findTask(tx, taskId, { lock: true })
    if (task?.state === 'running') await updateTask(tx, taskId, { state: 'failed', message, finishedAt: tx.now })
  })
}

/** without a sign of life for this long, a task's worker counts as dead */
const silentMs = 60_000

/** Takes up the tasks of workers that died; harmless for one that is only slow. */
export async function resumeTasks(deps: ModuleDeps, centreId: string): Promise<number> {
  return deps.db.inCentre(centreId, async (tx) => {
    const silent = await listSilentTasks(tx, new Date(tx.now.getTime() - silentMs))
    for (const id of silent) await runSoon(tx, id)
    return silent.length
  })
}
