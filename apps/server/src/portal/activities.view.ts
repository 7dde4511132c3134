import { icon } from './art/icons.ts'
import { art, type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { choices, dayOf, empty, monthOf, notice, pageHead } from './parts.view.ts'

export interface ActivityRow {
  key: string
  /** month of the plan's table; null for the milestone, which has none of its own */
  month: string | null
  calendarMonth: string
  name: string
  content: string
  remark: string
  kind: string
  milestone: boolean
  outOfOrder: boolean
  status: 'planned' | 'done' | 'cancelled'
  actualDate: string | null
  clause: string
}

export interface ActivitiesView {
  rows: readonly ActivityRow[]
  /** months 'YYYY-MM' that hold something, in order */
  months: readonly string[]
  month: string | undefined
}

const colours = { planned: 'status-planned', done: 'status-done', cancelled: 'status-closed' } as const

export function activityStatus(ctx: PageContext, row: ActivityRow): Html {
  return html`<span class="status ${colours[row.status]}">${ctx.t.activities.status[row.status]}</span>`
}

/** One activity on the line of time. */
export function activityLine(ctx: PageContext, row: ActivityRow, full = false): Html {
  const { t } = ctx
  const marks = `${row.status === 'done' ? ' is-done' : ''}${row.milestone ? ' is-milestone' : ''}`
  const when = row.actualDate ? dayOf(ctx, row.actualDate) : monthOf(ctx, row.calendarMonth)
  return html`<li class="timeline-item${marks}"${full ? html` id="activity-${row.key}"` : none}><time class="timeline-date" datetime="${row.actualDate ?? row.calendarMonth}">${when}</time><h3 class="timeline-title">${row.name} ${activityStatus(ctx, row)}</h3>${
    row.content ? html`<p class="timeline-note">${row.content}</p>` : none
  }${full && row.remark ? html`<p class="timeline-note">${row.remark}</p>` : none}${full && row.milestone ? html`<p class="timeline-note">${t.activities.milestone}</p>` : none}${
    full && row.outOfOrder
      ? html`<p class="flag">${art(icon('info', 20))}<span>${t.activities.outOfOrder}</span></p>`
      : none
  }</li>`
}

export function activitiesPage(ctx: PageContext, view: ActivitiesView): string {
  const { t } = ctx
  const shown = view.month ? view.rows.filter((row) => row.calendarMonth === view.month) : view.rows
  const acts = html`<p class="form-actions"><a class="btn btn-quiet" href="/activities.ics">${art(icon('calendar'))}${t.activities.download}</a></p>`
  const body = html`${pageHead(t.nav.activities, t.activities.lead, view.rows.length > 0 ? acts : none)}
<div class="wrap">${
    view.rows.length === 0
      ? empty('nothing-yet', t.activities.emptyTitle, t.activities.emptyText)
      : html`${choices(t.activities.byMonth, [
          { text: t.list.all, href: '/activities', current: !view.month },
          ...view.months.map((month) => ({
            text: monthOf(ctx, month),
            href: `/activities?month=${month}`,
            current: month === view.month,
          })),
        ])}
<div class="grid"><div class="col-7"><h2 class="visually-hidden">${t.activities.list}</h2><ol class="timeline">${shown.map((row) => activityLine(ctx, row, true))}</ol>${
          shown.length === 0 ? empty('nothing-found', t.activities.noneInMonth, t.activities.otherMonth) : none
        }</div>
<div class="col-5 only-wide"><h2>${t.activities.calendar}</h2>${monthGrid(ctx, view)}${notice('info', t.activities.source)}</div></div>`
  }</div>`
  return layout(ctx, {
    title: t.nav.activities,
    section: 'activities',
    crumbs: [],
    body,
    description: t.activities.lead,
  })
}

/** The months as a grid, each with what it holds: the plan dates by month, so a grid of days would promise too much. */
function monthGrid(ctx: PageContext, view: ActivitiesView): Html {
  return html`<ul class="month-grid">${view.months.map((month) => {
    const rows = view.rows.filter((row) => row.calendarMonth === month)
    return html`<li class="month-cell${month === view.month ? ' is-current' : ''}"><h3><a href="/activities?month=${month}">${monthOf(ctx, month)}</a></h3><ul>${rows.map(
      (row) => html`<li>${row.name}</li>`,
    )}</ul></li>`
  })}</ul>`
}
