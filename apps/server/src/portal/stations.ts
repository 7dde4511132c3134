import { businessDate } from '@xianghui/kit/calendar'
import { listRegionRows } from '../modules/centre/index.ts'
import { listPublicStations, type PublicStation } from '../modules/stations/index.ts'
import { inLocale } from './page-context.ts'
import type { Pages } from './pages.ts'
import { findOnlineService } from './services.ts'
import { type StationRow, stationsPage } from './stations.view.ts'

export function mountStations(pages: Pages): void {
  pages.page('/stations', async ({ ctx, query, inCentre }) => {
    const { regionCode } = ctx.centre
    const { stations, regions, applyKey } = await inCentre(async (tx) => ({
      stations: await listPublicStations(tx),
      regions: regionCode ? await listRegionRows(tx, { day: businessDate(tx.now), parent: regionCode }) : [],
      applyKey: await findOnlineService(tx, 'station_application'),
    }))
    const rows = stations.map(rowOf)
    const township = rows.find((row) => row.township?.code === query.township)?.township?.code
    const places = regions.flatMap((one) =>
      one.longitude !== null && one.latitude !== null
        ? [
            {
              code: one.code,
              name: inLocale(ctx, one.name, one.nameEn),
              longitude: one.longitude,
              latitude: one.latitude,
            },
          ]
        : [],
    )
    return stationsPage(ctx, { rows, township, places, applyKey })
  })
}

function rowOf(one: PublicStation): StationRow {
  return {
    id: one.id,
    name: one.name,
    township: one.township,
    address: one.address,
    keeper: one.keeperName ?? '',
    phone: one.phone ?? '',
    hours: one.hours ?? '',
    services: [],
    longitude: one.longitude,
    latitude: one.latitude,
  }
}
