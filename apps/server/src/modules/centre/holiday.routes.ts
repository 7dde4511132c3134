import { businessDate } from '@xianghui/kit/calendar'
import type { Mount } from '../../platform/http.ts'
import { holidayContract as contract } from './holiday.contract.ts'
import { readHolidays } from './holiday.queries.ts'
import { holidayStateOf } from './holiday.rules.ts'
import { saveHolidays } from './holiday.service.ts'

export function mountHolidays(mount: Mount): void {
  mount(contract.listHolidays, { may: 'signed-in' }, async ({ query, inCentre, now }) => {
    const today = businessDate(now)
    const year = query.year ?? Number(today.slice(0, 4))
    const table = await inCentre(readHolidays)
    const notice = table.find((one) => one.year === year)
    return {
      year,
      years: table.map((one) => one.year),
      state: holidayStateOf(today, table),
      source: notice?.source ?? null,
      days: [...(notice?.days ?? [])],
    }
  })
  mount(contract.saveHolidays, { may: 'rule.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => saveHolidays(tx, actor, { year: params.year, ...body }))
    return { ok: true as const }
  })
}
