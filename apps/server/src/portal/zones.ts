import { findPublicService, listPublicServices } from '../modules/hall/index.ts'
import { getPublicZone, listPublicZones, type PublicZone } from '../modules/organisation/index.ts'
import type { Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'
import { type ZoneRow, type ZoneView, zonePage, zonesPage } from './zones.view.ts'

export function mountZones(pages: Pages): void {
  pages.page('/zones', async ({ ctx, inCentre }) =>
    zonesPage(
      ctx,
      (await inCentre(listPublicZones)).map((one) => zoneRow(ctx, one)),
    ),
  )
  pages.page('/zones/:key', async ({ ctx, params, inCentre }) =>
    zonePage(ctx, await inCentre((tx) => readZone(tx, ctx, params.key ?? ''))),
  )
}

function zoneRow(
  ctx: PageContext,
  one: Pick<PublicZone, 'key' | 'order' | 'name' | 'nameEn' | 'purpose' | 'purposeEn'>,
): ZoneRow {
  return {
    key: one.key,
    order: one.order,
    name: inLocale(ctx, one.name, one.nameEn),
    summary: inLocale(ctx, one.purpose, one.purposeEn),
  }
}

async function readZone(tx: Tx, ctx: PageContext, key: string): Promise<ZoneView> {
  const zone = await getPublicZone(tx, key)
  if (!zone) throw new Refusal('request.not_found')
  const here = (await listPublicServices(tx, { zone: key })).services
  const also = await Promise.all(
    zone.services.filter((one) => !here.some((each) => each.key === one)).map((one) => findPublicService(tx, one)),
  )
  const services = [...here, ...also.flatMap((one) => (one ? [one] : []))]
  return {
    ...zoneRow(ctx, zone),
    literal: zone.literal,
    clause: zone.clause,
    areaSqm: zone.areaSqm === null ? null : String(zone.areaSqm),
    hours: inLocale(ctx, zone.openingHours, zone.openingHoursEn) || null,
    equipment: zone.equipment.map((one) => ({
      name: inLocale(ctx, one.name, one.nameEn),
      count: one.count === null ? null : ctx.t.zones.count(one.count),
    })),
    services: services.map((one) => ({ key: one.key, name: inLocale(ctx, one.name, one.nameEn) })),
    neighbours: (await listPublicZones(tx)).map((one) => zoneRow(ctx, one)),
  }
}
