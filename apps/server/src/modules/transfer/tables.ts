import type { Task } from './contract.ts'

export type TransferTables = {
  'platform.task': {
    centre_id: string
    id: string
    kind: string
    title: string
    state: Task['state']
    input: unknown
    total: string | null
    done: string
    message: string | null
    result: unknown
    file_id: string | null
    cancel_asked: boolean
    created_by: string | null
    created_at: Date
    started_at: Date | null
    finished_at: Date | null
    undo_until: Date | null
    beat_at: Date | null
  }
  'platform.import_row': {
    centre_id: string
    task_id: string
    line: number
    subject_id: string
    before: unknown
    after: unknown
  }
}
