import { listPublicActivities, type PublicActivity } from '../modules/plan/index.ts'
import { type ActivityRow, activitiesPage } from './activities.view.ts'
import type { Ask } from './ask.ts'
import { toCalendar } from './calendar-file.ts'
import { centreName, inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'

export function mountActivities(pages: Pages): void {
  pages.page('/activities', async ({ ctx, query, inCentre }) => {
    const rows = (await inCentre(listPublicActivities)).map((one) => activityRow(ctx, one))
    const months = [...new Set(rows.map((row) => row.calendarMonth))].sort()
    const month = months.find((one) => one === query.month)
    return activitiesPage(ctx, { rows, months, month })
  })
  pages.file('/activities.ics', 'text/calendar; charset=utf-8', async (ask) => calendarOf(ask))
}

export function activityRow(ctx: PageContext, one: PublicActivity): ActivityRow {
  return {
    ...one,
    name: inLocale(ctx, one.name, one.nameEn),
    content: inLocale(ctx, one.content, one.contentEn),
    remark: inLocale(ctx, one.remark, one.remarkEn),
  }
}

async function calendarOf({ ctx, inCentre }: Ask): Promise<string> {
  const rows = (await inCentre(listPublicActivities)).map((one) => activityRow(ctx, one))
  const entries = rows
    .filter((row) => row.status !== 'cancelled')
    .map((row) => ({
      uid: `${row.key}@${new URL(ctx.origin).host}`,
      day: row.actualDate,
      month: row.calendarMonth,
      title: row.name,
      text: [row.content, row.actualDate ? '' : ctx.t.activities.source].filter(Boolean).join('\n'),
      url: `${ctx.origin}/activities#activity-${row.key}`,
    }))
  return toCalendar(centreName(ctx), entries, ctx.now)
}
