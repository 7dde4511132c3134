import type { View } from '../data.ts'
import { h } from '../dom.ts'
import { barRow, figure } from '../parts/figure.ts'
import { nothing, panel } from '../parts/panel.ts'
import { pointMap } from '../parts/point-map.ts'

/** Townships and stations as points; an outline only with its licence. */
export function mapBoard(view: View): HTMLElement {
  const { data, t } = view
  const legend = h(
    'ul',
    { class: 'legend' },
    h('li', {}, h('span', { class: 'mark mark-ring' }), t.legendTownship),
    h('li', {}, h('span', { class: 'mark mark-dot' }), t.legendServed),
    h('li', {}, h('span', { class: 'mark mark-diamond' }), t.legendStation),
  )
  const note = data.map ? t.mapLicence(data.map.licence) : t.mapAbsent
  const points = data.townships.some((one) => one.longitude !== null)
  return h(
    'div',
    { class: 'board board-three' },
    h('div', { class: 'column' }, stationFigures(view, legend, note)),
    h(
      'div',
      { class: 'column' },
      panel(
        t.mapTitle(data.centre.regionName ?? t.region),
        [points ? pointMap(view) : nothing(t.noData)],
        'grow map-panel',
      ),
    ),
    h('div', { class: 'column' }, townshipList(view)),
  )
}

function stationFigures({ data, t }: View, legend: HTMLElement, note: string): HTMLElement {
  const { counts } = data
  const level = (name: 'township' | 'village') => data.stations.filter((one) => one.level === name).length
  return h(
    'section',
    { class: 'panel grow figures-column' },
    figure('inService', t.stationsInService, counts.stationsInService, t.unitStations, t.noData, 'is-huge'),
    figure('township', t.townshipStations, level('township'), t.unitStations, t.noData),
    figure('village', t.villageStations, level('village'), t.unitStations, t.noData),
    figure('rectifying', t.rectifying, counts.stationsRectifying, t.unitStations, t.noData),
    data.stations.length === 0 ? h('p', { class: 'remark' }, t.noStations) : null,
    h('div', { class: 'at-foot' }, legend, h('p', { class: 'note' }, note)),
  )
}

function townshipList({ data, t, nameOf }: View): HTMLElement {
  const most = Math.max(1, ...data.townships.map((one) => one.stations))
  const rows = [...data.townships]
    .sort((a, b) => b.stations - a.stations)
    .map((one) =>
      barRow(nameOf(one), `${one.stations}${t.unitStations && ` ${t.unitStations}`}`, one.stations / most, 'jade'),
    )
  return panel(t.townships, rows.length > 0 ? rows : [nothing(t.noData)], 'grow rows-spread')
}
