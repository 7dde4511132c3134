import { isBusinessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { insertRegions, listRegionHistory, listRegionRows, setRegionEnd } from './region.queries.ts'
import { faultsOfRegion, overlaps, type Region, successorsOf } from './region.rules.ts'

/** @throws Refusal region.invalid | region.overlaps */
export async function addRegion(tx: Tx, actor: Actor, region: Region): Promise<void> {
  const faults = faultsOfRegion(region)
  for (const field of ['validFrom', 'validTo'] as const)
    if (region[field] !== null && !isBusinessDate(region[field])) faults.push({ field, code: 'rule.day_wrong' })
  if (faults.length > 0) throw new Refusal('region.invalid', {}, faults)
  const earlier = await listRegionHistory(tx, region.code)
  const clash = earlier.find((one) => overlaps(one, region))
  if (clash)
    throw new Refusal('region.overlaps', { name: clash.name }, [{ field: 'validFrom', code: 'region.overlaps' }])
  if (region.parentCode !== null && (await listRegionHistory(tx, region.parentCode)).length === 0)
    throw new Refusal('region.invalid', {}, [{ field: 'parentCode', code: 'region.parent_unknown' }])
  await insertRegions(tx, [region])
  await recordAct(tx, actor, {
    action: 'region.added',
    subject: { kind: 'region', id: region.code },
    summary: `${actor.name} 新增行政区划 ${region.code} ${region.name}，自 ${region.validFrom} 起`,
    after: region,
  })
  await publicChanged(tx)
}

/** Ends a code: the row stays, records made while it held keep their meaning. @throws Refusal record.not_found | region.* */
export async function closeRegion(
  tx: Tx,
  actor: Actor,
  input: { code: string; lastDay: string; reason: string },
): Promise<void> {
  const open = (await listRegionHistory(tx, input.code)).find((one) => one.validTo === null)
  if (!open) throw new Refusal('region.already_closed')
  if (!isBusinessDate(input.lastDay) || input.lastDay < open.validFrom)
    throw new Refusal('region.invalid', {}, [{ field: 'lastDay', code: 'rule.days_reversed' }])
  const reason = input.reason.trim()
  if (reason === '') throw new Refusal('region.invalid', {}, [{ field: 'reason', code: 'region.source_needed' }])
  await setRegionEnd(tx, open.code, open.validFrom, input.lastDay)
  await recordAct(tx, actor, {
    action: 'region.closed',
    subject: { kind: 'region', id: open.code },
    summary: `${actor.name} 停用行政区划 ${open.code} ${open.name}，到 ${input.lastDay} 为止`,
    before: open,
    after: { ...open, validTo: input.lastDay },
    reason,
  })
  await publicChanged(tx)
}

/** Every stretch of a code, and for each ended one the codes that took over (六库镇 → 大练地街道、六库街道). */
export async function regionHistory(tx: Tx, code: string): Promise<{ region: Region; successors: Region[] }[]> {
  const rows = await listRegionHistory(tx, code)
  const parent = rows[0]?.parentCode
  if (rows.length === 0) throw new Refusal('record.not_found')
  const siblings = await listRegionRows(tx, { parent: parent ?? '' })
  return rows.map((region) => ({ region, successors: successorsOf(region, siblings) }))
}
