import { type ActivityRow, activityLine } from './activities.view.ts'
import { bannerGorgePhone, bannerGorgeWide } from './art/banner-gorge.ts'
import type { ZoneKey } from './art/floor-plan.layout.ts'
import { floorPlan, type PlanZone } from './art/floor-plan.ts'
import { type IconName, icon } from './art/icons.ts'
import { art, type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import { centreName, inLocale, type PageContext } from './page-context.ts'
import { empty, entryList, type ListEntry, section } from './parts.view.ts'
import { type SeasonRow, seasonTable } from './season.view.ts'

export interface HomeView {
  notices: readonly ListEntry[]
  seasons: readonly SeasonRow[]
  /** 1 to 12, at +08:00 */
  month: number
  zones: readonly ZoneDoor[]
  activities: readonly ActivityRow[]
  /** whether the activities shown are still to come */
  activitiesAhead: boolean
  lines: readonly { key: string; name: string; summary: string }[]
}

export interface ZoneDoor {
  key: string
  name: string
}

const doors: readonly { key: 'services' | 'products' | 'training' | 'statistics'; image: IconName }[] = [
  { key: 'services', image: 'apply' },
  { key: 'products', image: 'shop' },
  { key: 'training', image: 'training' },
  { key: 'statistics', image: 'data' },
]

/** The first page: name, four doors, today's notices, what is ripe, the nine zones, what comes next, the service lines. */
export function homePage(ctx: PageContext, view: HomeView): string {
  const { t } = ctx
  const name = centreName(ctx)
  const ripe = view.seasons.filter((row) => row.months.includes(view.month))
  const body = html`${hero(name, view.lines)}
${section({ title: t.home.doors }, doorList(ctx))}
<section class="section"><div class="wrap grid"><div class="col-7"><div class="section-head"><h2>${t.home.notices}</h2><a class="more" href="/news">${t.home.allNews}${art(icon('chevron-right', 18))}</a></div>
${view.notices.length > 0 ? entryList(ctx, view.notices) : empty('nothing-yet', t.news.emptyTitle, t.news.emptyText)}</div>
<div class="col-5"><div class="section-head"><h2>${view.activitiesAhead ? t.home.activities : t.home.activitiesPast}</h2><a class="more" href="/activities">${t.home.allActivities}${art(icon('chevron-right', 18))}</a></div>
${
  view.activities.length > 0
    ? html`<ol class="timeline">${view.activities.map((one) => activityLine(ctx, one))}</ol>`
    : empty('nothing-yet', t.activities.emptyTitle, t.activities.emptyText)
}</div></div></section>
${
  view.seasons.length > 0
    ? section(
        { title: t.home.season(view.month), more: { href: '/products', text: t.home.allProducts }, mist: true },
        html`<p class="lead">${ripe.length > 0 ? t.home.ripe(ripe.map((row) => row.name).join(t.list.comma)) : t.home.nothingRipe}</p>${seasonTable(ctx, view.seasons, view.month)}`,
      )
    : none
}
${
  view.zones.length > 0
    ? section(
        { title: t.home.zones, more: { href: '/zones', text: t.home.allZones } },
        html`<p class="lead">${t.home.zonesLead}</p>${art(floorPlan({ zones: planZones(view.zones), locale: ctx.locale }))}`,
      )
    : none
}
${view.lines.length > 0 ? section({ title: t.home.lines, more: { href: '/services', text: t.home.allServices }, mist: true }, lineCards(ctx, view.lines)) : none}`
  return layout(ctx, {
    title: name,
    section: 'home',
    body,
    description: t.site.description,
    data: [organisationData(ctx, name)],
  })
}

const zoneKeys: readonly ZoneKey[] = [
  'image',
  'o2o',
  'operation',
  'data',
  'training',
  'public',
  'logistics',
  'studio',
  'enterprise',
]

/** The zones that the drawing has rooms for; one added later is found in the list beside it. */
export function planZones(zones: readonly ZoneDoor[]): PlanZone[] {
  return zones.flatMap((zone) => {
    const key = zoneKeys.find((one) => one === zone.key)
    return key ? [{ key, name: zone.name, href: `/zones/${zone.key}` }] : []
  })
}

function hero(name: string, lines: HomeView['lines']): Html {
  const phrases = lines.length > 0 ? lines.map((one) => one.name) : []
  return html`<div class="hero"><div class="hero-art"><div class="hero-wide">${art(bannerGorgeWide())}</div><div class="hero-phone">${art(bannerGorgePhone())}</div></div>
<div class="hero-text"><h1>${name}</h1>${
    phrases.length > 0
      ? html`<p>${phrases.map((one, index) => html`<span class="phrase">${one}${index < phrases.length - 1 ? ' ·' : ''}</span> `)}</p>`
      : none
  }</div></div>`
}

function doorList(ctx: PageContext): Html {
  return html`<ul class="doors">${doors.map(({ key, image }) => {
    const words = ctx.t.home.door[key]
    return html`<li><a class="door" href="/${key}">${art(icon(image, 36))}<span><span class="door-name">${words.name}</span><span class="door-note">${words.note}</span></span></a></li>`
  })}</ul>`
}

export function lineCards(ctx: PageContext, lines: HomeView['lines']): Html {
  return html`<ul class="cards">${lines.map(
    (line) =>
      html`<li class="card"><h3 class="card-title"><a href="/services?line=${line.key}">${line.name}</a></h3><p>${line.summary}</p><p class="card-meta"><a href="/services?line=${line.key}">${ctx.t.services.ofLine}<span class="visually-hidden">：${line.name}</span></a></p></li>`,
  )}</ul>`
}

export function organisationData(ctx: PageContext, name: string): object {
  const { centre } = ctx
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name,
    url: `${ctx.origin}/`,
    ...(centre.phone ? { telephone: centre.phone } : {}),
    ...(centre.address ? { address: inLocale(ctx, centre.address, centre.addressEn) } : {}),
    ...(centre.hours ? { openingHours: centre.hours } : {}),
    ...(centre.latitude !== null && centre.longitude !== null
      ? { geo: { '@type': 'GeoCoordinates', latitude: centre.latitude, longitude: centre.longitude } }
      : {}),
  }
}
