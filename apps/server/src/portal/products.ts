import { businessDate, partsOf } from '@xianghui/kit/calendar'
import { listSeasons, type Season } from '../modules/plan/index.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'
import { productsPage } from './products.view.ts'
import { monthsBetween, type SeasonRow } from './season.view.ts'
import { findOnlineService } from './services.ts'

export function mountProducts(pages: Pages): void {
  pages.page('/products', async ({ ctx, inCentre }) => {
    const { seasons, joinKey } = await inCentre(async (tx) => ({
      seasons: await listSeasons(tx),
      joinKey: await findOnlineService(tx, 'pavilion_join'),
    }))
    return productsPage(ctx, { rows: seasons.map((one) => seasonRow(ctx, one)), month: monthNow(ctx.now), joinKey })
  })
}

export function seasonRow(ctx: PageContext, season: Season): SeasonRow {
  return {
    key: season.key,
    name: inLocale(ctx, season.name, season.nameEn),
    from: season.fromMonth,
    to: season.toMonth,
    months: monthsBetween(season.fromMonth, season.toMonth),
    note: inLocale(ctx, season.note, season.noteEn),
  }
}

export const monthNow = (now: Date): number => partsOf(businessDate(now)).month
