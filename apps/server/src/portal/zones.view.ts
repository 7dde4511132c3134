import { floorPlan } from './art/floor-plan.ts'
import { planZones } from './home.view.ts'
import { art, type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import { inLocale, type PageContext } from './page-context.ts'
import { empty, facts, pageHead } from './parts.view.ts'

export interface ZoneRow {
  key: string
  order: number
  name: string
  summary: string
}

export interface ZoneView extends ZoneRow {
  /** the plan's own words and where they stand */
  literal: string | null
  clause: string | null
  areaSqm: string | null
  hours: string | null
  equipment: readonly { name: string; count: string | null }[]
  services: readonly { key: string; name: string }[]
  neighbours: readonly ZoneRow[]
}

export function zonesPage(ctx: PageContext, zones: readonly ZoneRow[]): string {
  const { t } = ctx
  const lead = t.zones.lead(zones.length, ctx.centre.areaSqm)
  const body = html`${pageHead(t.zones.title, zones.length > 0 ? lead : undefined)}<div class="wrap">${
    zones.length === 0
      ? empty('nothing-yet', t.zones.emptyTitle, t.zones.emptyText)
      : html`${art(floorPlan({ zones: planZones(zones), locale: ctx.locale }))}<h2 class="after-plan">${t.zones.list}</h2>${zoneCards(zones)}`
  }</div>`
  return layout(ctx, { title: t.zones.title, section: 'zones', crumbs: [], body, description: lead })
}

function zoneCards(zones: readonly ZoneRow[]): Html {
  return html`<ul class="cards">${zones.map(
    (one) =>
      html`<li class="card"><h3 class="card-title"><a href="/zones/${one.key}"><span class="zone-number">${one.order}</span>${one.name}</a></h3><p>${one.summary}</p></li>`,
  )}</ul>`
}

export function zonePage(ctx: PageContext, zone: ZoneView): string {
  const { t } = ctx
  const current = planZones([zone])[0]
  const body = html`${pageHead(zone.name, zone.summary)}
<div class="wrap grid"><div class="col-7">${facts([
    [t.zones.area, zone.areaSqm ? t.zones.square(zone.areaSqm) : null],
    [t.zones.hours, zone.hours ?? inLocale(ctx, ctx.centre.hours, ctx.centre.hoursEn)],
    [t.zones.order, t.zones.orderOf(zone.order)],
  ])}
${
  zone.literal
    ? html`<h2>${t.zones.purpose}</h2><figure class="quote" lang="zh-CN"><blockquote><p>${zone.literal}</p></blockquote>${
        zone.clause ? html`<figcaption>${t.zones.from(zone.clause)}</figcaption>` : none
      }</figure>`
    : none
}
${
  zone.equipment.length > 0
    ? html`<h2>${t.zones.equipment}</h2><ul class="plain-list">${zone.equipment.map(
        (one) => html`<li>${one.name}${one.count ? html` <span class="tag">${one.count}</span>` : none}</li>`,
      )}</ul>`
    : none
}
${
  zone.services.length > 0
    ? html`<h2>${t.zones.services}</h2><ul class="list">${zone.services.map(
        (one) =>
          html`<li class="list-item"><a class="list-link" href="/services/${one.key}"><span class="list-title">${one.name}</span></a></li>`,
      )}</ul>`
    : none
}</div>
<div class="col-5"><h2>${t.zones.where}</h2><div class="plan-side">${art(
    floorPlan({ zones: planZones(zone.neighbours), locale: ctx.locale, ...(current ? { current: current.key } : {}) }),
  )}</div></div></div>`
  return layout(ctx, {
    title: zone.name,
    section: 'zones',
    crumbs: [{ name: t.zones.title, href: '/zones' }],
    body,
    description: zone.summary,
  })
}
