import { centreContract } from '@xianghui/server/contract/centre'
import { useText } from '../shared/locale.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import './stations.css'

interface Place {
  longitude: number
  latitude: number
}

const width = 320
const height = 260
const edge = 34

/** The station among the seats of its county's townships: a plain drawing, no map service is asked. */
export function StationMap({ regionCode, at, name }: { regionCode: string; at: Place | null; name: string }) {
  const t = useText(locale)
  const query = useApi(centreContract.listRegions, { query: { parent: regionCode.slice(0, 6) } }, { staleMs: 600_000 })
  const seats = (query.data?.items ?? []).flatMap(({ code, name, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ code, name, longitude, latitude }],
  )
  if (at === null) return <p className="quiet">{t.positionNone}</p>
  const project = projection([...seats, at])
  const here = project(at)
  return (
    <figure className="station-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t.position}：${name}`}>
        {seats.map((seat) => {
          const { x, y } = project(seat)
          return (
            <g key={seat.code}>
              <circle cx={x} cy={y} r={3.5} className="station-map-seat" />
              <text x={x} y={y - 7} textAnchor="middle">
                {seat.name}
              </text>
            </g>
          )
        })}
        <circle cx={here.x} cy={here.y} r={11} className="station-map-halo" />
        <circle cx={here.x} cy={here.y} r={6} className="station-map-here" />
      </svg>
      <figcaption className="quiet">{t.positionNote}</figcaption>
    </figure>
  )
}

/** Degrees to the drawing, north up; a degree of longitude is narrower by the cosine of the latitude. */
function projection(places: readonly Place[]): (place: Place) => { x: number; y: number } {
  const middle = average(places.map((one) => one.latitude))
  const squeeze = Math.cos((middle * Math.PI) / 180)
  const xs = places.map((one) => one.longitude * squeeze)
  const ys = places.map((one) => one.latitude)
  const span = Math.max(
    (Math.max(...xs) - Math.min(...xs)) / (width - 2 * edge),
    (Math.max(...ys) - Math.min(...ys)) / (height - 2 * edge),
    0.0005,
  )
  const centreX = (Math.max(...xs) + Math.min(...xs)) / 2
  const centreY = (Math.max(...ys) + Math.min(...ys)) / 2
  return (place) => ({
    x: width / 2 + (place.longitude * squeeze - centreX) / span,
    y: height / 2 - (place.latitude - centreY) / span,
  })
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
