import { addDays } from '@xianghui/kit/calendar'
import { parentRegion, regionLevel } from '@xianghui/kit/region-code'
import type { FieldFault } from '../../platform/refusal.ts'

/** A division under one code for one stretch of days; the same code may return later with another name. */
export interface Region {
  code: string
  name: string
  nameEn: string
  level: RegionTableLevel
  parentCode: string | null
  /** '0001-01-01' = from before this table, not looked up */
  validFrom: string
  validTo: string | null
  longitude: number | null
  latitude: number | null
  source: string
  note: string | null
}
export const regionLevels = ['province', 'prefecture', 'county', 'township', 'village'] as const
export type RegionTableLevel = (typeof regionLevels)[number]

/** The table's word for the level a code names. */
export function levelOfCode(code: string): RegionTableLevel | null {
  const level = regionLevel(code)
  return level === 'city' ? 'prefecture' : level
}

export function faultsOfRegion(region: Region): FieldFault[] {
  const faults: FieldFault[] = []
  const level = levelOfCode(region.code)
  if (level === null || level !== region.level) faults.push({ field: 'code', code: 'region.code_wrong' })
  if (region.name.trim() === '') faults.push({ field: 'name', code: 'region.name_needed' })
  if (level !== null && level !== 'province' && region.parentCode !== parentRegion(region.code))
    faults.push({ field: 'parentCode', code: 'region.parent_wrong' })
  if (region.source.trim() === '') faults.push({ field: 'source', code: 'region.source_needed' })
  if (region.validTo !== null && region.validTo < region.validFrom)
    faults.push({ field: 'validTo', code: 'rule.days_reversed' })
  return faults
}

/** Do two stretches of days share a day? Open ends reach for ever. */
export function overlaps(
  one: Pick<Region, 'validFrom' | 'validTo'>,
  other: Pick<Region, 'validFrom' | 'validTo'>,
): boolean {
  return one.validFrom <= (other.validTo ?? '9999-12-31') && other.validFrom <= (one.validTo ?? '9999-12-31')
}

/** Codes that took over when one ended: those of the same parent and level that began on the day after. */
export function successorsOf(ended: Region, all: readonly Region[]): Region[] {
  if (ended.validTo === null) return []
  const next = addDays(ended.validTo, 1)
  return all.filter((one) => one.validFrom === next && one.parentCode === ended.parentCode && one.level === ended.level)
}
