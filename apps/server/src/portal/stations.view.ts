import { icon } from './art/icons.ts'
import { art, type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { button, choices, empty, pageHead } from './parts.view.ts'

export interface StationRow {
  id: string
  name: string
  /** township the station lies in */
  township: { code: string; name: string } | null
  address: string
  keeper: string
  phone: string
  hours: string
  services: readonly string[]
  longitude: number | null
  latitude: number | null
}

export interface StationsView {
  rows: readonly StationRow[]
  township: string | undefined
  /** points of the townships, for the plain map */
  places: readonly { code: string; name: string; longitude: number; latitude: number }[]
  /** the service by which a station is asked for, where it is open */
  applyKey: string | null
}

export function stationsPage(ctx: PageContext, view: StationsView): string {
  const { t } = ctx
  const townships = [
    ...new Map(view.rows.flatMap((row) => (row.township ? [[row.township.code, row.township]] : []))).values(),
  ]
  const shown = view.township ? view.rows.filter((row) => row.township?.code === view.township) : view.rows
  const acts = view.applyKey
    ? html`<p class="form-actions">${button(`/services/${view.applyKey}`, t.stations.apply, 'flag', true)}</p>`
    : none
  const body = html`${pageHead(t.stations.title, t.stations.lead, acts)}
<div class="wrap grid"><div class="col-7">${
    view.rows.length === 0
      ? empty('nothing-yet', t.stations.emptyTitle, t.stations.emptyText, { href: '/contact', text: t.nav.contact })
      : html`${choices(t.stations.township, [
          { text: t.list.all, href: '/stations', current: !view.township, count: view.rows.length },
          ...townships.map((one) => ({
            text: one.name,
            href: `/stations?township=${one.code}`,
            current: one.code === view.township,
            count: view.rows.filter((row) => row.township?.code === one.code).length,
          })),
        ])}<ul class="station-list">${shown.map((row) => stationView(ctx, row))}</ul>`
  }</div><div class="col-5"><h2>${t.stations.map}</h2>${pointMap(ctx, view)}<p class="small">${t.stations.mapNote}</p></div></div>`
  return layout(ctx, { title: t.stations.title, section: 'stations', crumbs: [], body, description: t.stations.lead })
}

function stationView(ctx: PageContext, row: StationRow): Html {
  const { t } = ctx
  return html`<li class="station"><h2 class="card-title">${row.name}</h2><dl class="station-facts">${[
    [t.stations.address, row.address],
    [t.stations.keeper, row.keeper],
    [t.stations.hours, row.hours],
    [t.stations.services, row.services.join(t.list.comma)],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>${
    row.phone ? html`<p><a class="phone" href="tel:${row.phone}">${art(icon('phone', 20))}${row.phone}</a></p>` : none
  }</li>`
}

const size = { width: 360, height: 460, inset: 48 }

/** Townships and stations as points: no outline of any border is drawn, since such a map needs a review number. */
function pointMap(ctx: PageContext, view: StationsView): Html {
  const stations = view.rows.flatMap((row) =>
    row.longitude !== null && row.latitude !== null
      ? [{ name: row.name, longitude: row.longitude, latitude: row.latitude }]
      : [],
  )
  const all = [...view.places, ...stations]
  if (all.length === 0) return html`<p>${ctx.t.stations.noMap}</p>`
  const place = projection(all)
  return html`<svg class="point-map" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${ctx.t.stations.mapLabel(view.places.length, stations.length)}">${spread(
    view.places.map((one) => ({ ...place(one), name: one.name })),
  ).map(
    (one) =>
      html`<circle class="map-town" cx="${one.x}" cy="${one.y}" r="4"/><text class="map-name" x="${one.x + 8}" y="${one.labelY + 4}">${one.name}</text>`,
  )}${stations.map((one) => {
    const { x, y } = place(one)
    return html`<path class="map-station" d="M${x} ${y}l-7-12a8 8 0 1 1 14 0z"><title>${one.name}</title></path>`
  })}</svg>`
}

interface Point {
  longitude: number
  latitude: number
}

function projection(points: readonly Point[]): (point: Point) => { x: number; y: number } {
  const west = Math.min(...points.map((one) => one.longitude))
  const east = Math.max(...points.map((one) => one.longitude))
  const south = Math.min(...points.map((one) => one.latitude))
  const north = Math.max(...points.map((one) => one.latitude))
  const width = size.width - 2 * size.inset - 60
  const height = size.height - 2 * size.inset
  return ({ longitude, latitude }) => ({
    x: Math.round(size.inset + (width * (longitude - west)) / Math.max(east - west, 0.01)),
    y: Math.round(size.inset + (height * (north - latitude)) / Math.max(north - south, 0.01)),
  })
}

/** Names of places close together are moved apart so that none covers another. */
function spread<T extends { x: number; y: number }>(points: readonly T[]): (T & { labelY: number })[] {
  const placed: (T & { labelY: number })[] = []
  for (const point of [...points].sort((a, b) => a.y - b.y)) {
    let labelY = point.y
    for (const other of placed)
      if (Math.abs(other.x - point.x) < 110 && labelY - other.labelY < 18 && labelY >= other.labelY - 18)
        labelY = other.labelY + 18
    placed.push({ ...point, labelY })
  }
  return placed
}
