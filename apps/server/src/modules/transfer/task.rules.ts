import type { Task } from './contract.ts'

export interface Counts {
  new: number
  changed: number
  same: number
  bad: number
}

export interface TwoWords {
  zh: string
  en: string
}

export interface PreviewRow {
  line: number
  state: 'new' | 'changed' | 'same' | 'bad'
  cells: Record<string, string>
  faults: { column: string; zh: string; en: string }[]
}

/** What a task was asked to do. */
export interface TaskInput {
  sheet: string
  phase: Task['phase']
  /** import: the sent file */
  fileId?: string
  fileName?: string
  ext?: string
  /** export */
  filter?: Record<string, unknown>
  format?: 'xlsx' | 'csv'
  reveal?: boolean
  reason?: string | null
  /** who asked, for acts that the job does in his name */
  actor: { id: string | null; name: string; permissions: [string, 'centre' | string[]][]; roles: string[] }
}

/** What came of it so far. */
export interface TaskResult {
  checked?: Counts
  applied?: Counts
  rows?: PreviewRow[]
  errorFileId?: string
  left?: (TwoWords & { line: number })[]
  /** undo: everything from this line on is undone already */
  undoneFrom?: number
  undone?: number
  fileName?: string
}

export const noCounts = (): Counts => ({ new: 0, changed: 0, same: 0, bad: 0 })

/** how long an import can be taken back */
export const undoMs = 24 * 3_600_000
/** most rows of one import */
export const mostRows = 200_000
/** rows that the preview shows */
export const shownRows = 50
/** most lines named as left */
export const namedLines = 500

export interface UndoFacts {
  kind: string
  state: Task['state']
  phase: string
  undoUntil: Date | null
}

/** An import that wrote something can be taken back for 24 hours, also one that was cancelled or failed half way. */
export function canUndo(task: UndoFacts, now: Date): boolean {
  if (task.kind !== 'import' || task.phase !== 'apply') return false
  if (!['done', 'cancelled', 'failed'].includes(task.state)) return false
  return task.undoUntil !== null && now < task.undoUntil
}

/** «第 3、8、9 行» of what an undo had to leave. */
export function lineList(lines: readonly number[], most = 20): string {
  const shown = [...lines].sort((a, b) => a - b).slice(0, most)
  return `${shown.join('、')}${lines.length > most ? ` 等 ${lines.length}` : ''}`
}
