import { h } from '../dom.ts'

const shown = new Map<string, string>()

/** A number with its name and unit; it flips once when it has changed. `null` says that there is nothing yet. */
export function figure(
  key: string,
  label: string,
  value: number | string | null,
  unit: string,
  noData: string,
  className = '',
): HTMLElement {
  const text = value === null ? noData : typeof value === 'number' ? value.toLocaleString('en-US') : value
  const changed = shown.has(key) && shown.get(key) !== text
  shown.set(key, text)
  const number = h('span', { class: `figure-number${changed ? ' flip' : ''}${value === null ? ' is-none' : ''}` }, text)
  return h(
    'div',
    { class: `figure ${className}`.trim() },
    h('p', { class: 'figure-label' }, label),
    h(
      'p',
      { class: 'figure-value' },
      number,
      value !== null && unit ? h('span', { class: 'figure-unit' }, unit) : null,
    ),
  )
}

/** A row with a bar whose length says the share; the number stands beside it, so the bar is decoration. */
export function barRow(
  label: string,
  note: string,
  share: number,
  tone: 'jade' | 'amber' | 'sky' | 'quiet',
): HTMLElement {
  const fill = h('span', { class: `bar-fill tone-${tone}` })
  fill.style.width = `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%`
  return h(
    'div',
    { class: 'bar-row' },
    h('p', { class: 'bar-words' }, h('span', {}, label), h('span', { class: 'bar-note' }, note)),
    h('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
  )
}
