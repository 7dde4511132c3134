import { instantAt } from '@xianghui/kit/calendar'
import { maskEmail, maskPhone } from '@xianghui/kit/mask'
import { verifyActs } from '../../platform/audit-chain.ts'
import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { search } from '../../platform/search-index.ts'
import { listNotices, listTodos, markNoticesRead } from '../../platform/todo.ts'
import { mountApprovals } from './approval.routes.ts'
import { deskContract as contract } from './contract.ts'
import { listAudit, listOutgoing } from './ledger.queries.ts'
import { hiddenKinds } from './search.rules.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

export function mountDesk(mount: Mount, deps: ModuleDeps): void {
  mount(contract.listTodos, { may: 'signed-in' }, async ({ actor, inCentre }) => {
    const rows = await inCentre((tx) => listTodos(tx, actor))
    const items = rows.map((row) => ({ ...row, dueAt: iso(row.dueAt), createdAt: row.createdAt.toISOString() }))
    return { items, total: items.length }
  })
  mount(contract.listNotices, { may: 'signed-in' }, async ({ actor, inCentre }) => {
    const { id } = actor
    const rows = id === null ? [] : await inCentre((tx) => listNotices(tx, id))
    const items = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), readAt: iso(row.readAt) }))
    return { items, unread: items.filter((one) => one.readAt === null).length }
  })
  mount(contract.markNoticesRead, { may: 'signed-in' }, async ({ actor, inCentre }) => {
    const { id } = actor
    if (id !== null) await inCentre((tx) => markNoticesRead(tx, id))
    return { ok: true } as const
  })
  mount(contract.staffSearch, { may: 'signed-in' }, async ({ query, actor, inCentre }) => {
    const { q, size = 20 } = query
    const ask = { words: q, without: hiddenKinds(actor), page: 1, size }
    const [staff, open] = await inCentre(async (tx) => [
      await search(tx, { ...ask, audience: 'staff' }),
      await search(tx, { ...ask, audience: 'public' }),
    ])
    const items = [
      ...staff.items.map((one) => ({ ...one, audience: 'staff' as const })),
      ...open.items.map((one) => ({ ...one, audience: 'public' as const })),
    ]
    return { items, total: staff.total + open.total }
  })
  mountApprovals(mount, deps)
  mountLedgers(mount, deps)
}

function mountLedgers(mount: Mount, { db }: ModuleDeps): void {
  mount(contract.listOutgoing, { may: 'message.read' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20, channel, state } = query
    const { items, total } = await inCentre((tx) => listOutgoing(tx, { channel, state, page, size }))
    return {
      items: items.map(({ recipient, ...row }) => ({
        ...row,
        recipientMasked: row.channel === 'sms' ? maskPhone(recipient) : maskEmail(recipient),
        createdAt: row.createdAt.toISOString(),
        expiresAt: iso(row.expiresAt),
        sentAt: iso(row.sentAt),
      })),
      ...{ total, page, size },
    }
  })
  mount(contract.listAudit, { may: 'audit.read' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20, q, from, to, ...filter } = query
    const between = {
      from: from ? instantAt(from, '00:00') : undefined,
      until: to ? instantAt(to, '24:00') : undefined,
    }
    const { items, total } = await inCentre((tx) => listAudit(tx, { ...filter, ...between, words: q, page, size }))
    return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), total, page, size }
  })
  mount(contract.verifyAudit, { may: 'audit.read', rate: { tokens: 6, seconds: 60 } }, async ({ centreId, now }) =>
    verifyActs(db, centreId, now),
  )
}
