import { maskName, maskPhone } from '@xianghui/kit/mask'
import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { enquiryContract as contract } from './enquiry.contract.ts'
import { type Enquiry, listEnquiries } from './enquiry.queries.ts'
import {
  answerEnquiry,
  closeEnquiry,
  findEnquiryForPublic,
  getEnquiry,
  rateEnquiry,
  revealEnquirer,
  submitEnquiry,
} from './enquiry.service.ts'

const ok = { ok: true as const }
const lookUps = { tokens: 10, seconds: 60 }

export function mountEnquiries(mount: Mount, deps: ModuleDeps): void {
  mount(contract.submitEnquiry, { may: 'public' }, async ({ body, inCentre }) =>
    inCentre((tx) => submitEnquiry(tx, { ...body, consent: body.consent ?? false })),
  )
  mount(contract.enquiryStatus, { may: 'public', rate: lookUps }, async ({ body, inCentre }) =>
    inCentre((tx) => findEnquiryForPublic(tx, body)),
  )
  mount(contract.rateEnquiry, { may: 'public', rate: lookUps }, async ({ body, inCentre }) =>
    inCentre((tx) => rateEnquiry(tx, { ...body, comment: body.comment ?? null })),
  )
  mount(contract.listEnquiries, { may: 'hall.read' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20 } = query
    const found = await inCentre((tx) => listEnquiries(tx, query, { page, size, sort: query.sort }))
    return { items: found.items.map(shown), total: found.total, page, size }
  })
  mount(contract.getEnquiry, { may: 'hall.read' }, async ({ params, inCentre }) =>
    shown(await inCentre((tx) => getEnquiry(tx, params.id))),
  )
  mount(contract.answerEnquiry, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => answerEnquiry(tx, actor, deps.sender, params.id, body.answer))
    return ok
  })
  mount(contract.closeEnquiry, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => closeEnquiry(tx, actor, params.id, body.reason ?? ''))
    return ok
  })
  mount(contract.revealEnquirer, { may: 'people.reveal' }, async ({ params, body, actor, inCentre }) =>
    inCentre((tx) => revealEnquirer(tx, actor, params.id, body.reason)),
  )
}

function shown(one: Enquiry) {
  return {
    id: one.id,
    number: one.number,
    kind: one.kind,
    name: one.name === null ? null : maskName(one.name),
    phone: one.phone === null ? null : maskPhone(one.phone),
    hasContact: one.contact !== null,
    page: one.page,
    content: one.content,
    state: one.state,
    answer: one.answer,
    answeredAt: one.answeredAt?.toISOString() ?? null,
    answeredByName: one.answeredByName,
    closedAt: one.closedAt?.toISOString() ?? null,
    score: one.score,
    comment: one.comment,
    createdAt: one.createdAt.toISOString(),
  }
}
