/** The six drawn products by key, for cards without a photograph and for the season strip. */
import { coffeeArt } from './coffee.ts'
import { hamArt } from './ham.ts'
import { mushroomArt } from './mushroom.ts'
import { tourismArt } from './tourism.ts'
import { tsaokoArt } from './tsaoko.ts'
import { walnutArt } from './walnut.ts'

export const productArt = {
  tsaoko: tsaokoArt,
  walnut: walnutArt,
  coffee: coffeeArt,
  mushroom: mushroomArt,
  ham: hamArt,
  tourism: tourismArt,
} as const

export type ProductArtKey = keyof typeof productArt
