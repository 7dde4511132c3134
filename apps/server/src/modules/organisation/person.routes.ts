import { businessDate } from '@xianghui/kit/calendar'
import type { Mount } from '../../platform/http.ts'
import { listAssignmentsOf } from './org.queries.ts'
import { leaderOf } from './org.service.ts'
import { personContract as contract } from './person.contract.ts'
import { type ConsentRow, findPerson, listConsents } from './person.queries.ts'
import { masked } from './person.rules.ts'
import {
  anonymisePerson,
  createPerson,
  editPerson,
  exportPerson,
  getPerson,
  leavePerson,
  listPeople,
  recordConsent,
  rejoinPerson,
  revealPerson,
  withdrawConsent,
} from './person.service.ts'

const ok = { ok: true as const }

export function mountPeople(mount: Mount): void {
  mount(contract.listPeople, { may: 'people.read' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20, sort, ...filter } = query
    const { items, total } = await inCentre((tx) => listPeople(tx, filter, { page, size, sort }))
    return { items: items.map(dated), total, page, size }
  })
  mount(contract.getPerson, { may: 'people.read' }, async ({ params, inCentre, now }) =>
    inCentre(async (tx) => {
      const person = await getPerson(tx, params.id)
      const day = businessDate(now)
      const leaderId = await leaderOf(tx, params.id, day)
      const leader = leaderId === null ? undefined : await findPerson(tx, leaderId, day)
      return {
        person: dated(masked(person)),
        assignments: await listAssignmentsOf(tx, params.id),
        consents: (await listConsents(tx, params.id)).map(consentOf),
        leader: leader ? { id: leader.id, name: leader.name } : null,
      }
    }),
  )
  mount(contract.createPerson, { may: 'people.write' }, async ({ body, actor, inCentre }) =>
    inCentre((tx) => createPerson(tx, actor, body)),
  )
  mount(contract.editPerson, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => editPerson(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.leavePerson, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => leavePerson(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.rejoinPerson, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => rejoinPerson(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mountPrivacy(mount)
}

/** Acts on personal data itself: each asks for the right to see it whole, a reason, and leaves a trace. */
function mountPrivacy(mount: Mount): void {
  mount(contract.revealPerson, { may: 'people.reveal' }, async ({ params, body, actor, inCentre }) =>
    inCentre((tx) => revealPerson(tx, actor, { ...body, id: params.id })),
  )
  mount(contract.exportPerson, { may: 'people.reveal' }, async ({ params, body, actor, inCentre }) => {
    const out = await inCentre((tx) => exportPerson(tx, actor, { ...body, id: params.id }))
    return { ...out, person: dated(out.person), consents: out.consents.map(consentOf) }
  })
  mount(contract.anonymisePerson, { may: 'people.reveal' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => anonymisePerson(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.recordConsent, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => recordConsent(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.withdrawConsent, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => withdrawConsent(tx, actor, { ...body, id: params.id }))
    return ok
  })
}

const dated = <R extends { createdAt: Date }>(row: R) => ({ ...row, createdAt: row.createdAt.toISOString() })

const consentOf = (row: ConsentRow) => ({
  ...row,
  givenAt: row.givenAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
})
