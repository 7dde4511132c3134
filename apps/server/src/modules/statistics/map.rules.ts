/** A map outline for the screen: GeoJSON areas with the licence number printed beside it (测绘法, 地图管理条例: 审图号). */
export interface MapSetting {
  licence: string
  geoJson: MapAreas
}
export interface MapAreas {
  type: 'FeatureCollection'
  features: { type: 'Feature'; geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown } }[]
}

const mostPoints = 100_000
// 云S（2021）45号, GS(2019)1822号, 云怒图审字〔2023〕1号
const licencePattern = /^(?=.*\d).{4,40}号$/u

export const isLicence = (text: string): boolean => licencePattern.test(text.trim())

/** Areas only, coordinates of China only; properties and whatever else the file holds are left out. Undefined = no such map. */
export function readAreas(file: unknown): MapAreas | undefined {
  const given = isObject(file) && Array.isArray(file.features) ? file.features : undefined
  if (!given) return undefined
  let points = 0
  const isPoint = (one: unknown) => {
    points++
    if (!Array.isArray(one)) return false
    const [x, y] = one as unknown[]
    return typeof x === 'number' && typeof y === 'number' && x > 70 && x < 140 && y > 0 && y < 56
  }
  const isRing = (one: unknown) => Array.isArray(one) && one.length >= 4 && one.every(isPoint)
  const isPolygon = (one: unknown) => Array.isArray(one) && one.length > 0 && one.every(isRing)
  const features: MapAreas['features'] = []
  for (const feature of given) {
    const geometry = isObject(feature) && isObject(feature.geometry) ? feature.geometry : {}
    const { type, coordinates } = geometry
    const isArea =
      (type === 'Polygon' && isPolygon(coordinates)) ||
      (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isPolygon))
    if (!isArea || points > mostPoints) return undefined
    features.push({ type: 'Feature', geometry: { type: type as 'Polygon' | 'MultiPolygon', coordinates } })
  }
  return features.length > 0 ? { type: 'FeatureCollection', features } : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
