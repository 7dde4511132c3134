/** The parts of the gorge scene, far to near; the banner and the share card compose them. */
import { ink, placed, shape, stroke } from './pen.ts'

/** A ridge line through `points`, softened, closed down to `floor`: how every hill here is drawn. */
export function hill(fill: string, points: readonly (readonly [number, number])[], floor: number): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first[0]} ${floor}V${first[1]}`
  rest.forEach(([x, y], index) => {
    const next = rest[index + 1]
    const end = next ? [(x + next[0]) / 2, (y + next[1]) / 2] : [x, y]
    path += `Q${x} ${y} ${Math.round(end[0] as number)} ${Math.round(end[1] as number)}`
  })
  return shape(fill, `${path}V${floor}z`)
}

export const farRidges =
  hill(
    ink.mist,
    [
      [300, 250],
      [420, 196],
      [500, 214],
      [566, 150],
      [604, 166],
      [640, 118],
      [676, 150],
      [716, 138],
      [770, 186],
      [830, 160],
      [900, 204],
      [980, 176],
      [1140, 250],
    ],
    330,
  ) +
  hill(
    ink.far,
    [
      [180, 220],
      [340, 170],
      [420, 206],
      [520, 226],
      [590, 252],
      [650, 290],
      [712, 318],
    ],
    340,
  ) +
  hill(
    ink.far,
    [
      [676, 316],
      [750, 286],
      [800, 236],
      [850, 222],
      [930, 186],
      [1010, 196],
      [1110, 140],
      [1260, 170],
    ],
    340,
  )

/** The two walls of the valley, stepping forward: V on V, as one sees it from the road. */
export const walls =
  hill(
    ink.haze,
    [
      [0, 6],
      [70, 20],
      [130, 92],
      [200, 122],
      [270, 196],
      [350, 216],
      [430, 276],
      [520, 296],
      [610, 324],
      [704, 330],
    ],
    420,
  ) +
  hill(
    ink.haze,
    [
      [686, 330],
      [770, 320],
      [850, 284],
      [930, 268],
      [1010, 204],
      [1090, 180],
      [1160, 104],
      [1240, 80],
      [1310, 16],
      [1440, -30],
    ],
    420,
  ) +
  hill(
    ink.leaf,
    [
      [0, 58],
      [50, 80],
      [110, 164],
      [190, 200],
      [260, 276],
      [350, 300],
      [440, 350],
      [540, 366],
      [620, 392],
      [680, 420],
    ],
    420,
  ) +
  hill(
    ink.leaf,
    [
      [720, 420],
      [780, 384],
      [870, 356],
      [950, 336],
      [1030, 274],
      [1110, 250],
      [1180, 170],
      [1270, 140],
      [1340, 60],
      [1440, 24],
    ],
    420,
  )

export const nearWalls =
  hill(
    ink.slope,
    [
      [0, 150],
      [46, 172],
      [104, 250],
      [176, 284],
      [244, 344],
      [330, 366],
      [410, 400],
      [470, 420],
    ],
    420,
  ) +
  hill(
    ink.slope,
    [
      [900, 420],
      [980, 392],
      [1060, 380],
      [1130, 320],
      [1200, 298],
      [1270, 214],
      [1350, 190],
      [1440, 96],
    ],
    420,
  ) +
  hill(
    ink.gorge,
    [
      [0, 262],
      [44, 282],
      [100, 342],
      [176, 364],
      [240, 404],
      [280, 420],
    ],
    420,
  ) +
  hill(
    ink.gorge,
    [
      [1080, 420],
      [1160, 392],
      [1230, 376],
      [1300, 306],
      [1370, 288],
      [1440, 214],
    ],
    420,
  )

export const river =
  shape(
    ink.water,
    'M690 324C706 328 718 334 706 342 690 352 662 354 674 366 690 382 752 392 770 420H566C570 398 612 386 634 372 652 360 660 352 667 344 674 336 680 326 690 324z',
  ) +
  `<g stroke="${ink.paper}" stroke-width="2.5" stroke-linecap="round" fill="none">` +
  stroke('M678 338h16M650 368h14M676 384h36M616 398h46M690 408h44') +
  '</g>'

/** Terraces: step under step down a spur of the left slope, the ripe ones gold. */
export const terraces = [
  terrace(352, 318, 34, ink.haze),
  terrace(346, 332, 56, ink.gold),
  terrace(350, 347, 76, ink.haze),
  terrace(362, 363, 92, ink.haze),
  terrace(376, 380, 104, ink.gold),
  terrace(392, 398, 114, ink.haze),
].join('')

function terrace(x: number, y: number, half: number, fill: string): string {
  return shape(fill, `M${x - half} ${y - 4}Q${x} ${y - 18} ${x + half} ${y + 8}Q${x} ${y + 1} ${x - half} ${y - 4}z`)
}

const house =
  shape(ink.paper, 'M-15 0V-15H15V0z') +
  shape(ink.walnut, 'M-20-14L-12-27H12L20-14z') +
  shape(ink.line, 'M-3 0V-9H4V0zM-11-6v-4h4v4zM8-6v-4h4v4z')

const tree = stroke('M0 0v-8', ink.line, 2.5) + shape(ink.gorge, 'M0-6C-9-6-10-16-5-19-4-26 5-26 6-19 11-16 9-6 0-6z')

/** A hamlet where the slope eases, each house a little turned from the next. */
export const hamlet = [
  placed(tree, 960, 372, 0, 1.1),
  placed(house, 984, 378, 2, 1.05),
  placed(tree, 1030, 352, 0, 1.2),
  placed(house, 1062, 346, -2, 1.1),
  placed(tree, 1094, 326),
  placed(house, 1016, 408, 1, 1.15),
  placed(tree, 1048, 396, 0, 1.3),
  placed(house, 942, 408, -2, 0.95),
  placed(tree, 912, 410, 0, 0.9),
  placed(house, 1120, 376, -3, 1.1),
].join('')

/** The footbridge on its chains, with one person crossing under a carrying basket. */
export const bridge =
  shape(ink.cream, 'M508 396l6-22h26l6 22zM828 396l6-22h26l6 22z') +
  shape(ink.line, 'M522 382V318h10v64zM842 382V318h10v64z') +
  `<g fill="none" stroke="${ink.line}" stroke-linecap="round">` +
  stroke('M446 370L527 322Q687 396 847 322L916 366', undefined, 3) +
  stroke('M532 356Q687 384 842 356', ink.walnut, 5) +
  stroke(
    'M560 336v25M592 347v20M624 354v16M656 358v13M688 359v12M720 358v13M752 354v16M784 347v20M814 336v25',
    undefined,
    2,
  ) +
  '</g>' +
  placed(
    stroke('M-2-2L-5 8M2-2L5 8', ink.line, 3) +
      shape(ink.tsaoko, 'M-5-16H5L6-1H-6z') +
      shape(ink.walnut, 'M-13-17H-5L-7-5H-11z') +
      `<circle cx="1" cy="-21" r="4.5" fill="${ink.line}"/>`,
    734,
    358,
  )

/** Bands of morning cloud lying in the valley. */
export const clouds =
  shape(
    ink.paper,
    'M330 246C372 238 420 246 470 244 520 242 548 252 590 252 540 260 480 258 440 260 396 262 350 258 330 246z',
  ) +
  shape(
    ink.paper,
    'M800 224C850 214 900 224 950 218 1000 214 1030 222 1066 220 1020 232 970 230 920 234 872 238 830 234 800 224z',
  )

export const sun = `<circle cx="806" cy="150" r="30" fill="${ink.gold}"/>`
