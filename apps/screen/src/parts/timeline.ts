import type { View } from '../data.ts'
import { h } from '../dom.ts'

const marks = { planned: '○', done: '●', cancelled: '×' } as const

/** The plan's activities month by month; a milestone stands out by its shape and word. */
export function timeline({ data, t, nameOf }: View): HTMLElement {
  const months = [...new Set(data.activities.map((one) => one.calendarMonth))].sort()
  return h(
    'ol',
    { class: 'timeline' },
    months.map((month) =>
      h(
        'li',
        { class: 'timeline-month' },
        h('p', { class: 'timeline-head' }, monthOf(month, t.lang)),
        h(
          'ul',
          {},
          data.activities
            .filter((one) => one.calendarMonth === month)
            .map((one) =>
              h(
                'li',
                { class: `activity activity-${one.status}${one.milestone ? ' is-milestone' : ''}` },
                h('span', { class: 'activity-mark', 'aria-hidden': 'true' }, one.milestone ? '◆' : marks[one.status]),
                h('span', { class: 'activity-name' }, nameOf(one)),
                h('span', { class: 'activity-state' }, one.milestone ? t.milestone : t.activityStates[one.status]),
              ),
            ),
        ),
      ),
    ),
  )
}

function monthOf(month: string, lang: string): string {
  const [year, number] = month.split('-').map(Number)
  return lang === 'en' ? month : `${year}年${number}月`
}
