import { mayAt } from '../../platform/actor.ts'
import type { Attachable } from '../../platform/files/attachable.ts'
import type { Module } from '../../platform/module.ts'
import { stationMessages } from './messages.ts'
import { stationFlow } from './station.flow.ts'
import { findStation } from './station.queries.ts'
import { mountStations } from './station.routes.ts'
import { stationSheet } from './station.sheet.ts'

export { listPublicStations, type PublicStation } from './public.queries.ts'
export { findStation, type StationFields, type StationRow } from './station.queries.ts'
export { applyForStation, type SavedStation } from './station.service.ts'

/** Photos of a station's board and place, its agreement, acceptance papers. */
const stationFiles: Attachable = {
  kind: 'station',
  zh: '服务站点',
  en: 'Service station',
  find: async (tx, id) => {
    const station = await findStation(tx, id)
    return station && { title: `${station.code} ${station.name}`, link: `/stations/${id}` }
  },
  read: async (_tx, actor, id) => mayAt(actor, 'station.read', id),
  write: async (_tx, actor, id) => mayAt(actor, 'station.write', id),
}

/** Service stations of townships and villages with their life cycle (plan 四, 五(二)). */
export const stationsModule: Module = {
  name: 'stations',
  messages: stationMessages,
  flows: [stationFlow],
  attachables: [stationFiles],
  sheets: [stationSheet],
  mount: (mount, deps) => mountStations(mount, deps.flows),
}
