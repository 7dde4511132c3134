import type { ComponentType } from 'react'
import type { ApprovalView, SearchHit, TodoItem } from './desk-types.ts'

/**
 * What the frame needs of the desk (to-dos, staff search, approvals). The desk's own folder says how in its `port.ts`
 * (`export const modulePort: DeskPort`), since shared parts import no module.
 */
export interface DeskPort {
  /** what waits for the person, the nearest deadline first */
  listTodos(signal: AbortSignal): Promise<{ items: TodoItem[]; total: number }>
  search(words: string, signal: AbortSignal): Promise<SearchHit[]>
  /** the approval by its id, or the latest of a subject; null where there is none */
  findApproval(by: ApprovalKey, signal: AbortSignal): Promise<ApprovalView | null>
  decide(id: string, decision: ApprovalVerdict): Promise<void>
  withdraw(id: string): Promise<void>
  /** on the start page, below the to-dos: counts and messages */
  HomePanel: ComponentType
}

export interface ApprovalVerdict {
  verdict: 'pass' | 'return'
  reason: string
  idempotencyKey: string
}

export type ApprovalKey = { approvalId: string } | { subject: { kind: string; id: string } }

const files = import.meta.glob<{ modulePort: DeskPort }>('../desk/port.ts', { eager: true })

/** undefined where this build has no desk. */
export const deskPort: DeskPort | undefined = Object.values(files)[0]?.modulePort
