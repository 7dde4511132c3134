import { HOLIDAYS } from '@xianghui/kit/holidays'
import type { Tx } from '../../platform/db.ts'
import { hasHolidays, insertHolidays } from './holiday.queries.ts'
import { hasRegions, insertRegions } from './region.queries.ts'
import type { Region } from './region.rules.ts'

/** Fills the tables that all centres share, each only while it is empty: what people changed is never overwritten. */
export async function fillReferenceData(tx: Tx, readRegions: () => Promise<readonly Region[]>): Promise<void> {
  if (!(await hasHolidays(tx))) await insertHolidays(tx, HOLIDAYS)
  if (!(await hasRegions(tx))) await insertRegions(tx, await readRegions())
}
