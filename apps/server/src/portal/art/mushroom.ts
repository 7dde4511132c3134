/** 野生菌: a stout bolete, a 鸡枞 with its pointed cap, and a young one, standing in forest litter. */
import { ink, leaf, placed, productDrawing, shape, stroke } from './pen.ts'

export function mushroomArt(title?: string): string {
  const grass = leaf(44, 270, 50, 14, -116, ink.slope) + leaf(54, 272, 40, 12, -76, ink.gorge)
  const needles = leaf(280, 268, 62, 14, -72, ink.slope) + leaf(268, 270, 46, 12, -104, ink.gorge)
  const marks =
    grass +
    needles +
    placed(termite, 226, 264) +
    placed(bolete, 116, 268, 0, 0.84) +
    placed(young, 186, 272, 0, 0.8) +
    litter
  return productDrawing(marks, title)
}

const bolete =
  shape(ink.cream, 'M-24-96C-28-58-44-36-42-12-40 6-20 10 2 10S44 6 46-12C48-38 30-60 28-96z') +
  stroke('M-16-58V-30M2-50V-16M18-60V-36M-24-22V-8M22-22V-6', ink.wood, 3) +
  shape(ink.gold, 'M-92-104C-60-84 64-84 96-104 92-76 58-70 0-70S-90-76-92-104z') +
  shape(ink.walnut, 'M-96-110C-96-164-52-200 0-200S100-164 100-110C100-96 52-90 0-90S-96-96-96-110z') +
  stroke('M-60-138C-54-158-38-172-18-177', ink.cream, 6)

const termite =
  shape(ink.paper, 'M-11-130C-9-80-15-30-13 4-4 10 6 10 15 4 17-30 9-80 13-130z') +
  shape(ink.cream, 'M-62-122C-30-112 34-112 64-122 54-104 30-100 0-100S-52-104-62-122z') +
  shape(
    ink.wood,
    'M-68-120C-58-146-28-156-14-168-8-174-4-192 2-192S10-174 16-168C30-156 60-146 70-120 46-110-44-110-68-120z',
  ) +
  stroke('M-36-126C-24-138-12-148-6-160M40-126C28-138 18-148 12-160M2-128v-20', undefined, 3)

const young =
  shape(ink.cream, 'M-12-34C-14-16-18-8-14 4H16C20-8 14-16 14-34z') +
  shape(ink.walnut, 'M-32-34C-32-60-16-72 1-72S34-60 34-34C24-28-22-28-32-34z')

const litter =
  stroke('M44 274C96 280 214 282 284 274') +
  placed(shape(ink.wood, 'M0 0C12-12 30-12 42 0 30 9 12 9 0 0z') + stroke('M6 0H34', undefined, 3), 150, 284, -6)
