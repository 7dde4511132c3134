import { formatDateTimeZh } from '@xianghui/kit/calendar'
import type { PublicStatistics } from './statistics.service.ts'

/** A table that Excel opens with its Chinese whole (BOM), in which no cell can be taken for a formula. */
export function statisticsCsv({ asOf, figures }: PublicStatistics): string {
  const head = ['分组', '指标', '数值', '单位', '口径', '统计时间']
  const time = formatDateTimeZh(asOf)
  const rows = figures.map((one) => [one.group, one.name, one.text, one.unit, one.definition, time])
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !/^-?[\d.]+$/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
