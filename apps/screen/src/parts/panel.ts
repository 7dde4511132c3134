import { h } from '../dom.ts'

/** A framed part of a board: title above, content below. */
export function panel(title: string, content: readonly (Node | null)[], className = ''): HTMLElement {
  return h('section', { class: `panel ${className}`.trim() }, h('h2', { class: 'panel-title' }, title), [...content])
}

/** What stands where nothing can be shown. */
export function nothing(text: string): HTMLElement {
  return h('p', { class: 'nothing' }, text)
}
