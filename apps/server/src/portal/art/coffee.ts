/** 咖啡: a branch with wavy leaves in pairs, red cherries crowded at its nodes, and two roasted beans. */
import { ink, placed, productDrawing, shape, stroke } from './pen.ts'

export function coffeeArt(title?: string): string {
  const branch = stroke('M52 94C110 96 180 108 272 62', ink.walnut, 9)
  const marks =
    placed(wavyLeaf, 104, 96, -98, 0.86) +
    placed(wavyLeaf, 190, 98, -74, 0.86) +
    placed(darkLeaf, 88, 98, 118, 0.9) +
    placed(darkLeaf, 232, 88, 62, 1) +
    placed(wavyLeaf, 262, 68, -18, 0.5) +
    branch +
    bunch(108, 110) +
    bunch(192, 110) +
    placed(bean, 112, 254, -24) +
    placed(bean, 210, 258, 16)
  return productDrawing(marks, title)
}

const blade =
  'M0 0C10-22 22-24 34-22 44-26 56-26 66-19 78-18 92-10 108 0 92 10 78 18 66 19 56 26 44 26 34 22 22 24 10 22 0 0z'
const veins = stroke('M6 0H88M30 0l10-12M30 0l10 12M54 0l9-10M54 0l9 10', undefined, 3)
const wavyLeaf = shape(ink.slope, blade) + veins
const darkLeaf = shape(ink.gorge, blade) + veins

const cherry = (fill: string) =>
  `<circle r="19" fill="${fill}"/>${stroke('M-5 10h.1M5 11h.1M0 7h.1', undefined, 4)}${stroke('M-9-8C-7-11-4-12-1-12', ink.paper, 3.5)}`

function bunch(x: number, y: number): string {
  const spots: [number, number, string][] = [
    [-30, 6, ink.tsaoko],
    [30, 6, ink.gold],
    [0, -8, ink.tsaoko],
    [-17, 36, ink.tsaoko],
    [20, 38, ink.tsaoko],
    [2, 18, ink.blush],
    [2, 64, ink.tsaoko],
  ]
  return spots.map(([dx, dy, fill]) => placed(cherry(fill), x + dx, y + dy)).join('')
}

const bean =
  shape(ink.walnut, 'M-42 0C-42-22-22-31 0-31S42-22 42 0 22 31 0 31-42 22-42 0z') +
  stroke('M-40 4C-24-10-10-10 0 0S24 10 40-4', ink.cream, 5)
