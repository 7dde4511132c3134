import { businessDate } from '@xianghui/kit/calendar'
import { productArt } from '../../../server/src/portal/art/products.ts'
import type { View } from '../data.ts'
import { drawn, h } from '../dom.ts'
import { barRow, figure } from '../parts/figure.ts'
import { flowChart } from '../parts/flow-chart.ts'
import { nothing, panel } from '../parts/panel.ts'
import { zonePlan } from '../parts/zone-plan.ts'

/** The centre at a glance: what it offers, what it received and did, which zones are open. */
export function overviewBoard(view: View, scale: number): HTMLElement {
  return h(
    'div',
    { class: 'board board-three' },
    h('div', { class: 'column' }, linesPanel(view), statesPanel(view), monthPanel(view)),
    h(
      'div',
      { class: 'column is-first' },
      headline(view),
      planPanel(view),
      panel(view.t.flow, [flowChart(view, scale)], 'grow'),
    ),
    h('div', { class: 'column' }, seasonPanel(view), newsPanel(view)),
  )
}

function headline({ data, t }: View): HTMLElement {
  const { counts } = data
  return h(
    'section',
    { class: 'panel headline' },
    figure('services', t.servicesOpen, counts.servicesOpen, t.unitServices, t.noData, 'is-huge'),
    figure('received', t.received, counts.received, t.unitItems, t.noData, 'is-large'),
    figure('finished', t.finished, counts.finished, t.unitItems, t.noData, 'is-large'),
  )
}

function planPanel(view: View): HTMLElement {
  const { data, t } = view
  const content = data.zones.length > 0 ? zonePlan(view) : nothing(t.noData)
  return panel(t.plan, [content, h('p', { class: 'note' }, t.planNote)], 'plan-panel')
}

function linesPanel({ data, t, nameOf }: View): HTMLElement {
  const most = Math.max(1, ...data.lines.map((line) => line.open))
  const rows = data.lines.map((line) =>
    barRow(nameOf(line), t.lineRow(line.open, line.received), line.open / most, 'jade'),
  )
  return panel(t.lines, rows.length > 0 ? rows : [nothing(t.noData)], 'grow rows-spread')
}

const tones = { done: 'jade', submitted: 'amber', returned: 'amber', accepted: 'sky', in_progress: 'sky' } as const

function statesPanel({ data, t }: View): HTMLElement {
  const counts = new Map(data.applicationStates.map((one) => [one.state, one.count]))
  const total = data.counts.received
  if (total === 0) return panel(t.states, [nothing(t.noApplications)], 'grow')
  const rows = ['submitted', 'returned', 'accepted', 'in_progress', 'done', 'declined']
    .filter((state) => counts.has(state))
    .map((state) => {
      const count = counts.get(state) ?? 0
      const tone = tones[state as keyof typeof tones] ?? 'quiet'
      return barRow(t.stateWords[state] ?? state, `${count}${t.unitItems && ` ${t.unitItems}`}`, count / total, tone)
    })
  return panel(t.states, rows, 'grow rows-spread compact')
}

function monthPanel({ data, t }: View): HTMLElement {
  const { counts } = data
  return panel(
    t.quality,
    [
      h(
        'div',
        { class: 'figures-two' },
        figure('receivedMonth', t.receivedMonth, counts.receivedMonth, t.unitItems, t.noData),
        figure('finishedMonth', t.finishedMonth, counts.finishedMonth, t.unitItems, t.noData),
        figure('median', t.medianDays, counts.medianDays, t.days, t.noData),
        figure('enquiries', t.enquiries, counts.enquiriesAnswered, t.unitEnquiries, t.noData),
      ),
    ],
    'grow',
  )
}

function seasonPanel({ data, t, nameOf }: View): HTMLElement {
  const now = data.seasons.filter((one) => one.isNow)
  const items = now.map((one) => h('li', { class: 'ripe-item' }, artOf(one.key), h('span', {}, nameOf(one))))
  return panel(t.inSeason, [items.length > 0 ? h('ul', { class: 'ripe' }, items) : nothing(t.noData)])
}

/** The drawing of a product family, on a disc of paper; none where there is no drawing. */
export function artOf(key: string): Node | null {
  const found = (Object.keys(productArt) as (keyof typeof productArt)[]).find(
    (one) => key === one || key.endsWith(`_${one}`),
  )
  return found ? h('span', { class: 'art' }, drawn(productArt[found]())) : null
}

function newsPanel({ data, t }: View): HTMLElement {
  const items = data.news
    .slice(0, 4)
    .map((one) =>
      h(
        'li',
        {},
        h('span', { class: 'news-title' }, one.title),
        h('time', { class: 'note' }, businessDate(new Date(one.at)).slice(5)),
      ),
    )
  return panel(t.news, [items.length > 0 ? h('ul', { class: 'news' }, items) : nothing(t.noNews)], 'grow')
}
