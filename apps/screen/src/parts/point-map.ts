import type { View } from '../data.ts'
import { s } from '../dom.ts'

interface Projection {
  x(longitude: number): number
  y(latitude: number): number
  /** pixels of one degree of latitude */
  degree: number
  bounds: { west: number; east: number; south: number; north: number }
}

const width = 900
const height = 780
const margin = 70
const kmPerDegree = 111

/** Points at their coordinates on a plain graticule; no outline is drawn from memory. */
export function pointMap(view: View): SVGElement {
  const { data, t, nameOf } = view
  const placed = data.townships.flatMap((one) =>
    one.longitude === null || one.latitude === null
      ? []
      : [{ ...one, longitude: one.longitude, latitude: one.latitude }],
  )
  const p = projectionOf(placed)
  return s(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      class: 'point-map',
      role: 'img',
      'aria-label': t.mapTitle(data.centre.regionName ?? t.region),
    },
    data.map ? outline(data.map.geoJson, p) : null,
    graticule(p),
    data.stations.flatMap((one) =>
      one.longitude === null || one.latitude === null ? [] : [diamond(p.x(one.longitude), p.y(one.latitude))],
    ),
    placed.map((one) => {
      const [x, y] = [p.x(one.longitude), p.y(one.latitude)]
      return s(
        'g',
        { class: one.stations > 0 ? 'township is-served' : 'township' },
        s('circle', { cx: x, cy: y, r: one.stations > 0 ? 11 + Math.min(12, one.stations * 2) : 9 }),
        one.stations > 0 ? s('text', { x, y: y + 7, class: 'township-count' }, String(one.stations)) : null,
        s('text', { x: x + 30, y: y + 8, class: 'township-name' }, nameOf(one)),
      )
    }),
    scaleBar(p, t.kilometres(10)),
    north(t.north),
  )
}

function projectionOf(points: readonly { longitude: number; latitude: number }[]): Projection {
  const longitudes = points.map((one) => one.longitude)
  const latitudes = points.map((one) => one.latitude)
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, bounds] = [Math.min(...latitudes), Math.max(...latitudes)]
  const squeeze = Math.cos((((south + bounds) / 2) * Math.PI) / 180)
  // Names stand to the right of their points, so the right side keeps room for them.
  const degree = Math.min(
    (width - margin * 2 - 170) / Math.max(0.05, (east - west) * squeeze),
    (height - margin * 2) / Math.max(0.05, bounds - south),
  )
  const left = (width - 140 - (east - west) * squeeze * degree) / 2
  return {
    x: (longitude) => left + (longitude - west) * squeeze * degree,
    y: (latitude) => margin + (bounds - latitude) * degree + (height - margin * 2 - (bounds - south) * degree) / 2,
    degree,
    bounds: { west, east, south, north: bounds },
  }
}

function graticule(p: Projection): SVGElement {
  const step = 0.2
  const lines: SVGElement[] = []
  const { west, east, south, north: top } = p.bounds
  for (let n = Math.ceil((west - 0.5) / step); n * step <= east + 0.5; n++) {
    const x = p.x(n * step)
    if (x < 20 || x > width - 20) continue
    lines.push(s('path', { d: `M${x} 20V${height - 46}` }))
    lines.push(
      s('text', { x, y: height - 22, class: 'grid-label', 'text-anchor': 'middle' }, `${(n * step).toFixed(1)}°E`),
    )
  }
  for (let n = Math.ceil((south - 0.3) / step); n * step <= top + 0.3; n++) {
    const y = p.y(n * step)
    if (y < 24 || y > height - 60) continue
    lines.push(s('path', { d: `M20 ${y}H${width - 20}` }))
    lines.push(s('text', { x: 26, y: y - 6, class: 'grid-label' }, `${(n * step).toFixed(1)}°N`))
  }
  return s('g', { class: 'graticule' }, lines)
}

function diamond(x: number, y: number): SVGElement {
  return s('path', { class: 'station', d: `M${x} ${y - 8}l8 8-8 8-8-8z` })
}

function scaleBar(p: Projection, words: string): SVGElement {
  const length = (10 / kmPerDegree) * p.degree
  const x = width - 40 - length
  return s(
    'g',
    { class: 'scale-bar' },
    s('path', { d: `M${x} ${height - 76}v10h${length}v-10` }),
    s('text', { x: x + length / 2, y: height - 84, 'text-anchor': 'middle', class: 'grid-label' }, words),
  )
}

function north(word: string): SVGElement {
  return s(
    'g',
    { class: 'north', transform: `translate(${width - 56} 40)` },
    s('path', { d: 'M0 40L10 12 20 40 10 33z' }),
    s('text', { x: 10, y: 4, 'text-anchor': 'middle', class: 'grid-label' }, word),
  )
}

type Ring = readonly (readonly [number, number])[]

/** Polygons of a licensed map file (GeoJSON, WGS 84 or CGCS 2000); anything else in it is left out. */
function outline(geoJson: unknown, p: Projection): SVGElement {
  const features = (geoJson as { features?: { geometry?: { type: string; coordinates: unknown } }[] }).features ?? []
  const rings = features.flatMap(({ geometry }): Ring[] => {
    if (geometry?.type === 'Polygon') return geometry.coordinates as Ring[]
    return geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Ring[][]).flat() : []
  })
  const d = rings
    .map((ring) => `M${ring.map(([x, y]) => `${p.x(x).toFixed(1)} ${p.y(y).toFixed(1)}`).join('L')}z`)
    .join('')
  return s('path', { class: 'outline', d })
}
