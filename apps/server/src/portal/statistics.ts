import { listPublicStatistics } from '../modules/statistics/index.ts'
import { inLocale } from './page-context.ts'
import type { Pages } from './pages.ts'
import { statisticsPage } from './statistics.view.ts'

export function mountStatistics(pages: Pages): void {
  pages.page('/statistics', async ({ ctx, inCentre }) => {
    const { asOf, figures } = await inCentre(listPublicStatistics)
    return statisticsPage(ctx, {
      asOf,
      figures: figures.map((one) => ({
        key: one.key,
        name: inLocale(ctx, one.name, one.nameEn),
        value: inLocale(ctx, one.text, one.textEn),
        counted: one.value !== null,
        unit: inLocale(ctx, one.unit, one.unitEn),
        meaning: inLocale(ctx, one.definition, one.definitionEn),
        group: inLocale(ctx, one.group, one.groupEn),
      })),
    })
  })
}
