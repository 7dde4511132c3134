import type { Mount } from '../../platform/http.ts'
import { contentContract as contract } from './contract.ts'
import { listCorrections } from './correction.queries.ts'
import { handleCorrection, maskContact, reportCorrection, revealContact } from './correction.service.ts'

const ok = { ok: true } as const

export function mountCorrections(mount: Mount): void {
  mount(contract.reportCorrection, { may: 'public', rate: { tokens: 5, seconds: 600 } }, async ({ body, inCentre }) =>
    inCentre(async (tx) => ({ id: await reportCorrection(tx, { ...body, contact: body.contact ?? null }) })),
  )
  mount(contract.listCorrections, { may: 'content.read' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20, q, state } = query
    const { items, total } = await inCentre((tx) => listCorrections(tx, { state, words: q, page, size }))
    return {
      items: items.map(({ contact, ...row }) => ({
        ...row,
        contactMasked: maskContact(contact),
        handledAt: row.handledAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
      })),
      ...{ total, page, size },
    }
  })
  mount(contract.handleCorrection, { may: 'content.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => handleCorrection(tx, actor, params.id, body))
    return ok
  })
  mount(contract.revealContact, { may: 'people.reveal' }, async ({ params, body, actor, inCentre }) => ({
    contact: await inCentre((tx) => revealContact(tx, actor, params.id, body.reason)),
  }))
}
