import { logoMark } from '../../server/src/portal/art/logo.ts'
import { clockOf, momentOf, type View } from './data.ts'
import { drawn, h } from './dom.ts'
import { type BoardName, boardNames } from './rotation.ts'
import type { Text } from './text.ts'

/** The title band, the stage of boards and the line at the foot; parts are filled in place. */
export function createFrame(t: Text, show: (board: BoardName) => void) {
  const name = h('h1', { class: 'band-name' })
  const day = h('p', { class: 'band-day' })
  const clock = h('p', { class: 'band-clock' })
  const time = h('p', { class: 'band-time' })
  const tabs = boardNames.map((board) => {
    const tab = h('button', { type: 'button', class: 'tab', 'data-board': board }, t.boards[board])
    tab.addEventListener('click', () => show(board))
    return tab
  })
  const boards = h('main', { class: 'boards' }, h('p', { class: 'waiting' }, t.loading))
  const foot = h('footer', { class: 'foot' }, h('p', {}, t.honest))
  const band = h(
    'header',
    { class: 'band' },
    h('div', { class: 'band-title' }, drawn(logoMark()), h('div', {}, name, h('p', { class: 'band-sub' }, t.screen))),
    h('nav', { class: 'tabs', 'aria-label': t.screen, title: t.pause }, tabs),
    h('div', { class: 'band-right' }, h('div', {}, day, time), clock),
  )
  const tick = () => {
    clock.textContent = clockOf(new Date())
  }
  tick()
  setInterval(tick, 1000)
  return {
    element: h('div', { class: 'frame' }, band, boards, foot),
    boards,
    select: (board: BoardName) => {
      for (const tab of tabs) tab.setAttribute('aria-current', String(tab.dataset.board === board))
    },
    fill: ({ data, nameOf }: View) => {
      name.textContent = nameOf(data.centre) || t.unnamed
      document.title = `${t.screen} · ${name.textContent}`
      const { text, lunar, term } = data.day
      day.textContent = t.lang === 'en' ? data.day.date : [text, lunar, term].filter(Boolean).join(' · ')
      time.replaceChildren(
        h('span', { class: 'live-mark' }, `● ${t.live}`),
        ` ${t.dataTime} ${clockOf(new Date(data.checkedAt))}`,
      )
    },
    /** Grey, with the time of the last data. */
    stale: (checkedAt: string) => {
      time.textContent = t.stale(momentOf(checkedAt))
    },
    failed: () => boards.replaceChildren(h('p', { class: 'waiting' }, t.failed)),
  }
}
