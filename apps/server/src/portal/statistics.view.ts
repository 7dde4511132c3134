import { icon } from './art/icons.ts'
import { art, type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { dateTimeOf, empty, pageHead } from './parts.view.ts'

export interface Figure {
  key: string
  name: string
  value: string
  unit: string
  /** 口径: what is counted */
  meaning: string
  group: string
  /** false where `value` is a word such as 尚未开展采集 */
  counted: boolean
}

export interface StatisticsView {
  figures: readonly Figure[]
  asOf: Date
}

/** Open figures: each counted from the database at the time named, with what it means. */
export function statisticsPage(ctx: PageContext, view: StatisticsView): string {
  const { t } = ctx
  const groups = [...new Set(view.figures.map((one) => one.group))]
  const body = html`${pageHead(
    t.statistics.title,
    t.statistics.lead,
    view.figures.length > 0
      ? html`<p class="form-actions"><a class="btn btn-quiet" href="/api/public/statistics.csv">${art(icon('download'))}${t.statistics.download}</a></p>`
      : none,
  )}
<div class="wrap">${
    view.figures.length === 0
      ? empty('nothing-yet', t.statistics.emptyTitle, t.statistics.emptyText)
      : html`<p class="as-of">${t.statistics.asOf}<time datetime="${view.asOf.toISOString()}">${dateTimeOf(ctx, view.asOf)}</time></p>
${groups.map((group) => groupView(group, view.figures))}
<h2>${t.statistics.meanings}</h2>${meanings(ctx, view.figures)}`
  }</div>`
  return layout(ctx, {
    title: t.statistics.title,
    section: 'statistics',
    crumbs: [],
    body,
    description: t.statistics.lead,
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: t.statistics.title,
        description: t.statistics.lead,
        dateModified: view.asOf.toISOString(),
        distribution: [
          {
            '@type': 'DataDownload',
            encodingFormat: 'text/csv',
            contentUrl: `${ctx.origin}/api/public/statistics.csv`,
          },
        ],
      },
    ],
  })
}

function groupView(group: string, figures: readonly Figure[]): Html {
  const own = figures.filter((one) => one.group === group)
  return html`${group ? html`<h2>${group}</h2>` : none}<ul class="tiles tiles-block">${own.map(
    (one) =>
      html`<li class="tile"><span class="tile-label">${one.name}</span>${
        one.counted
          ? html`<span class="tile-figure">${one.value}<span class="tile-unit">${one.unit}</span></span>`
          : html`<span class="tile-word">${one.value}</span>`
      }</li>`,
  )}</ul>`
}

function meanings(ctx: PageContext, figures: readonly Figure[]): Html {
  const { t } = ctx
  return html`<table class="table"><caption class="visually-hidden">${t.statistics.meanings}</caption><thead><tr><th scope="col">${t.statistics.indicator}</th><th scope="col">${t.statistics.meaning}</th><th scope="col" class="num">${t.statistics.value}</th></tr></thead><tbody>${figures.map(
    (one) =>
      html`<tr><th scope="row" data-label="${t.statistics.indicator}">${one.name}</th><td data-label="${t.statistics.meaning}">${one.meaning}</td><td class="num" data-label="${t.statistics.value}">${one.value}${one.counted ? ` ${one.unit}` : ''}</td></tr>`,
  )}</tbody></table>`
}
