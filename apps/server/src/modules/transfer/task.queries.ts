import type { Tx } from '../../platform/db.ts'
import type { AppliedRow } from '../../platform/sheet/binding.ts'
import type { TransferTables } from './tables.ts'
import type { TaskInput, TaskResult } from './task.rules.ts'

const open = (tx: Tx) => tx.sql.withTables<TransferTables>()

type Row = TransferTables['platform.task']

export interface TaskRecord {
  id: string
  kind: 'import' | 'export'
  title: string
  state: Row['state']
  input: TaskInput
  total: number | null
  done: number
  message: string | null
  result: TaskResult
  fileId: string | null
  cancelAsked: boolean
  createdBy: string | null
  createdAt: Date
  finishedAt: Date | null
  undoUntil: Date | null
}

export interface NewTask {
  kind: 'import' | 'export'
  title: string
  input: TaskInput
  createdBy: string | null
}

export async function insertTask(tx: Tx, task: NewTask): Promise<string> {
  const id = tx.newId()
  await open(tx)
    .insertInto('platform.task')
    .values({
      centre_id: tx.centreId,
      id,
      kind: task.kind,
      title: task.title,
      state: 'queued',
      input: JSON.stringify(task.input),
      result: JSON.stringify({}),
      done: '0',
      cancel_asked: false,
      created_by: task.createdBy,
      created_at: tx.now,
      beat_at: tx.now,
    })
    .execute()
  return id
}

export async function findTask(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<TaskRecord | undefined> {
  let query = open(tx).selectFrom('platform.task').selectAll().where('centre_id', '=', tx.centreId).where('id', '=', id)
  if (options.lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && recordOf(row)
}

export async function listTasks(
  tx: Tx,
  query: { createdBy: string; page: number; size: number; kind?: string; state?: string },
): Promise<{ items: TaskRecord[]; total: number }> {
  let rows = open(tx)
    .selectFrom('platform.task')
    .where('centre_id', '=', tx.centreId)
    .where('created_by', '=', query.createdBy)
    .where('kind', 'in', ['import', 'export'])
  if (query.kind) rows = rows.where('kind', '=', query.kind)
  if (query.state) rows = rows.where('state', '=', query.state as Row['state'])
  const total = await rows.select(({ fn }) => fn.countAll<string>().as('n')).executeTakeFirst()
  const items = await rows
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { items: items.map(recordOf), total: Number(total?.n ?? 0) }
}

export interface TaskChange {
  state?: Row['state']
  input?: TaskInput
  total?: number | null
  done?: number
  message?: string | null
  result?: TaskResult
  fileId?: string | null
  cancelAsked?: boolean
  startedAt?: Date
  finishedAt?: Date | null
  undoUntil?: Date | null
}

/** Every change is also a sign of life. */
export async function updateTask(tx: Tx, id: string, change: TaskChange): Promise<void> {
  await open(tx)
    .updateTable('platform.task')
    .set({
      beat_at: tx.now,
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.input === undefined ? {} : { input: JSON.stringify(change.input) }),
      ...(change.total === undefined ? {} : { total: change.total === null ? null : String(change.total) }),
      ...(change.done === undefined ? {} : { done: String(change.done) }),
      ...(change.message === undefined ? {} : { message: change.message }),
      ...(change.result === undefined ? {} : { result: JSON.stringify(change.result) }),
      ...(change.fileId === undefined ? {} : { file_id: change.fileId }),
      ...(change.cancelAsked === undefined ? {} : { cancel_asked: change.cancelAsked }),
      ...(change.startedAt === undefined ? {} : { started_at: change.startedAt }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
      ...(change.undoUntil === undefined ? {} : { undo_until: change.undoUntil }),
    })
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .execute()
}

/** Tasks whose worker has given no sign of life: to be taken up again. */
export async function listSilentTasks(tx: Tx, before: Date): Promise<string[]> {
  const rows = await open(tx)
    .selectFrom('platform.task')
    .select('id')
    .where('centre_id', '=', tx.centreId)
    .where('state', 'in', ['queued', 'running'])
    .where('kind', 'in', ['import', 'export'])
    .where('beat_at', '<', before)
    .limit(100)
    .execute()
  return rows.map((row) => row.id)
}

export interface ImportedRow extends AppliedRow {
  line: number
}

export async function insertImportRows(tx: Tx, taskId: string, rows: readonly ImportedRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({
    centre_id: tx.centreId,
    task_id: taskId,
    line: row.line,
    subject_id: row.subjectId,
    before: row.before === null ? null : JSON.stringify(row.before),
    after: JSON.stringify(row.after),
  }))
  await open(tx).insertInto('platform.import_row').values(values).execute()
}

/** What an import did, from its last line back, below `line`. */
export async function listImportRowsBelow(tx: Tx, taskId: string, line: number, most: number): Promise<ImportedRow[]> {
  const rows = await open(tx)
    .selectFrom('platform.import_row')
    .selectAll()
    .where('centre_id', '=', tx.centreId)
    .where('task_id', '=', taskId)
    .where('line', '<', line)
    .orderBy('line', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    line: row.line,
    subjectId: row.subject_id,
    before: row.before as object | null,
    after: row.after as object,
  }))
}

function recordOf(row: Row): TaskRecord {
  return {
    id: row.id,
    kind: row.kind === 'export' ? 'export' : 'import',
    title: row.title,
    state: row.state,
    input: row.input as TaskInput,
    total: row.total === null ? null : Number(row.total),
    done: Number(row.done),
    message: row.message,
    result: (row.result ?? {}) as TaskResult,
    fileId: row.file_id,
    cancelAsked: row.cancel_asked,
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    undoUntil: row.undo_until,
  }
}
