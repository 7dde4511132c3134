import { type ProductArtKey, productArt } from './art/products.ts'
import { art, type Html, html, none } from './html.ts'
import type { PageContext } from './page-context.ts'

export interface SeasonRow {
  key: string
  name: string
  from: number
  to: number
  /** months 1 to 12 in which it is on sale fresh, or worth the visit */
  months: readonly number[]
  note: string
}

const allMonths = Array.from({ length: 12 }, (_, index) => index + 1)

/** 'laowo_ham' is drawn as 'ham'; a family without a drawing shows none. */
export function drawingOf(key: string): string | undefined {
  const known = Object.keys(productArt) as ProductArtKey[]
  const found = known.find((one) => key === one || key.endsWith(`_${one}`))
  return found ? productArt[found]() : undefined
}

/** The twelve months from a first to a last one, over the year's end where the first is later. */
export function monthsBetween(from: number, to: number): number[] {
  return from <= to
    ? allMonths.filter((month) => month >= from && month <= to)
    : allMonths.filter((month) => month >= from || month <= to)
}

/** A row a product, a column a month; the month of today framed. */
export function seasonTable(ctx: PageContext, rows: readonly SeasonRow[], now: number): Html {
  const { t } = ctx
  return html`<table class="season"><caption class="visually-hidden">${t.products.seasonCaption(now)}</caption><thead><tr><th scope="col">${t.products.month}</th>${allMonths.map(
    (month) =>
      html`<th scope="col"${month === now ? html` class="is-now"` : none}>${month}<span class="visually-hidden">${t.products.monthSuffix}</span></th>`,
  )}</tr></thead><tbody>${rows.map((row) => {
    const drawing = drawingOf(row.key)
    return html`<tr><th class="season-name" scope="row">${drawing ? art(drawing) : none}${row.name}</th>${allMonths.map(
      (month) => cell(ctx, row.months.includes(month), month, month === now),
    )}</tr>`
  })}</tbody></table><p class="list-note">${t.products.seasonLegend}</p>`
}

function cell(ctx: PageContext, ripe: boolean, month: number, now: boolean): Html {
  const classes = [ripe ? 'is-ripe' : '', now ? 'is-now' : ''].filter(Boolean).join(' ')
  return html`<td${classes ? html` class="${classes}"` : none}>${ripe ? html`<span class="season-word">${ctx.t.products.inMonth(month)}</span>` : none}</td>`
}
