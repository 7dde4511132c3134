import { art, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { button, empty, notice, pageHead } from './parts.view.ts'
import { drawingOf, type SeasonRow, seasonTable } from './season.view.ts'

export interface ProductsView {
  rows: readonly SeasonRow[]
  month: number
  /** key of the service by which a seller joins the pavilion, where it is open */
  joinKey: string | null
}

/** What grows here and when; an honest word that it is not yet sold on this site. */
export function productsPage(ctx: PageContext, view: ProductsView): string {
  const { t } = ctx
  const body = html`${pageHead(t.products.title, t.products.lead)}
<div class="wrap">${
    view.rows.length === 0
      ? empty('nothing-yet', t.products.emptyTitle, t.products.emptyText)
      : html`<ul class="cards cards-families">${view.rows.map((row) => {
          const drawing = drawingOf(row.key)
          const ripe = row.months.includes(view.month)
          return html`<li class="card" id="${row.key}">${drawing ? html`<div class="card-art">${art(drawing)}</div>` : none}<h2 class="card-title">${row.name} ${
            ripe ? html`<span class="status status-done">${t.products.now}</span>` : none
          }</h2><p>${row.note}</p><p class="card-meta">${t.products.between(row.from, row.to)}</p></li>`
        })}</ul>`
  }</div>
${
  view.rows.length > 0
    ? html`<section class="section section-mist"><div class="wrap"><h2>${t.products.calendar}</h2>${seasonTable(ctx, view.rows, view.month)}<p class="small">${t.products.basis}</p></div></section>`
    : none
}
<section class="section"><div class="wrap"><h2>${t.products.buyTitle}</h2>${notice('info', t.products.buyNote)}<p class="form-actions">${view.joinKey ? button(`/services/${view.joinKey}`, t.products.join, 'basket') : none}${button('/contact', t.products.ask, 'phone', true)}</p></div></section>`
  return layout(ctx, { title: t.products.title, section: 'products', crumbs: [], body, description: t.products.lead })
}
