/** Our mark: the V of the gorge, the river in it, a sprout above. Also the favicon and the ground of share cards. */
import { bridge, clouds, farRidges, hamlet, nearWalls, river, sun, terraces, walls } from './gorge-scene.ts'
import { drawing, ink } from './pen.ts'

const mark =
  `<path fill="${ink.gorge}" d="M4 20C4 18 6 17 8 18L24 36C27 40 27 43 25 46L18 58C8 54 4 46 4 36z"/>` +
  `<path fill="${ink.line}" d="M60 20C60 18 58 17 56 18L40 36C37 40 37 43 39 46L46 58C56 54 60 46 60 36z"/>` +
  `<path fill="${ink.river}" d="M32 38C35 42 29 46 34 50 38 54 40 57 41 60A29 29 0 0 1 23 60C24 56 30 54 30 50 30 46 28 42 32 38z"/>`
const sprout =
  `<path fill="none" stroke="${ink.walnut}" stroke-width="3.5" stroke-linecap="round" d="M32 33V20"/>` +
  `<path fill="${ink.gold}" d="M32 22C22 23 16 17 16 7 26 6 32 12 32 22z"/>` +
  `<path fill="${ink.slope}" d="M32 18C32 9 38 3 48 3 48 13 42 19 32 18z"/>`

/** 64×64 mark for the header; `title` only where no name stands beside it. */
export function logoMark(title?: string): string {
  return drawing({ width: 64, height: 64, title }, mark + sprout)
}

/** The favicon as a file of its own: the mark on a paper tile, so it also reads on dark tabs. */
export const faviconSvg: string = drawing(
  { width: 64, height: 64 },
  `<rect width="64" height="64" rx="14" fill="${ink.paper}"/><g transform="translate(5 5) scale(.84)">${mark}${sprout}</g>`,
)

/** 1200×630 ground of a share card: the gorge below, quiet paper above for the title. */
export const shareCardGround: string = drawing(
  { width: 1200, height: 630 },
  `<path fill="${ink.paper}" d="M0 0h1200v630H0z"/><g transform="translate(-88 210)">${sun}${farRidges}${walls}${clouds}${river}${nearWalls}${terraces}${hamlet}${bridge}</g>` +
    `<g transform="translate(64 56) scale(1.25)">${mark}${sprout}</g>`,
)
