import { businessDate, partsOf } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findFamily, listFamilies, type SeasonRow, writeSeason } from './season.queries.ts'
import { isInSeason } from './season.rules.ts'

export type Season = SeasonRow & { isNow: boolean }

/** The product families with their months; `isNow` for the month of today. */
export async function listSeasons(tx: Tx): Promise<Season[]> {
  const { month } = partsOf(businessDate(tx.now))
  return (await listFamilies(tx)).map((row) => ({ ...row, isNow: isInSeason(row, month) }))
}

export interface SaveSeason {
  key: string
  fromMonth: number
  toMonth: number
  note: string | null
  noteEn: string | null
  seasonSource: string
  version: number
}

/** @throws Refusal record.not_found | record.changed | plan.season_source_needed */
export async function saveSeason(tx: Tx, actor: Actor, input: SaveSeason): Promise<void> {
  const before = await findFamily(tx, input.key)
  if (!before) throw new Refusal('record.not_found')
  if (input.seasonSource.trim() === '')
    throw new Refusal('plan.season_source_needed', {}, [{ field: 'seasonSource', code: 'plan.season_source_needed' }])
  if (!(await writeSeason(tx, input))) throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'plan.season_saved',
    subject: { kind: 'product_family', id: input.key },
    summary: `${actor.name} 修改了“${before.name}”的时令：${input.fromMonth}月至${input.toMonth}月`,
    before,
    after: input,
    reason: input.seasonSource,
  })
  await publicChanged(tx)
}
