import { businessDate } from '@xianghui/kit/calendar'
import { listLatestArticles } from '../modules/content/index.ts'
import { listPublicServices } from '../modules/hall/index.ts'
import { listPublicZones } from '../modules/organisation/index.ts'
import { listPublicActivities, listSeasons } from '../modules/plan/index.ts'
import { activityRow } from './activities.ts'
import type { ActivityRow } from './activities.view.ts'
import { homePage } from './home.view.ts'
import { articleEntry } from './news.ts'
import { inLocale } from './page-context.ts'
import type { Pages } from './pages.ts'
import { monthNow, seasonRow } from './products.ts'

const mostActivities = 4
const mostNotices = 5

export function mountHome(pages: Pages): void {
  pages.page('/', async ({ ctx, inCentre }) => {
    const read = await inCentre(async (tx) => ({
      articles: await listLatestArticles(tx, undefined, mostNotices),
      seasons: await listSeasons(tx),
      zones: await listPublicZones(tx),
      activities: await listPublicActivities(tx),
      lines: (await listPublicServices(tx)).lines,
    }))
    const rows = read.activities.map((one) => activityRow(ctx, one))
    const next = nextActivities(rows, businessDate(ctx.now))
    return homePage(ctx, {
      notices: read.articles.map((one) => articleEntry(ctx, one)),
      seasons: read.seasons.map((one) => seasonRow(ctx, one)),
      month: monthNow(ctx.now),
      zones: read.zones.map((one) => ({ key: one.key, name: inLocale(ctx, one.name, one.nameEn) })),
      activities: next.rows,
      activitiesAhead: next.ahead,
      lines: read.lines.map((one) => ({
        key: one.key,
        name: inLocale(ctx, one.name, one.nameEn),
        summary: inLocale(ctx, one.summary, one.summaryEn),
      })),
    })
  })
}

/** What is still to come from this month on; where nothing is, the latest of the plan. */
export function nextActivities(rows: readonly ActivityRow[], today: string): { rows: ActivityRow[]; ahead: boolean } {
  const when = (row: ActivityRow) => row.actualDate ?? row.calendarMonth
  const sorted = [...rows].sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
  const coming = sorted.filter(
    (row) =>
      row.status === 'planned' && (row.actualDate ? row.actualDate >= today : row.calendarMonth >= today.slice(0, 7)),
  )
  if (coming.length > 0) return { rows: coming.slice(0, mostActivities), ahead: true }
  return { rows: sorted.slice(-mostActivities), ahead: false }
}
