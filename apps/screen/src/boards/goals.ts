import type { View } from '../data.ts'
import { h } from '../dom.ts'
import { figure } from '../parts/figure.ts'
import { nothing, panel } from '../parts/panel.ts'
import { timeline } from '../parts/timeline.ts'

type Goal = View['data']['goals'][number]
type Target = Goal['targets'][number]

/** The plan's nine goals with their figures and dates, and its activities in order of time. */
export function goalsBoard(view: View): HTMLElement {
  const { data, t } = view
  if (data.goals.length === 0)
    return h('div', { class: 'board board-one' }, panel(t.goals, [nothing(t.noPlan)], 'grow'))
  const targets = data.goals.flatMap((goal) => goal.targets)
  const measured = targets.filter((one) => one.state !== 'not-measured')
  const met = measured.filter((one) => one.state === 'met').length
  return h(
    'div',
    { class: 'board board-goals' },
    h(
      'section',
      { class: 'panel figures-column' },
      figure('met', t.goalsMet, `${met} / ${measured.length}`, '', t.noData, 'is-huge'),
      h('p', { class: 'note' }, t.goalsOf(measured.length)),
      stateLegend(view, targets),
      figure('held', t.activitiesDone, data.counts.activitiesDone, t.unitActivities, t.noData),
    ),
    h(
      'div',
      { class: 'goal-grid' },
      data.goals.map((goal) => goalCard(view, goal)),
    ),
    panel(t.activities, [timeline(view)], 'timeline-panel'),
  )
}

const marks: Record<string, string> = {
  met: '✓',
  'under-way': '→',
  overdue: '!',
  'no-value': '○',
  'not-measured': '–',
}

function stateLegend({ t }: View, targets: readonly Target[]): HTMLElement {
  return h(
    'ul',
    { class: 'state-legend' },
    Object.entries(t.goalStates).map(([state, word]) => {
      const count = targets.filter((one) => one.state === state).length
      return h(
        'li',
        { class: `goal-${state}` },
        h('span', { class: 'goal-mark' }, marks[state] ?? ''),
        word,
        h('b', {}, String(count)),
      )
    }),
  )
}

const mostTargets = 2

function goalCard({ t, nameOf }: View, goal: Goal): HTMLElement {
  // What has a figure comes first; a card shows two and says how many more there are.
  const sorted = [...goal.targets].sort((a, b) => Number(a.target === null) - Number(b.target === null))
  const more = sorted.length - mostTargets
  return h(
    'section',
    { class: 'panel goal-card' },
    h('h2', { class: 'goal-title' }, t.lang === 'en' ? goal.titleEn : goal.title),
    h(
      'ul',
      { class: 'goal-targets' },
      sorted.slice(0, mostTargets).map((target) => targetRow(target)),
    ),
    more > 0 ? h('p', { class: 'note goal-more' }, t.more(more)) : null,
  )

  function targetRow(target: Target): HTMLElement {
    const unit = (t.lang === 'en' ? target.unitEn : target.unit) ?? ''
    const words = target.target === null ? t.noTarget : t.target(target.comparator ?? '>=', String(target.target), unit)
    const due = target.due ? t.by(dateOf(target.due, t.lang)) : ''
    const value = target.value === null ? (t.goalStates[target.state] ?? '') : `${target.value}${unit}`
    return h(
      'li',
      { class: `goal-${target.state}` },
      h(
        'p',
        { class: 'goal-name' },
        h('span', {}, nameOf(target)),
        h('b', {}, `${marks[target.state] ?? ''} ${value}`),
      ),
      h('p', { class: 'note' }, due ? `${words} · ${due}` : words),
    )
  }
}

function dateOf(day: string, lang: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'en' ? day : `${year}年${month}月${date}日`
}
