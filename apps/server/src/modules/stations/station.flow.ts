import { businessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import type { Flow, OpenApproval } from '../../platform/approval.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findStation, moveStation, type StationRow } from './station.queries.ts'
import { actNames, nextState, type StationAct, type StationState, stateNames } from './station.rules.ts'
import { refreshStationDoc } from './station.search.ts'
import { hasAcceptance, insertStationEvent } from './station-event.queries.ts'

/** Opening a station (C15): approved by 主管, then accepted on the spot with a record. Deciders are two people. */
export const stationFlow: Flow = {
  name: 'station.open',
  zh: '服务站点开设',
  steps: [
    { key: 'approve', zh: '审批', en: 'Approval', permission: 'station.approve' },
    { key: 'accept', zh: '验收', en: 'Acceptance', permission: 'station.accept' },
  ],
  stepped: async (tx, actor, approval) => void (await step(tx, actor, await subject(tx, approval), 'approve')),
  passed: async (tx, actor, approval) => {
    if (!(await hasAcceptance(tx, approval.subjectId))) throw new Refusal('station.acceptance_needed')
    const station = await step(tx, actor, await subject(tx, approval), 'accept', {
      openedOn: businessDate(tx.now),
    })
    await publish(tx, {
      name: 'station.opened',
      aggregate: `station:${station.id}`,
      payload: { stationId: station.id, code: station.code, name: station.name },
    })
  },
  returned: async (tx, actor, approval, reason) =>
    void (await step(tx, actor, await subject(tx, approval), 'return', { note: reason })),
  withdrawn: async (tx, actor, approval) => void (await step(tx, actor, await subject(tx, approval), 'withdraw')),
  versionOf: async (tx, id) => (await findStation(tx, id))?.version,
}

async function subject(tx: Tx, approval: OpenApproval): Promise<StationRow> {
  const station = await findStation(tx, approval.subjectId)
  if (!station) throw new Refusal('record.not_found')
  return station
}

export interface StepOptions {
  /** where the act decides between two states (appraisal) */
  to?: StationState
  note?: string | null
  data?: object
  openedOn?: string
  closedOn?: string
}

/** One step of the life cycle with its log entry. @throws Refusal station.step_not_open | record.changed */
export async function step(
  tx: Tx,
  actor: Actor,
  station: StationRow,
  act: StationAct,
  options: StepOptions = {},
): Promise<StationRow> {
  const { to: asked, note, data, ...dates } = options
  const next = nextState(station.state, act)
  if (!next) throw notOpen(station.state, act)
  const to = asked ?? next
  if (!(await moveStation(tx, station.id, { from: station.state, to, ...dates }))) throw new Refusal('record.changed')
  const event = { stationId: station.id, act, from: station.state, to }
  await insertStationEvent(tx, actor, { ...event, note: note ?? null, ...(data ? { data } : {}) })
  const after = { ...station, ...dates, state: to }
  await refreshStationDoc(tx, after)
  return after
}

/** The "no" of an act that the state does not allow, in words. */
export function notOpen(state: StationState, act: StationAct): Refusal {
  return new Refusal('station.step_not_open', {
    state: stateNames[state].zh,
    act: actNames[act].zh,
    stateEn: stateNames[state].en,
    actEn: actNames[act].en,
  })
}
