import { planLayouts, type Room } from '../../../server/src/portal/art/floor-plan.layout.ts'
import { iconPath } from '../../../server/src/portal/art/icons.ts'
import type { View } from '../data.ts'
import { drawn, h, s } from '../dom.ts'

type Zone = View['data']['zones'][number]

/** The nine zones as the site draws them, lit by their state; shape and word tell the state, not colour alone. */
export function zonePlan({ data, t, nameOf }: View): HTMLElement {
  const fontOf = (layout: 'wide' | 'tall') => (layout === 'tall' ? 16 : t.lang === 'en' ? 21 : 25)
  const draw = (layout: 'wide' | 'tall') => {
    const plan = planLayouts[layout]
    const rooms = plan.rooms.map((room) => roomOf(room, data.zones, t.zoneStates, nameOf, fontOf(layout)))
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
      s(
        'g',
        { class: 'rooms' },
        rooms.map((one) => one.ground),
      ),
      s('path', { class: 'plan-doors', d: plan.doors }),
      s('path', { class: 'plan-walls', d: plan.walls }),
      rooms.map((one) => one.words),
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
): { ground: SVGElement; words: SVGElement } {
  const zone = zones.find((one) => one.key === room.key)
  const state = zone?.state ?? 'closed'
  const middle = room.x + room.width / 2
  const lines = zone ? broken(nameOf(zone), Math.floor((room.width - 16) / font)) : []
  const textTop = room.y + room.height / 2 + font * (1.1 - lines.length * 0.5)
  const size = font * 1.6
  const className = `room room-${state}`
  const ground = s('rect', { x: room.x, y: room.y, width: room.width, height: room.height })
  const label = s(
    'g',
    { class: className },
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
  return { ground: s('g', { class: className }, ground), words: label }
}

/** Chinese breaks before the last word (展示区, 服务区: three characters), English at spaces. */
function broken(name: string, most: number): string[] {
  if (/[\u4e00-\u9fff]/u.test(name)) {
    if (name.length <= most) return [name]
    return [name.slice(0, -3), name.slice(-3)]
  }
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= most * 1.8) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}
