import type { Readable } from 'node:stream'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { discard, type StagedFile, stage } from '../../platform/files/stage.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SheetBinding } from '../../platform/sheet/binding.ts'
import { findFile } from '../files/index.ts'
import { findTask, type TaskRecord, updateTask } from './task.queries.ts'
import type { TaskInput } from './task.rules.ts'

/** One run of a task by a worker; several may run the same task at once without doing anything twice. */
export interface TaskRun {
  deps: ModuleDeps
  centreId: string
  task: TaskRecord
  binding: SheetBinding
  actor: Actor
}

export class TaskStopped extends Error {
  constructor() {
    super('the task was cancelled, finished by another worker, or is gone')
    this.name = 'TaskStopped'
  }
}

/** rows in one transaction: short enough to let people work meanwhile, long enough not to be all commits */
export const chunkRows = 100

/**
 * A transaction that holds the task. Every worker's chunk passes through here one after the other and sees how far
 * the one before came: that is what makes each line happen exactly once. @throws TaskStopped
 */
export function inTask<T>(run: TaskRun, work: (tx: Tx, task: TaskRecord) => Promise<T>): Promise<T | 'stopped'> {
  return run.deps.db.inCentre(run.centreId, async (tx) => {
    const task = await findTask(tx, run.task.id, { lock: true })
    if (task?.state !== 'running' || task.input.phase !== run.task.input.phase) return 'stopped'
    if (task.cancelAsked) {
      await updateTask(tx, task.id, { state: 'cancelled', finishedAt: tx.now })
      return 'stopped'
    }
    return work(tx, task)
  })
}

/** As `inTask`, for work that has nothing to do once the task has stopped. */
export async function inTaskOrStop<T>(run: TaskRun, work: (tx: Tx, task: TaskRecord) => Promise<T>): Promise<T> {
  const result = await inTask(run, work)
  if (result === 'stopped') throw new TaskStopped()
  return result
}

/** The sent file on the local disk for the length of `work`. */
export async function withSentFile<T>(run: TaskRun, work: (path: string, ext: string) => Promise<T>): Promise<T> {
  const { deps, centreId, task } = run
  const file = await deps.db.inCentre(centreId, (tx) => findFile(tx, task.input.fileId ?? '0'))
  if (!file) throw new Refusal('record.not_found')
  const source: Readable = await deps.storage.open(file.storageKey)
  const staged: StagedFile = await stage(source, { stagingDir: deps.storage.stagingDir, most: file.size })
  try {
    return await work(staged.path, task.input.ext ?? 'csv')
  } finally {
    await discard(staged)
  }
}

/** He who asked, as he was when he asked. */
export function actorOfTask(centreId: string, { actor }: TaskInput): Actor {
  return {
    kind: 'account',
    id: actor.id,
    name: actor.name,
    centreId,
    permissions: new Map(actor.permissions),
    roles: actor.roles,
    sessionId: null,
  }
}
