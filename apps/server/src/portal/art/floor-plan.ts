/** 功能分布图: the nine zones as one plan one can tap. Proportions are schematic; the plan's own picture is not kept. */
import { type PlanLayout, planLayouts, type Room, type ZoneKey } from './floor-plan.layout.ts'
import { iconPath } from './icons.ts'
import { escapeText } from './pen.ts'

export interface PlanZone {
  key: ZoneKey
  name: string
  href: string
  /** One short word under the name, such as 开放 or 使用中. */
  status?: string
}

export interface FloorPlanOptions {
  zones: readonly PlanZone[]
  current?: ZoneKey
  locale: 'zh-CN' | 'en'
}

const words = {
  'zh-CN': {
    title: '功能分布图',
    area: '总面积 1524.49 m²',
    note: '示意图，比例非实测',
    corridor: '走廊',
    entrance: '主入口',
    dock: '装卸口',
    door: '门',
    here: '当前所在',
  },
  en: {
    title: 'Floor plan',
    area: '1524.49 m² in all',
    note: 'Schematic, not to scale',
    corridor: 'Corridor',
    entrance: 'Entrance',
    dock: 'Loading',
    door: 'Door',
    here: 'You are here',
  },
} as const

/** Both layouts in one box; `components.css` shows the tall one on phones and the wide one on desktops. */
export function floorPlan(options: FloorPlanOptions): string {
  return (
    `<div class="plan"><div class="plan-tall">${floorPlanLayout(options, 'tall')}</div>` +
    `<div class="plan-wide">${floorPlanLayout(options, 'wide')}</div></div>`
  )
}

/** One layout: `tall` is 328 units wide for phones (labels 15 units), `wide` 1080 for desktops. */
export function floorPlanLayout(options: FloorPlanOptions, layout: PlanLayout): string {
  const plan = planLayouts[layout]
  const text = words[options.locale]
  const rooms = plan.rooms.map((room) => {
    const zone = options.zones.find((one) => one.key === room.key)
    return zone ? drawRoom(room, zone, plan.font, options) : ''
  })
  const label = `${text.title}，${text.area}，${text.note}`
  return (
    `<svg class="plan-svg" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plan.width} ${plan.height}" role="group" ` +
    `aria-label="${label}" font-size="${plan.font}">` +
    `<text class="plan-title" x="${plan.inset}" y="${plan.font * 1.5}" font-size="${plan.font + 4}" font-weight="600">${text.title}</text>` +
    `<text class="plan-note" x="${plan.width - plan.inset}" y="${plan.font * 1.5}" text-anchor="end">${text.area}</text>` +
    `<path class="plan-floor" d="${plan.outline}"/>` +
    rooms.join('') +
    `<path class="plan-walls" d="${plan.walls}"/><path class="plan-doors" d="${plan.doors}"/>` +
    plan.corridorLabels.map(([x, y, turn]) => turned(text.corridor, x, y, turn)).join('') +
    `<text class="plan-entrance" x="${plan.entrance[0]}" y="${plan.entrance[1]}" text-anchor="middle">▲ ${text.entrance}</text>` +
    legend(plan.legend, text, options.current !== undefined) +
    '</svg>'
  )
}

function drawRoom(room: Room, zone: PlanZone, font: number, options: FloorPlanOptions): string {
  const { x, y, width, height } = room
  const centre = x + width / 2
  const lines = breakLabel(zone.name, (width - 14) / Math.max(font, elderFont), options.locale)
  const statusRoom = zone.status ? font * 1.35 : 0
  const iconSize = font * 1.7
  const block = iconSize + font * 0.7 + lines.length * font * 1.25 + statusRoom
  const top = y + (height - block) / 2
  const current = zone.key === options.current
  const scale = Math.round((iconSize / 24) * 100) / 100
  const numberAt = room.corner === 'left' ? `x="${x + 8}"` : `x="${x + width - 8}" text-anchor="end"`
  const label = lines.map((line, i) => {
    const baseline = Math.round(top + iconSize + font * 0.7 + font * (0.85 + i * 1.25))
    return `<tspan x="${centre}" y="${baseline}">${escapeText(line)}</tspan>`
  })
  const status = zone.status
    ? `<text class="plan-status" x="${centre}" y="${Math.round(top + block - font * 0.2)}" text-anchor="middle" font-size="${Math.max(14, font - 2)}">${escapeText(zone.status)}</text>`
    : ''
  return (
    `<a class="plan-zone${current ? ' is-current' : ''}" href="${escapeText(zone.href)}"` +
    `${current ? ' aria-current="location"' : ''}><rect class="plan-room" x="${x}" y="${y}" width="${width}" height="${height}"/>` +
    `<text class="plan-number" ${numberAt} y="${y + font + 4}" font-size="14">${room.number}</text>` +
    `<g class="plan-icon" transform="translate(${Math.round(centre - iconSize / 2)} ${Math.round(top)}) scale(${scale})">${iconPath(room.icon)}</g>` +
    ` <text class="plan-label" text-anchor="middle">${label.join(options.locale === 'en' ? ' ' : '')}</text> ${status}</a>`
  )
}

/** Elder mode draws every word of the plan at 18 units: labels are broken so that they fit even then. */
const elderFont = 18

/** Breaks a label into lines of `perLine` ems: Chinese into even parts, English at spaces. */
export function breakLabel(name: string, perLine: number, locale: FloorPlanOptions['locale']): string[] {
  if (locale === 'en') return breakWords(name, Math.floor(perLine * 1.75))
  const ems = [...name].reduce((sum, character) => sum + (character < '\u2e80' ? 0.62 : 1), 0)
  const lines = Math.ceil(ems / perLine)
  const characters = [...name]
  const size = Math.ceil(characters.length / lines)
  return Array.from({ length: lines }, (_, i) => characters.slice(i * size, (i + 1) * size).join('')).filter(Boolean)
}

function breakWords(name: string, perLine: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= perLine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function turned(text: string, x: number, y: number, degrees: number): string {
  const turn = degrees === 0 ? '' : ` transform="rotate(${degrees} ${x} ${y})"`
  return `<text class="plan-note" x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central" font-size="14"${turn}>${text}</text>`
}

function legend(
  at: { x: number; y: number; step: number; noteY: number },
  text: (typeof words)['zh-CN' | 'en'],
  here: boolean,
): string {
  const { x, y, step } = at
  const item = (index: number, mark: string, word: string) =>
    `<g transform="translate(${x + index * step} ${y})">${mark}<text class="plan-note" x="28" y="14" font-size="14">${word}</text></g>`
  return (
    item(0, '<path class="plan-doors" d="M2 16V2A14 14 0 0 1 16 16"/>', text.door) +
    item(1, '<path class="plan-dock" d="M2 9h18M14 3l6 6-6 6"/>', text.dock) +
    (here ? item(2, '<rect class="plan-here" x="2" y="2" width="16" height="14"/>', text.here) : '') +
    `<text class="plan-note" x="${x}" y="${at.noteY}" font-size="14">${text.note}</text>`
  )
}
