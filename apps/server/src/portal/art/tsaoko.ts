/** 草果: the ribbed red pods crowd one stalk at the foot of a tall plant with ginger-like leaves. */
import { ink, leaf, placed, productDrawing, shape, stroke } from './pen.ts'

export function tsaokoArt(title?: string): string {
  const plant =
    stroke('M120 258C114 196 108 140 118 80', ink.slope, 11) +
    leaf(113, 170, 92, 40, 168, ink.gorge) +
    leaf(112, 132, 124, 44, -22, ink.gorge) +
    leaf(113, 122, 92, 38, 204, ink.slope) +
    leaf(115, 90, 108, 40, -40, ink.slope) +
    leaf(118, 84, 66, 32, -112, ink.gorge)
  const stalk = shape(ink.leaf, 'M178 268C178 240 180 216 182 196h12c2 22 4 46 6 72z')
  return productDrawing(plant + stalk + cluster + splitPod, title)
}

const pod =
  shape(ink.tsaoko, 'M0-34C18-30 26-8 22 12 18 30 8 34 0 34S-18 30-22 12C-26-8-18-30 0-34z') +
  stroke('M0-32C-2-10-2 12 0 32', undefined, 3) +
  stroke('M-12-22C-17-4-16 14-10 26M12-22C17-4 16 14 10 26', undefined, 3) +
  stroke('M0-34v-9')

const paler = pod.replace(ink.tsaoko, ink.blush)

const cluster = [
  placed(pod, 189, 142, 0, 0.9),
  placed(paler, 154, 156, -32, 0.9),
  placed(paler, 224, 156, 32, 0.9),
  placed(pod, 132, 192, -62, 0.96),
  placed(pod, 246, 192, 62, 0.96),
  placed(paler, 190, 182, 2, 0.96),
  placed(pod, 164, 202, -20, 1),
  placed(pod, 216, 202, 20, 1),
  placed(pod, 146, 236, -76, 0.96),
  placed(pod, 232, 236, 76, 0.96),
  placed(pod, 190, 234, 0, 1.04),
].join('')

/** One pod opened: the packed seeds are what a cook knows it by. */
const splitPod = placed(
  shape(ink.walnut, 'M-34 4C-32-18-14-26 4-24 24-22 36-10 34 8 30 24 14 28-2 27-20 27-33 20-34 4z') +
    shape(ink.cream, 'M-24 3C-22-11-10-16 4-15 17-14 25-7 24 6 21 15 10 18-1 17-14 17-23 12-24 3z') +
    [
      [-13, 0],
      [-2, -6],
      [10, -5],
      [-7, 9],
      [4, 7],
      [15, 5],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.4" fill="${ink.walnut}" stroke-width="2"/>`)
      .join(''),
  274,
  268,
  -12,
)
