import type { View } from '../data.ts'
import { h } from '../dom.ts'
import { figure } from '../parts/figure.ts'
import { nothing, panel } from '../parts/panel.ts'
import { artOf } from './overview.ts'

type Season = View['data']['seasons'][number]

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** What is ripe when: six product families over the twelve months. */
export function seasonBoard(view: View): HTMLElement {
  const { data, t, nameOf } = view
  if (data.seasons.length === 0)
    return h('div', { class: 'board board-one' }, panel(t.season, [nothing(t.noData)], 'grow'))
  const now = data.seasons.filter((one) => one.isNow)
  return h(
    'div',
    { class: 'board board-season' },
    h(
      'section',
      { class: 'panel figures-column' },
      figure(
        'inSeason',
        `${t.monthShort(data.day.month)} · ${t.inSeason}`,
        now.length,
        t.families,
        t.noData,
        'is-huge',
      ),
      h(
        'ul',
        { class: 'now-list' },
        now.map((one) =>
          h('li', {}, artOf(one.key), h('div', {}, h('b', {}, nameOf(one)), h('p', { class: 'note' }, one.note ?? ''))),
        ),
      ),
    ),
    panel(t.season, [calendar(view), h('p', { class: 'note' }, t.seasonNote)], 'grow season-panel'),
  )
}

function calendar({ data, t, nameOf }: View): HTMLElement {
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, ''),
    months.map((month) =>
      h('th', { scope: 'col', class: month === data.day.month ? 'is-now' : '' }, monthHead(month, t)),
    ),
  )
  const rows = data.seasons.map((one) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        artOf(one.key),
        h('span', { class: 'season-words' }, h('b', {}, nameOf(one)), h('span', { class: 'note' }, rangeOf(one, t))),
      ),
      months.map((month) => {
        const ripe = isRipe(one, month)
        const classes = [ripe ? 'is-ripe' : '', month === data.day.month ? 'is-now' : ''].filter(Boolean).join(' ')
        const joins = `${ripe && !isRipe(one, month === 1 ? 12 : month - 1) ? ' starts' : ''}${ripe && !isRipe(one, month === 12 ? 1 : month + 1) ? ' ends' : ''}`
        return h('td', { class: classes + joins }, ripe ? h('span', { class: 'ripe-bar' }) : null)
      }),
    ),
  )
  return h('table', { class: 'season-table' }, h('thead', {}, head), h('tbody', {}, rows))
}

function isRipe({ fromMonth, toMonth }: Season, month: number): boolean {
  return fromMonth <= toMonth ? month >= fromMonth && month <= toMonth : month >= fromMonth || month <= toMonth
}

function rangeOf({ fromMonth, toMonth }: Season, t: View['t']): string {
  return fromMonth === 1 && toMonth === 12 ? t.yearRound : t.monthRange(fromMonth, toMonth)
}

/** On a phone the number alone has room. */
function monthHead(month: number, t: View['t']): Node[] {
  const words = t.monthShort(month)
  const number = String(month)
  if (!words.startsWith(number)) return [document.createTextNode(words)]
  return [document.createTextNode(number), h('span', { class: 'month-word' }, words.slice(number.length))]
}
