/** Where each room, wall and door of the floor plan stands, in two layouts. Data only. */
import type { IconName } from './icons.ts'

export type ZoneKey =
  | 'image'
  | 'o2o'
  | 'operation'
  | 'data'
  | 'training'
  | 'public'
  | 'logistics'
  | 'studio'
  | 'enterprise'

export type PlanLayout = 'tall' | 'wide'

export interface Room {
  key: ZoneKey
  /** The zone's place in the plan's list, 一(三) items 1 to 9. */
  number: number
  icon: IconName
  x: number
  y: number
  width: number
  height: number
  /** The corner that holds the number: the one without a door. */
  corner: 'left' | 'right'
}

interface Plan {
  width: number
  height: number
  inset: number
  font: number
  rooms: readonly Room[]
  outline: string
  walls: string
  doors: string
  corridorLabels: readonly (readonly [x: number, y: number, turn: number])[]
  entrance: readonly [x: number, y: number]
  legend: { x: number; y: number; step: number; noteY: number }
}

const zoneFacts: Record<ZoneKey, { number: number; icon: IconName }> = {
  image: { number: 1, icon: 'desk' },
  o2o: { number: 2, icon: 'basket' },
  operation: { number: 3, icon: 'headset' },
  data: { number: 4, icon: 'screen' },
  training: { number: 5, icon: 'training' },
  public: { number: 6, icon: 'service' },
  logistics: { number: 7, icon: 'warehouse' },
  studio: { number: 8, icon: 'camera' },
  enterprise: { number: 9, icon: 'building' },
}

function room(
  key: ZoneKey,
  x: number,
  y: number,
  width: number,
  height: number,
  corner: Room['corner'] = 'left',
): Room {
  return { key, ...zoneFacts[key], x, y, width, height, corner }
}

/** A door leaf and its swing, hinged at (x, y); `along` is the leaf's direction, `swing` where the arc ends. */
function door(x: number, y: number, along: [number, number], swing: [number, number]): string {
  const sweep = along[0] * swing[1] - along[1] * swing[0] > 0 ? 1 : 0
  const size = Math.abs(along[0] + along[1])
  return `M${x} ${y}l${along[0]} ${along[1]}A${size} ${size} 0 0 ${sweep} ${x + swing[0]} ${y + swing[1]}`
}

const wideRooms = [
  room('logistics', 12, 48, 300, 190),
  room('studio', 312, 48, 210, 190),
  room('operation', 522, 48, 270, 190),
  room('training', 792, 48, 276, 190),
  room('data', 12, 290, 210, 170),
  room('o2o', 222, 290, 226, 170),
  room('image', 448, 290, 214, 170),
  room('enterprise', 662, 290, 226, 170),
  room('public', 888, 290, 180, 170),
]

const tallRooms = [
  room('logistics', 4, 40, 144, 142),
  room('training', 180, 40, 144, 126, 'right'),
  room('studio', 4, 182, 144, 106),
  room('operation', 180, 166, 144, 122, 'right'),
  room('data', 4, 288, 144, 106),
  room('public', 180, 288, 144, 106, 'right'),
  room('o2o', 4, 394, 144, 110),
  room('enterprise', 180, 394, 144, 110, 'right'),
  room('image', 4, 536, 320, 100),
]

export const planLayouts: Record<PlanLayout, Plan> = {
  wide: {
    width: 1080,
    height: 536,
    inset: 12,
    font: 18,
    rooms: readingOrder(wideRooms),
    outline: 'M12 48H1068V460H12z',
    // Outer wall with its two openings (entrance below, dock at the left), then the inner walls, open at each door.
    walls:
      'M12 100V48H1068V460H610M500 460H12V176M312 48V238M522 48V238M792 48V238M222 290V460M448 290V460M662 290V460M888 290V460' +
      'M12 238H250M290 238H380M420 238H620M660 238H900M940 238H1068M12 290H150M190 290H340M380 290H490M620 290H750M790 290H950M990 290H1068',
    doors: [
      door(250, 238, [0, -40], [40, 0]),
      door(380, 238, [0, -40], [40, 0]),
      door(620, 238, [0, -40], [40, 0]),
      door(900, 238, [0, -40], [40, 0]),
      door(190, 290, [0, 40], [-40, 0]),
      door(380, 290, [0, 40], [-40, 0]),
      door(790, 290, [0, 40], [-40, 0]),
      door(990, 290, [0, 40], [-40, 0]),
      'M-2 138h30M20 130l8 8-8 8',
    ].join(''),
    corridorLabels: [[555, 264, 0]],
    entrance: [555, 482],
    legend: { x: 12, y: 492, step: 110, noteY: 530 },
  },
  tall: {
    width: 328,
    height: 736,
    inset: 4,
    font: 15,
    rooms: readingOrder(tallRooms),
    outline: 'M4 40H324V636H4z',
    walls:
      'M4 88V40H324V636H196M132 636H4V132M4 182H148M180 166H324M4 288H148M180 288H324M4 394H148M180 394H324M4 504H148M180 504H324M4 536H128M200 536H324' +
      'M148 40V50M148 76V190M148 216V296M148 322V402M148 428V504M180 40V50M180 76V174M180 200V296M180 322V402M180 428V504',
    doors: [
      ...[76, 216, 322, 428].map((y) => door(148, y, [-26, 0], [0, -26])),
      ...[76, 200, 322, 428].map((y) => door(180, y, [26, 0], [0, -26])),
      'M-2 110h22M13 103l7 7-7 7',
    ].join(''),
    corridorLabels: [[164, 520, 0]],
    entrance: [164, 656],
    legend: { x: 4, y: 676, step: 92, noteY: 722 },
  },
}

/** Keyboard and screen readers meet the zones in the plan's own order, 1 to 9. */
function readingOrder(rooms: readonly Room[]): Room[] {
  return [...rooms].sort((a, b) => a.number - b.number)
}
