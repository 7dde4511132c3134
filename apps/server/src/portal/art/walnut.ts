/** 核桃: one whole nut with its seam and furrows, one half with the two lobes of the kernel, a compound leaf. */
import { ink, leaf, placed, productDrawing, shape, stroke } from './pen.ts'

export function walnutArt(title?: string): string {
  const twig =
    stroke('M60 84C108 66 160 66 222 92') +
    leaf(84, 76, 64, 34, -70, ink.slope) +
    leaf(128, 70, 74, 38, -66, ink.gorge) +
    leaf(176, 74, 74, 38, -48, ink.slope) +
    leaf(218, 90, 72, 38, 6, ink.gorge) +
    leaf(106, 72, 56, 30, 62, ink.slope) +
    leaf(170, 74, 54, 30, 66, ink.gorge)
  return productDrawing(twig + placed(wholeNut, 120, 194) + placed(halfNut, 218, 216, 8), title)
}

const wholeNut =
  shape(
    ink.wood,
    'M0-72C16-66 34-64 50-46 66-28 70-4 66 16 60 44 38 64 4 68-30 70-58 50-66 20-72-4-68-30-50-48-34-64-16-66 0-72z',
  ) +
  stroke('M0-72C8-40 9 20 4 68') +
  stroke('M0-72C-8-40-7 20 4 68', undefined, 3) +
  stroke(
    'M-18-50C-30-40-26-26-38-22M-22-22C-34-10-22 2-36 10M-54-10C-46-4-52 8-46 16M-18 14C-30 24-20 36-32 42M-48 36C-40 38-38 46-32 52' +
      'M22-52C34-44 26-32 38-28M24-24C34-16 24-4 36 2M52-24C46-12 56-4 50 6M22 16C34 22 22 34 34 40M50 24C44 30 46 38 40 46',
    undefined,
    3,
  )

const halfNut =
  shape(ink.wood, 'M-58-6C-56-38-32-54 0-54S56-38 58-6C60 30 34 52 0 52S-60 30-58-6z') +
  shape(ink.cream, 'M-47-4C-45-30-26-43 0-43S45-30 47-4C49 24 28 42 0 42S-49 24-47-4z') +
  shape(
    ink.wood,
    'M-5-33C-14-40-24-34-26-28-36-27-40-18-36-11-43-4-41 6-35 9-36 20-28 26-21 25-18 34-9 35-5 31-2 20-3-20-5-33z',
  ) +
  shape(
    ink.wood,
    'M5-33C14-40 24-34 26-28 36-27 40-18 36-11 43-4 41 6 35 9 36 20 28 26 21 25 18 34 9 35 5 31 2 20 3-20 5-33z',
  ) +
  stroke('M-26-16C-18-20-14-14-18-8M-28 4C-20 0-14 6-18 12M26-16C18-20 14-14 18-8M28 4C20 0 14 6 18 12', undefined, 3) +
  stroke('M0-43V-30M0 32V42', undefined, 3)
