import { isBusinessDate } from '@xianghui/kit/calendar'
import type { HolidayTable, HolidayYear } from '@xianghui/kit/holidays'
import type { FieldFault } from '../../platform/refusal.ts'

/** Faults of one year's notice. A few of its days may lie in the December before (2018-12-29 by the notice for 2019). */
export function faultsOfNotice(notice: HolidayYear, others: HolidayTable): FieldFault[] {
  const faults: FieldFault[] = []
  if (notice.source.trim() === '') faults.push({ field: 'source', code: 'holiday.source_needed' })
  if (notice.days.length === 0) faults.push({ field: 'days', code: 'holiday.days_needed' })
  const taken = new Set(
    others.filter((one) => one.year !== notice.year).flatMap((one) => one.days.map((day) => day.date)),
  )
  const seen = new Set<string>()
  for (const [index, { date, name }] of notice.days.entries()) {
    const field = `days.${index}.date`
    if (!isBusinessDate(date) || !isOfNotice(date, notice.year)) faults.push({ field, code: 'holiday.day_wrong' })
    else if (seen.has(date) || taken.has(date)) faults.push({ field, code: 'holiday.day_twice' })
    if (name.trim() === '') faults.push({ field: `days.${index}.name`, code: 'holiday.name_needed' })
    seen.add(date)
  }
  return faults
}

function isOfNotice(date: string, year: number): boolean {
  return date >= `${year - 1}-12-01` && date <= `${year}-12-31`
}

export type HolidayState = 'ok' | 'missing-next' | 'missing-current'

/** After 1 December the coming year must have its notice; the running year always. */
export function holidayStateOf(day: string, table: HolidayTable): HolidayState {
  const year = Number(day.slice(0, 4))
  const has = (wanted: number) => table.some((one) => one.year === wanted)
  if (!has(year)) return 'missing-current'
  return day >= `${year}-12-01` && !has(year + 1) ? 'missing-next' : 'ok'
}
