import type { Actor } from '../../platform/actor.ts'
import { may } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { enqueue } from '../../platform/outbox.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SheetBinding } from '../../platform/sheet/binding.ts'
import { attachFiles, type NewFile, saveFile } from '../files/index.ts'
import { findTask, insertTask, type TaskRecord, updateTask } from './task.queries.ts'
import { canUndo, type TaskInput } from './task.rules.ts'

export type Sheets = ReadonlyMap<string, SheetBinding>

/** The subject kind under which a task's files hang: only its owner reads them. */
export const taskSubject = 'task'

/** @throws Refusal transfer.unknown_sheet, transfer.not_allowed */
export function sheetFor(sheets: Sheets, key: string, actor: Actor, how: 'import' | 'export'): SheetBinding {
  const binding = sheets.get(key)
  if (!binding || (how === 'import' && !binding.apply)) throw new Refusal('transfer.unknown_sheet')
  const needed = binding.permissions[how]
  if (needed === undefined || !may(actor, needed)) throw new Refusal('transfer.not_allowed', { sheet: binding.spec.zh })
  return binding
}

/** A received file becomes a task that checks it; nothing is written until it is confirmed. */
export async function startImport(
  tx: Tx,
  actor: Actor,
  binding: SheetBinding,
  file: NewFile,
  ext: string,
): Promise<TaskRecord> {
  await saveFile(tx, file)
  const id = await insertTask(tx, {
    kind: 'import',
    title: `导入${binding.spec.zh}：${file.name}`,
    input: {
      sheet: binding.spec.key,
      phase: 'check',
      fileId: file.id,
      fileName: file.name,
      ext,
      actor: actorOf(actor),
    },
    createdBy: actor.id,
  })
  await attachFiles(tx, { kind: taskSubject, id }, [{ fileId: file.id }], actor.id)
  await runSoon(tx, id)
  return getTask(tx, actor, id)
}

export interface ExportRequest {
  filter: Record<string, unknown>
  format: 'xlsx' | 'csv'
  revealReason: string | null
}

export async function startExport(
  tx: Tx,
  actor: Actor,
  binding: SheetBinding,
  request: ExportRequest,
): Promise<TaskRecord> {
  if (request.revealReason !== null && !may(actor, 'people.reveal')) throw new Refusal('auth.forbidden')
  const input: TaskInput = {
    sheet: binding.spec.key,
    phase: 'export',
    filter: request.filter,
    format: request.format,
    reveal: request.revealReason !== null,
    reason: request.revealReason,
    actor: actorOf(actor),
  }
  const id = await insertTask(tx, { kind: 'export', title: `导出${binding.spec.zh}`, input, createdBy: actor.id })
  await runSoon(tx, id)
  return getTask(tx, actor, id)
}

/** Mine only; somebody else's task is not there. */
export async function getTask(tx: Tx, actor: Actor, id: string, options: { lock?: boolean } = {}): Promise<TaskRecord> {
  const task = await findTask(tx, id, options)
  if (!task || task.createdBy === null || task.createdBy !== actor.id) throw new Refusal('record.not_found')
  return task
}

export async function confirmImport(tx: Tx, actor: Actor, id: string, skipBad: boolean): Promise<TaskRecord> {
  const task = await getTask(tx, actor, id, { lock: true })
  if (task.state !== 'preview') throw new Refusal('transfer.not_in_preview')
  const counts = task.result.checked
  if (!counts || counts.new + counts.changed === 0) throw new Refusal('transfer.nothing_to_do')
  if (counts.bad > 0 && !skipBad) throw new Refusal('transfer.has_bad', { bad: counts.bad })
  await updateTask(tx, id, {
    state: 'queued',
    input: { ...task.input, phase: 'apply', actor: actorOf(actor) },
    done: 0,
  })
  await recordAct(tx, actor, {
    action: 'transfer.import_confirmed',
    subject: { kind: taskSubject, id },
    summary: `确认${task.title}：新增 ${counts.new} 行，修改 ${counts.changed} 行，跳过有误的 ${counts.bad} 行`,
    after: { sheet: task.input.sheet, file: task.input.fileName, counts },
  })
  await runSoon(tx, id)
  return getTask(tx, actor, id)
}

/** What has not begun ends at once; what runs ends at its next chunk. */
export async function cancelTask(tx: Tx, actor: Actor, id: string): Promise<TaskRecord> {
  const task = await getTask(tx, actor, id, { lock: true })
  const open = ['preview', 'queued', 'running'].includes(task.state) && task.input.phase !== 'undo'
  if (!open) throw new Refusal('transfer.finished')
  if (task.state === 'running') await updateTask(tx, id, { cancelAsked: true })
  else await updateTask(tx, id, { state: 'cancelled', cancelAsked: true, finishedAt: tx.now })
  await recordAct(tx, actor, {
    action: 'transfer.cancelled',
    subject: { kind: taskSubject, id },
    summary: `取消${task.title}`,
  })
  return getTask(tx, actor, id)
}

export async function undoImport(tx: Tx, actor: Actor, id: string): Promise<TaskRecord> {
  const task = await getTask(tx, actor, id, { lock: true })
  if (!canUndo({ ...task, phase: task.input.phase }, tx.now)) throw new Refusal('transfer.undo_closed')
  const input: TaskInput = { ...task.input, phase: 'undo', actor: actorOf(actor) }
  await updateTask(tx, id, { state: 'queued', input, done: 0, total: null, cancelAsked: false, finishedAt: null })
  await recordAct(tx, actor, {
    action: 'transfer.import_undone',
    subject: { kind: taskSubject, id },
    summary: `撤回${task.title}`,
  })
  await runSoon(tx, id)
  return getTask(tx, actor, id)
}

/** One job at a time for a task; a second ask while one waits changes nothing. */
export async function runSoon(tx: Tx, taskId: string): Promise<void> {
  await enqueue(tx, 'transfer.run', { taskId }, { key: `transfer:${taskId}` })
}

function actorOf(actor: Actor): TaskInput['actor'] {
  const permissions = [...actor.permissions].map(([name, scope]): [string, 'centre' | string[]] => [
    name,
    typeof scope === 'string' ? scope : [...scope],
  ])
  return { id: actor.id, name: actor.name, permissions, roles: [...actor.roles] }
}
