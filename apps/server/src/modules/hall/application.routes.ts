import { businessDate } from '@xianghui/kit/calendar'
import { maskName, maskPhone } from '@xianghui/kit/mask'
import type { Tx } from '../../platform/db.ts'
import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { applicationContract as contract } from './application.contract.ts'
import { filterOf } from './application.filter.ts'
import { answersInWords } from './application.flow.ts'
import {
  type Application,
  type ApplicationEvent,
  findOpenApproval,
  listApplications,
  listEvents,
  regionNames,
} from './application.queries.ts'
import { actsFrom, actWords } from './application.rules.ts'
import { amendApplication, rateApplication, submitApplication, withdrawApplication } from './application.service.ts'
import {
  assignApplication,
  decideApplication,
  declineApplication,
  finishApplication,
  getInScope,
  revealApplicant,
  startApplication,
} from './handling.service.ts'
import { findApplicationForPublic } from './public-status.ts'

const ok = { ok: true as const }
// Looking up is also guessing: far fewer tries than a visitor's other requests.
const lookUps = { tokens: 10, seconds: 60 }

export function mountApplications(mount: Mount, deps: ModuleDeps): void {
  mountPublic(mount)
  mountInbox(mount, deps)
  mount(contract.accept, { may: 'hall.handle' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => decideApplication(tx, actor, deps.flows, { id: params.id, verdict: 'pass' }))
    return ok
  })
  mount(contract.sendBack, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => decideApplication(tx, actor, deps.flows, { id: params.id, verdict: 'return', ...body }))
    return ok
  })
  mount(contract.start, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => startApplication(tx, actor, params.id, body.insideNote?.trim() || null))
    return ok
  })
  mount(contract.finish, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => finishApplication(tx, actor, params.id, body.result))
    return ok
  })
  mount(contract.decline, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => declineApplication(tx, actor, params.id, body.reason))
    return ok
  })
  mount(contract.assign, { may: 'hall.handle' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => assignApplication(tx, actor, params.id, body.accountId))
    return ok
  })
  mount(contract.reveal, { may: 'people.reveal' }, async ({ params, body, actor, inCentre }) =>
    inCentre((tx) => revealApplicant(tx, actor, params.id, body.reason)),
  )
}

function mountPublic(mount: Mount): void {
  mount(contract.submit, { may: 'public' }, async ({ body, inCentre }) => inCentre((tx) => submitApplication(tx, body)))
  mount(contract.status, { may: 'public', rate: lookUps }, async ({ body, inCentre }) =>
    inCentre((tx) => findApplicationForPublic(tx, body)),
  )
  mount(contract.amend, { may: 'public', rate: lookUps }, async ({ body, inCentre }) =>
    inCentre((tx) => amendApplication(tx, body)),
  )
  mount(contract.withdraw, { may: 'public', rate: lookUps }, async ({ body, inCentre }) =>
    inCentre((tx) => withdrawApplication(tx, { ...body, reason: body.reason ?? null })),
  )
  mount(contract.rate, { may: 'public', rate: lookUps }, async ({ body, inCentre }) =>
    inCentre((tx) => rateApplication(tx, { ...body, comment: body.comment ?? null })),
  )
}

function mountInbox(mount: Mount, deps: ModuleDeps): void {
  mount(contract.list, { may: 'hall.read' }, async ({ query, actor, inCentre }) => {
    const { page = 1, size = 20 } = query
    const today = businessDate(deps.now())
    const filter = filterOf(query, actor, today)
    return inCentre(async (tx) => {
      const found = await listApplications(tx, filter, { page, size, sort: query.sort })
      const names = await regionNames(
        tx,
        found.items.flatMap((one) => one.regionCode ?? []),
      )
      return { items: found.items.map((one) => rowOf(one, names, today)), total: found.total, page, size }
    })
  })
  mount(contract.get, { may: 'hall.read' }, async ({ params, actor, inCentre }) =>
    inCentre(async (tx) => detailOf(tx, await getInScope(tx, actor, params.id, 'hall.read'))),
  )
}

function rowOf(one: Application, names: ReadonlyMap<string, string>, today: string) {
  return {
    id: one.id,
    number: one.number,
    serviceId: one.serviceId,
    serviceName: one.serviceName,
    applicant: maskName(one.applicantName),
    phone: maskPhone(one.phone),
    regionCode: one.regionCode,
    regionName: one.regionCode ? (names.get(one.regionCode) ?? null) : null,
    stationId: one.stationId,
    state: one.state,
    dueOn: one.dueOn,
    overdue: one.dueOn !== null && one.dueOn < today && (one.state === 'accepted' || one.state === 'in_progress'),
    assignedTo: one.assignedTo,
    assignedName: one.assignedName,
    submittedAt: one.submittedAt.toISOString(),
    closedAt: one.closedAt?.toISOString() ?? null,
  }
}

async function detailOf(tx: Tx, one: Application) {
  const names = await regionNames(tx, one.regionCode ? [one.regionCode] : [])
  return {
    ...rowOf(one, names, businessDate(tx.now)),
    answers: await answersInWords(tx, one),
    reason: one.reason,
    score: one.score,
    comment: one.comment,
    revision: one.revision,
    approvalId: (await findOpenApproval(tx, one.id)) ?? null,
    acts: actsFrom(one.state).filter((act) => act !== 'amend' && act !== 'withdraw' && act !== 'rate'),
    events: (await listEvents(tx, one.id)).map(eventOf),
  }
}

function eventOf(event: ApplicationEvent) {
  const words = actWords[event.act as keyof typeof actWords] ?? { zh: event.act, en: event.act }
  return {
    id: event.id,
    act: event.act,
    actWord: words,
    at: event.at.toISOString(),
    actorName: event.actorName,
    note: event.note,
    insideNote: event.insideNote,
  }
}
