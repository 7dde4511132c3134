import { isBusinessDate } from '@xianghui/kit/business-date'
import { formatDateEn, formatDateTimeEn, formatDateTimeZh, formatDateZh } from '@xianghui/kit/date-format'
import type { Locale } from './locale.ts'

/** A day ('YYYY-MM-DD') or an instant (ISO) in words; always at +08:00. */
export function dateWords(value: string, locale: Locale, withTime = true): string {
  if (isBusinessDate(value)) return locale === 'en' ? formatDateEn(value) : formatDateZh(value)
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return value
  const text = locale === 'en' ? formatDateTimeEn(instant) : formatDateTimeZh(instant)
  return withTime ? text : text.replace(/,? \d\d:\d\d$/, '')
}
