import { planLayouts, type Room } from '../../../server/src/portal/art/floor-plan.layout.ts'
import { iconPath } from '../../../server/src/portal/art/icons.ts'
import type { View } from '../data.ts'
import { drawn, h, s } from '../dom.ts'

type Zone = View['data']['zones'][number]

/** The nine zones as the site draws them, lit by their state; shape and word tell the state, not colour alone. */
export function zonePlan({ data, t, nameOf }: View): HTMLElement {
  const draw = (layout: 'wide' | 'tall') => {
    const plan = planLayouts[layout]
    const rooms = plan.rooms.map((room) => roomOf(room, data.zones, t.zoneStates, nameOf, plan.font))
    const height = layout === 'wide' ? 470 : 650
    const top = layout === 'wide' ? 30 : 24
    return s(
      'svg',
      {
        viewBox: `0 ${top} ${plan.width} ${height - top}`,
        class: `zone-plan zone-plan-${layout}`,
        role: 'img',
        'aria-label': t.plan,
      },
      rooms,
      s('path', { class: 'plan-walls', d: plan.walls }),
      s('path', { class: 'plan-doors', d: plan.doors }),
    )
  }
  return h('div', { class: 'zone-plans' }, draw('wide'), draw('tall'))
}

function roomOf(
  room: Room,
  zones: readonly Zone[],
  words: Record<Zone['state'], string>,
  nameOf: View['nameOf'],
  font: number,
): SVGElement {
  const zone = zones.find((one) => one.key === room.key)
  const state = zone?.state ?? 'closed'
  const middle = room.x + room.width / 2
  const lines = zone ? broken(nameOf(zone), Math.floor((room.width - 16) / font)) : []
  const textTop = room.y + room.height / 2 + font * (1.1 - lines.length * 0.5)
  const size = font * 1.6
  return s(
    'g',
    { class: `room room-${state}` },
    s('rect', { x: room.x, y: room.y, width: room.width, height: room.height }),
    s(
      'g',
      { transform: `translate(${middle - size / 2} ${textTop - font * 2.9}) scale(${size / 24})`, class: 'room-icon' },
      drawn(`<svg xmlns="http://www.w3.org/2000/svg">${iconPath(room.icon)}</svg>`).firstElementChild,
    ),
    lines.map((line, index) =>
      s('text', { x: middle, y: textTop + index * font * 1.25, 'font-size': font, class: 'room-name' }, line),
    ),
    zone
      ? s(
          'text',
          {
            x: middle,
            y: textTop + lines.length * font * 1.25 + font * 0.2,
            'font-size': font * 0.78,
            class: 'room-state',
          },
          `${{ open: '●', maintenance: '◆', closed: '○' }[state]} ${words[state]}`,
        )
      : null,
  )
}

/** Chinese breaks anywhere, English at spaces. */
function broken(name: string, most: number): string[] {
  if (/[\u4e00-\u9fff]/u.test(name)) {
    if (name.length <= most) return [name]
    const half = Math.ceil(name.length / 2)
    return [name.slice(0, half), name.slice(half)]
  }
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= most * 1.8) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}
