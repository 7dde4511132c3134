/** Dates as people read them, at +08:00 and without the machine's locale data. */
import { type BusinessDate, businessDate, businessTime, partsOf, type Weekday, weekday } from './business-date.ts'

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS_ZH: Record<Weekday, string> = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' }

/** '2019年10月8日' (GB/T 9704: Arabic digits, no leading zeros). */
export function formatDateZh(date: BusinessDate): string {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

/** '2019年10月8日 17:30' */
export function formatDateTimeZh(instant: Date): string {
  return `${formatDateZh(businessDate(instant))} ${businessTime(instant)}`
}

/** '8 October 2019' */
export function formatDateEn(date: BusinessDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${MONTHS_EN[month - 1]} ${year}`
}

/** '8 October 2019, 17:30' */
export function formatDateTimeEn(instant: Date): string {
  return `${formatDateEn(businessDate(instant))}, ${businessTime(instant)}`
}

/** '星期二' */
export function formatWeekdayZh(date: BusinessDate): string {
  return `星期${WEEKDAYS_ZH[weekday(date)]}`
}
