import { forgetOldAnswers } from '../../platform/idempotency.ts'
import type { Schedule } from '../../platform/jobs.ts'
import type { Module, ModuleDeps } from '../../platform/module.ts'
import type { EventHandler } from '../../platform/outbox.ts'
import { sealCentre } from '../../platform/sealer.ts'
import { notify } from '../../platform/todo.ts'
import { deleteExpiredSessions } from '../identity/index.ts'
import { clearExpiredBodies } from './ledger.queries.ts'
import { deskMessages } from './messages.ts'
import { mountDesk } from './routes.ts'

const day = 24 * 3_600_000

const tellTheAsker: EventHandler = {
  event: 'approval.decided',
  name: 'desk.tell_the_asker',
  handle: async (tx, event) => {
    const { askedBy, title, step, state, reason, approvalId } = event.payload as {
      askedBy: string | null
      title: string
      step: string
      state: 'open' | 'passed' | 'returned'
      reason: string
      approvalId: string
    }
    if (askedBy === null) return
    const words = { open: `已通过${step}`, passed: '已全部通过', returned: `在${step}被退回` }[state]
    await notify(tx, {
      accountId: askedBy,
      title: `您提交的“${title}”${words}`,
      body: state === 'returned' ? `退回原因：${reason}` : '',
      link: `/approvals/${approvalId}`,
    })
  },
}

function deskSchedules({ db, now }: ModuleDeps): Schedule[] {
  return [
    { name: 'audit.seal', every: 'minutely', run: async (centreId) => void (await sealCentre(db, centreId)) },
    {
      name: 'desk.forget',
      every: 'hourly',
      run: (centreId) =>
        db.inCentre(centreId, async (tx) => {
          await clearExpiredBodies(tx)
          await forgetOldAnswers(tx, new Date(now().getTime() - 2 * day))
          await deleteExpiredSessions(tx)
        }),
    },
  ]
}

/** The desk: to-dos, notices, approvals, outgoing messages, the ledger of acts and the staff's search. */
export const deskModule: Module = {
  name: 'desk',
  messages: deskMessages,
  mount: mountDesk,
  handlers: () => [tellTheAsker],
  schedules: deskSchedules,
}
