import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { dropSearchDoc, putSearchDoc } from '../../platform/search-index.ts'
import type { StationRow } from './station.queries.ts'
import { isPublicState } from './station.rules.ts'

/** A serving station is found by visitors, any other by staff; a closed one stays findable for staff. */
export async function refreshStationDoc(tx: Tx, station: StationRow): Promise<void> {
  const shown = isPublicState(station.state)
  await dropSearchDoc(tx, 'station', station.id)
  await putSearchDoc(tx, {
    kind: 'station',
    ref: station.id,
    title: station.name,
    summary: [station.regionName, station.address].filter(Boolean).join(' '),
    body: station.code,
    url: shown ? `/stations?township=${station.regionCode.slice(0, 9)}` : `/stations/${station.id}`,
    audience: shown ? 'public' : 'staff',
  })
  await publicChanged(tx)
}
