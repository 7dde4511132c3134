import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import { findSetting, putSetting } from '../centre/index.ts'
import { isLicence, type MapSetting, readAreas } from './map.rules.ts'

const key = 'screen.map'

/** The outline that the screen may show; null where none is set. */
export async function findMap(tx: Tx): Promise<MapSetting | null> {
  return (await findSetting<MapSetting | null>(tx, key)) ?? null
}

/** @throws Refusal statistics.map_invalid */
export async function saveMap(tx: Tx, actor: Actor, input: { licence: string; geoJson: unknown }): Promise<void> {
  const faults: FieldFault[] = []
  const areas = readAreas(input.geoJson)
  if (!isLicence(input.licence)) faults.push({ field: 'licence', code: 'statistics.licence_wrong' })
  if (!areas) faults.push({ field: 'geoJson', code: 'statistics.areas_wrong' })
  if (faults.length > 0 || !areas) throw new Refusal('statistics.map_invalid', {}, faults)
  await put(
    tx,
    actor,
    { licence: input.licence.trim(), geoJson: areas },
    `设置了大屏底图，审图号 ${input.licence.trim()}`,
  )
}

export async function removeMap(tx: Tx, actor: Actor): Promise<void> {
  await put(tx, actor, null, '移除了大屏底图')
}

async function put(tx: Tx, actor: Actor, map: MapSetting | null, words: string): Promise<void> {
  const before = await findMap(tx)
  await putSetting(tx, key, map)
  await recordAct(tx, actor, {
    action: 'statistics.map_set',
    subject: { kind: 'setting', id: key },
    summary: `${actor.name} ${words}`,
    before: before && { licence: before.licence },
    after: map && { licence: map.licence, areas: map.geoJson.features.length },
  })
  await publicChanged(tx)
}
