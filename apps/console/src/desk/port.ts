import { deskContract } from '@xianghui/server/contract/desk'
import { lazy } from 'react'
import { call } from '../shared/api.ts'
import type { DeskPort } from '../shared/desk-port.ts'

/** How the frame and the approval panel reach the desk. */
export const modulePort: DeskPort = {
  HomePanel: lazy(() => import('./home-panel.tsx')),
  listTodos: (signal) => call(deskContract.listTodos, { signal }),
  search: async (words, signal) =>
    (await call(deskContract.staffSearch, { query: { q: words, size: 12 }, signal })).items,
  findApproval: async (by, signal) => {
    const id = 'approvalId' in by ? by.approvalId : await latestOf(by.subject, signal)
    return id === undefined ? null : call(deskContract.getApproval, { params: { id }, signal })
  },
  decide: async (id, { verdict, reason, idempotencyKey }) => {
    await call(deskContract.decideApproval, {
      params: { id },
      body: { verdict, reason: reason || null },
      idempotencyKey,
    })
  },
  withdraw: async (id) => {
    await call(deskContract.withdrawApproval, { params: { id } })
  },
}

async function latestOf(subject: { kind: string; id: string }, signal: AbortSignal): Promise<string | undefined> {
  const query = { view: 'all', subjectKind: subject.kind, subjectId: subject.id, size: 1 } as const
  return (await call(deskContract.listApprovals, { query, signal })).items[0]?.id
}
