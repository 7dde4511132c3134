import type { Tx } from '../../platform/db.ts'
import { dropSearchDoc } from '../../platform/search-index.ts'
import {
  deleteOrg,
  deletePlanNeeds,
  detachOrg,
  insertNeed,
  insertPost,
  insertUnit,
  listOrgForRemoval,
} from './plan-rows.queries.ts'
import { keptOf } from './plan-rows.rules.ts'
import { deleteZone, detachZone, insertZone, listZonesForRemoval } from './zone.queries.ts'
import { putZoneDoc } from './zone.search.ts'

/** Rows as they stand in plans/<name>/zones.json. */
export interface PlanZoneRow {
  key: string
  order: number
  name: string
  nameEn: string
  summary: string
  summaryEn: string
  clause: string
  literal: string
  equipment: readonly { key: string; name: string; nameEn: string; count: number | null }[]
  services: readonly string[]
  areaSqm: number | null
  openingHours: string | null
}

/** Rows of budget.json `equipment`: what the plan buys, with the counts it states (55 台电脑, 2 台投影仪). */
export interface PlanNeedRow {
  key: string
  order: number
  name: string
  nameEn: string
  count: number | null
  clause: string
  literal: string
}

/** Rows as they stand in plans/<name>/posts.json: units and posts in one tree. */
export interface PlanOrgRow {
  key: string
  parent: string | null
  kind: 'unit' | 'post'
  order: number
  name: string
  nameEn: string
  clause: string
  literal: string
  duties: readonly { text: string; textEn: string; clause: string; literal: string }[]
}

export interface PlanRemoval {
  removed: number
  /** what own data refers to, by name: it stays, detached from the plan */
  kept: string[]
}

/** The nine zones (四) and what stands in them; `needs` = the budget's equipment list (六), for the whole centre. */
export async function insertPlanZones(
  tx: Tx,
  rows: readonly PlanZoneRow[],
  source: string,
  needs: readonly PlanNeedRow[] = [],
): Promise<void> {
  for (const row of rows) {
    const id = await insertZone(tx, {
      ...row,
      purpose: row.summary,
      purposeEn: row.summaryEn,
      position: row.order,
      source,
    })
    await putZoneDoc(tx, { key: row.key, name: row.name, purpose: row.summary })
    for (const [index, need] of row.equipment.entries())
      await insertNeed(tx, {
        ...need,
        zoneId: id,
        position: index + 1,
        clause: row.clause,
        literal: row.literal,
        source,
      })
  }
  for (const need of needs) await insertNeed(tx, { ...need, zoneId: null, position: need.order, source })
}

/** Zones that staff have edited, manned or put equipment into stay as the centre's own. */
export async function removePlanZones(tx: Tx, source: string): Promise<PlanRemoval> {
  const result: PlanRemoval = { removed: await deletePlanNeeds(tx, source), kept: [] }
  for (const zone of await listZonesForRemoval(tx, source)) {
    if (zone.used) {
      await detachZone(tx, zone.id)
      result.kept.push(`功能区“${zone.name}”`)
    } else {
      await deleteZone(tx, zone.id)
      await dropSearchDoc(tx, 'zone', zone.key)
      result.removed += 1
    }
  }
  return result
}

/** The tree of 二; the host government that 二 puts above the leading group becomes its root. */
export async function insertPlanOrg(tx: Tx, rows: readonly PlanOrgRow[], source: string): Promise<void> {
  const units = new Map<string, string>()
  const posts = new Map<string, { id: string; unitId: string }>()
  const group = rows.find((row) => row.key === 'leading_group')
  const root = group && (await insertUnit(tx, { ...hostOf(group), parentId: null, source }))
  for (const row of [...rows].sort((a, b) => a.order - b.order)) {
    const above = row.parent === null ? undefined : (units.get(row.parent) ?? posts.get(row.parent)?.unitId)
    const parentId = row.key === 'leading_group' ? (root ?? null) : (above ?? null)
    if (row.kind === 'unit') units.set(row.key, await insertUnit(tx, { ...row, parentId, source }))
    else if (above === undefined) throw new Error(`post ${row.key} stands in no unit`)
    else {
      const superiorId = posts.get(row.parent ?? '')?.id ?? null
      posts.set(row.key, { id: await insertPost(tx, { ...row, unitId: above, superiorId, source }), unitId: above })
    }
  }
}

/** Posts that people hold or held, and whatever stands above them, stay as the centre's own. */
export async function removePlanOrg(tx: Tx, source: string): Promise<PlanRemoval> {
  const all = await listOrgForRemoval(tx)
  const kept = keptOf(all, source)
  const ofPlan = all.filter((one) => one.source === source)
  const gone = ofPlan.filter((one) => !kept.has(one.id))
  await deleteOrg(
    tx,
    gone.map((one) => one.id),
  )
  const stays = ofPlan.filter((one) => kept.has(one.id))
  await detachOrg(
    tx,
    stays.map((one) => one.id),
  )
  return { removed: gone.length, kept: stays.map((one) => `${one.kind === 'unit' ? '机构' : '岗位'}“${one.name}”`) }
}

const hostOf = (group: PlanOrgRow): PlanOrgRow => ({
  ...group,
  key: 'host_government',
  order: 0,
  name: '主办单位（人民政府）',
  nameEn: 'Host (people’s government)',
  duties: [],
})
