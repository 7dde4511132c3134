import { type CalendarVerdict, isWorkingDay } from '@xianghui/kit/calendar'
import type { HolidayYear } from '@xianghui/kit/holidays'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteHolidays, insertHolidays, readHolidays } from './holiday.queries.ts'
import { faultsOfNotice } from './holiday.rules.ts'

/** Is the day a working day by the notices? A year without its notice is refused, not guessed. */
export async function workingDay(tx: Tx, day: string): Promise<CalendarVerdict<boolean>> {
  return isWorkingDay(day, await readHolidays(tx))
}

/** Writes one year's notice whole; the days it had before are in the ledger of acts. @throws Refusal holiday.invalid */
export async function saveHolidays(tx: Tx, actor: Actor, notice: HolidayYear): Promise<void> {
  const table = await readHolidays(tx)
  const faults = faultsOfNotice(notice, table)
  if (faults.length > 0) throw new Refusal('holiday.invalid', {}, faults)
  await deleteHolidays(tx, notice.year)
  await insertHolidays(tx, [notice])
  await recordAct(tx, actor, {
    action: 'holiday.saved',
    subject: { kind: 'holiday', id: String(notice.year) },
    summary: `${actor.name} 维护了 ${notice.year} 年节假日安排（${notice.days.length} 天）`,
    before: table.find((one) => one.year === notice.year) ?? null,
    after: notice,
    reason: notice.source,
  })
  await publicChanged(tx)
}
