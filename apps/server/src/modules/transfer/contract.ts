import { endpoint, Id, IdParams, Instant, listQuery, Nullable, OneOf, paged, Text } from '@xianghui/kit/contract'
import Type, { type Static } from 'typebox'

export const taskStates = ['preview', 'queued', 'running', 'done', 'failed', 'cancelled', 'undone'] as const
const RowState = OneOf(['new', 'changed', 'same', 'bad'])

const Counts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  bad: Type.Integer(),
})

const taskFields = {
  id: Id,
  kind: OneOf(['import', 'export']),
  sheet: Type.String(),
  title: Type.String(),
  state: OneOf(taskStates),
  /** what runs: the check of a file, its import, its undoing, an export */
  phase: OneOf(['check', 'apply', 'undo', 'export']),
  total: Nullable(Type.Integer()),
  done: Type.Integer(),
  message: Nullable(Type.String()),
  /** rows by what the check found (before confirming) or what was done (after) */
  counts: Nullable(Counts),
  /** the finished export */
  fileUrl: Nullable(Type.String()),
  fileName: Nullable(Type.String()),
  /** the sent sheet with a column 错误说明 */
  errorUrl: Nullable(Type.String()),
  cancelAsked: Type.Boolean(),
  canUndo: Type.Boolean(),
  undoUntil: Nullable(Instant),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
}
export const Task = Type.Object(taskFields)
export type Task = Static<typeof Task>

export const TaskDetail = Type.Object({
  ...taskFields,
  columns: Type.Array(Type.Object({ key: Type.String(), zh: Type.String(), en: Type.String() })),
  /** the first rows and the first faulty ones as they were read, each with what will be done */
  rows: Type.Array(
    Type.Object({
      line: Type.Integer(),
      state: RowState,
      cells: Type.Record(Type.String(), Type.String()),
      faults: Type.Array(Type.Object({ column: Type.String(), zh: Type.String(), en: Type.String() })),
    }),
  ),
  /** rows that were not imported, or that an undo left because somebody changed them since */
  left: Type.Array(Type.Object({ line: Type.Integer(), zh: Type.String(), en: Type.String() })),
})
export type TaskDetail = Static<typeof TaskDetail>

const SheetParams = Type.Object({ sheet: Type.String({ minLength: 1, maxLength: 60 }) })
const Upload = Type.Object({ file: Type.Optional(Type.Unknown()) }, { 'x-multipart': true })

export const transferContract = {
  listSheets: endpoint('GET', '/api/sheets', '可以导入或导出的表', {
    reply: Type.Object({
      items: Type.Array(
        Type.Object({
          key: Type.String(),
          zh: Type.String(),
          en: Type.String(),
          canImport: Type.Boolean(),
          canExport: Type.Boolean(),
        }),
      ),
    }),
  }),
  template: endpoint('GET', '/api/imports/:sheet/template', '下载导入模板', {
    params: SheetParams,
    query: Type.Object({ format: Type.Optional(OneOf(['xlsx', 'csv'])) }),
    reply: Type.Unknown(),
  }),
  startImport: endpoint('POST', '/api/imports/:sheet', '上传要导入的文件（multipart），先检查不写入', {
    params: SheetParams,
    body: Upload,
    reply: Task,
  }),
  startExport: endpoint('POST', '/api/exports/:sheet', '导出筛选结果', {
    params: SheetParams,
    body: Type.Object({
      filter: Type.Optional(
        Type.Record(
          Type.String({ maxLength: 40 }),
          Type.Union([Text(200), Type.Number(), Type.Boolean(), Type.Array(Text(200), { maxItems: 50 })]),
        ),
      ),
      format: Type.Optional(OneOf(['xlsx', 'csv'])),
      /** personal data whole: needs people.reveal and this reason, and leaves a trace */
      revealReason: Type.Optional(Text(200, 4)),
    }),
    reply: Task,
    idempotent: true,
  }),
  listTasks: endpoint('GET', '/api/tasks', '我的长任务', {
    query: listQuery({ kind: Type.Optional(OneOf(['import', 'export'])), state: Type.Optional(OneOf(taskStates)) }),
    reply: paged(Task),
  }),
  getTask: endpoint('GET', '/api/tasks/:id', '长任务的进度与结果', { params: IdParams, reply: TaskDetail }),
  confirmImport: endpoint('POST', '/api/tasks/:id/confirm', '确认导入', {
    params: IdParams,
    /** without it an import with bad rows is not confirmed */
    body: Type.Object({ skipBad: Type.Optional(Type.Boolean()) }),
    reply: Task,
    idempotent: true,
  }),
  cancelTask: endpoint('POST', '/api/tasks/:id/cancel', '取消长任务', { params: IdParams, reply: Task }),
  undoImport: endpoint('POST', '/api/tasks/:id/undo', '撤回导入（24 小时内）', {
    params: IdParams,
    reply: Task,
    idempotent: true,
  }),
}
