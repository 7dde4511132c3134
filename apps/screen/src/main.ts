import { screen } from '@xianghui/kit/tokens'
import { goalsBoard } from './boards/goals.ts'
import { mapBoard } from './boards/map.ts'
import { overviewBoard } from './boards/overview.ts'
import { seasonBoard } from './boards/season.ts'
import { type ScreenData, type View, viewOf } from './data.ts'
import { h } from './dom.ts'
import { createFrame } from './frame.ts'
import { follow } from './live.ts'
import { renewItself } from './renew.ts'
import { type BoardName, boardNames, isNight, nextBoard, settingsOf } from './rotation.ts'
import './style.css'
import { textOf } from './text.ts'

const wall = { width: 1920, height: 1080 }
const makers: Record<BoardName, (view: View, scale: number) => HTMLElement> = {
  overview: overviewBoard,
  map: mapBoard,
  goals: goalsBoard,
  season: seasonBoard,
}

const settings = settingsOf(location.search)
const t = textOf(settings.lang)
const root = document.documentElement
root.lang = t.lang
for (const [name, colour] of Object.entries(screen)) root.style.setProperty(`--${name}`, colour)

let board = settings.board
let paused = settings.rotateSeconds === 0
let data: ScreenData | undefined
let stale = false
let drawnAt = ''
const frame = createFrame(t, show)
document.getElementById('stage')?.append(frame.element)

const isPhone = () => window.innerWidth < 900
const scaleOf = () => Math.min(window.innerWidth / wall.width, window.innerHeight / wall.height)

/** A wall of any size shows the same 1920×1080; a phone shows the boards one below the other. */
function fit(): void {
  const phone = isPhone()
  root.classList.toggle('is-phone', phone)
  const scale = scaleOf()
  const x = (window.innerWidth - wall.width * scale) / 2
  const y = (window.innerHeight - wall.height * scale) / 2
  frame.element.style.transform = phone ? '' : `translate(${x}px, ${y}px) scale(${scale})`
}

function draw(): void {
  if (!data) return
  const view = viewOf(data, t)
  frame.fill(view)
  // The same data needs no new drawing: what is on the wall stays still.
  if (drawnAt === `${data.asOf} ${data.day.date} ${isPhone()}`) return
  drawnAt = `${data.asOf} ${data.day.date} ${isPhone()}`
  frame.boards.replaceChildren(
    ...boardNames.map((name) =>
      h(
        'div',
        { class: 'slot', 'data-board': name, 'aria-label': t.boards[name], role: 'region' },
        h('p', { class: 'slot-title' }, t.boards[name]),
        makers[name](view, isPhone() ? 1 : scaleOf()),
      ),
    ),
  )
  show(board)
}

function show(next: BoardName): void {
  board = next
  frame.select(board)
  for (const slot of frame.boards.querySelectorAll<HTMLElement>('.slot')) {
    const on = slot.dataset.board === board
    slot.classList.toggle('is-on', on)
    slot.toggleAttribute('inert', !on && !isPhone())
    if (on && isPhone() && shownByHand) slot.scrollIntoView({ behavior: 'smooth' })
  }
  const address = new URL(location.href)
  address.searchParams.set('board', board)
  history.replaceState(null, '', address)
}

let shownByHand = false
frame.element.addEventListener('click', () => {
  shownByHand = true
})

function turn(): void {
  if (!paused && !isPhone()) show(nextBoard(board))
}

window.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowRight') show(nextBoard(board))
  else if (event.key === 'ArrowLeft') show(nextBoard(board, -1))
  else if (event.key === ' ') paused = !paused
  else return
  event.preventDefault()
})
window.addEventListener('resize', () => {
  fit()
  drawnAt = ''
  draw()
})

const dim = () => root.classList.toggle('is-night', isNight(settings.night, new Date().getHours()))
dim()
setInterval(dim, 60_000)
fit()
frame.select(board)
if (settings.rotateSeconds > 0) setInterval(turn, settings.rotateSeconds * 1000)
follow({
  onData: (next) => {
    data = next
    stale = false
    root.classList.remove('is-stale')
    draw()
  },
  onStale: () => {
    if (stale) return
    stale = true
    root.classList.add('is-stale')
    if (data) frame.stale(data.checkedAt)
    else frame.failed()
  },
})
renewItself()
