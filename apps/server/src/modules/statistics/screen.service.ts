import { addDays, businessDate, formatDateZh, formatWeekdayZh, instantAt, partsOf } from '@xianghui/kit/calendar'
import { Solar } from 'lunar-typescript'
import type { Tx } from '../../platform/db.ts'
import { getPublicCentre, listRegionRows } from '../centre/index.ts'
import { listLatestArticles } from '../content/index.ts'
import { listPublicActivities, listPublicGoals, listSeasons } from '../plan/index.ts'
import { listPublicStations } from '../stations/index.ts'
import {
  countAll,
  countApplicationsByDay,
  countApplicationsByState,
  countServicesByLine,
  countStationsByTownship,
  listZoneStates,
} from './counts.queries.ts'
import { measureOf } from './figure.rules.ts'
import { findMap } from './map.service.ts'
import { monthStartOf } from './statistics.service.ts'

const daysOfFlow = 30

/** Everything the data screen shows, counted at `asOf`. */
export async function readScreen(tx: Tx) {
  const today = businessDate(tx.now)
  const centre = await getPublicCentre(tx)
  const counts = await countAll(tx, monthStartOf(tx.now))
  const byTownship = new Map((await countStationsByTownship(tx)).map((one) => [one.code, one.count]))
  const townships = centre.regionCode ? await listRegionRows(tx, { day: today, parent: centre.regionCode }) : []
  return {
    asOf: tx.now.toISOString(),
    centre: { name: centre.name, nameEn: centre.nameEn, regionName: centre.regionName },
    day: dayOf(today),
    counts: { ...counts, medianDays: measureOf(counts.medianDays, 1).value },
    zones: await listZoneStates(tx),
    lines: await countServicesByLine(tx),
    applicationStates: await countApplicationsByState(tx),
    flow: await flowOf(tx, today),
    // The outline of a map may only be shown with its 审图号; absent by default, points always stand.
    map: await findMap(tx),
    townships: townships.map((one) => ({
      code: one.code,
      name: one.name,
      nameEn: one.nameEn,
      longitude: one.longitude,
      latitude: one.latitude,
      stations: byTownship.get(one.code) ?? 0,
    })),
    stations: (await listPublicStations(tx)).map((one) => ({
      name: one.name,
      level: one.level,
      township: one.township?.name ?? null,
      longitude: one.longitude,
      latitude: one.latitude,
    })),
    goals: await listPublicGoals(tx),
    activities: (await listPublicActivities(tx)).map((one) => ({
      key: one.key,
      name: one.name,
      nameEn: one.nameEn,
      calendarMonth: one.calendarMonth,
      milestone: one.milestone,
      status: one.status,
      actualDate: one.actualDate,
    })),
    seasons: (await listSeasons(tx)).map((one) => ({
      key: one.key,
      name: one.name,
      nameEn: one.nameEn,
      fromMonth: one.fromMonth,
      toMonth: one.toMonth,
      note: one.note,
      isNow: one.isNow,
    })),
    news: (await listLatestArticles(tx, undefined, 6)).map((one) => ({
      title: one.title,
      at: one.publishedAt.toISOString(),
    })),
  }
}

export type ScreenData = Awaited<ReturnType<typeof readScreen>>

function dayOf(today: string) {
  const { year, month, day } = partsOf(today)
  const lunar = Solar.fromYmd(year, month, day).getLunar()
  return {
    date: today,
    text: `${formatDateZh(today)} ${formatWeekdayZh(today)}`,
    lunar: `农历${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`,
    /** 节气 on its day, else empty */
    term: lunar.getJieQi(),
    month,
  }
}

async function flowOf(tx: Tx, today: string) {
  const first = addDays(today, 1 - daysOfFlow)
  const counted = new Map((await countApplicationsByDay(tx, instantAt(first, '00:00'))).map((one) => [one.day, one]))
  return Array.from({ length: daysOfFlow }, (_, index) => {
    const day = addDays(first, index)
    return counted.get(day) ?? { day, received: 0, finished: 0 }
  })
}
