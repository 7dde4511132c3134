import { mayAt, scopeOf } from '../../platform/actor.ts'
import type { Flow } from '../../platform/approval.ts'
import type { Mount } from '../../platform/http.ts'
import { stationsContract as contract } from './contract.ts'
import { countStationStates, listStations, type StationRow } from './station.queries.ts'
import { actPermission, actsIn } from './station.rules.ts'
import { createStation, editStation, stationDetail, submitStation, withdrawStation } from './station.service.ts'
import { acceptStation, appraiseStation, approveStation, closeStation, rectifyStation } from './station-life.service.ts'

const ok = { ok: true as const }

export function mountStations(mount: Mount, flows: ReadonlyMap<string, Flow>): void {
  mountReads(mount)
  mount(contract.createStation, { may: 'station.write' }, async ({ body, actor, inCentre }) =>
    inCentre((tx) => createStation(tx, actor, body)),
  )
  mount(contract.editStation, { may: 'station.write' }, async ({ params, body, actor, inCentre }) =>
    inCentre((tx) => editStation(tx, actor, { ...body, id: params.id })),
  )
  mount(contract.submitStation, { may: 'station.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => submitStation(tx, actor, { id: params.id, version: body.version }))
    return ok
  })
  mount(contract.withdrawStation, { may: 'station.write' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => withdrawStation(tx, actor, params.id))
    return ok
  })
  mount(contract.approveStation, { may: 'station.approve' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => approveStation(tx, actor, flows, { ...body, id: params.id }))
    return ok
  })
  mount(contract.acceptStation, { may: 'station.accept' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => acceptStation(tx, actor, flows, { ...body, id: params.id }))
    return ok
  })
  mount(contract.appraiseStation, { may: 'station.accept' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => appraiseStation(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.rectifyStation, { may: 'station.accept' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => rectifyStation(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.closeStation, { may: 'station.approve' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => closeStation(tx, actor, { ...body, id: params.id }))
    return ok
  })
}

function mountReads(mount: Mount): void {
  mount(contract.listStations, { may: 'station.read' }, async ({ query, actor, inCentre }) => {
    const { page = 1, size = 20, sort, q, state, level, region } = query
    const filter = { q, state, level, region, scope: scopeOf(actor, 'station.read') }
    const { items, total } = await inCentre((tx) => listStations(tx, filter, { page, size, sort }))
    return { items: items.map(shown), total, page, size }
  })
  mount(contract.stationCounts, { may: 'station.read' }, async ({ actor, inCentre }) =>
    inCentre((tx) => countStationStates(tx, scopeOf(actor, 'station.read'))),
  )
  mount(contract.getStation, { may: 'station.read' }, async ({ params, actor, inCentre }) => {
    const { station, events, appraisals, approval } = await inCentre((tx) => stationDetail(tx, actor, params.id))
    return {
      station: shown(station),
      acts: actsIn(station.state).filter((act) => mayAt(actor, actPermission[act], station.id)),
      approvalId: approval?.id ?? null,
      events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
      appraisals: appraisals.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
    }
  })
}

const shown = (row: StationRow) => ({ ...row, updatedAt: row.updatedAt.toISOString() })
