/** 旅游: 石月亮, the round opening through the ridge above the gorge, with the river and a walker below. */
import { ink, placed, productDrawing, shape, stroke } from './pen.ts'

export function tourismArt(title?: string): string {
  return productDrawing(ridge + cloud + slopes + river + placed(walker, 240, 222), title)
}

/** The opening is cut out of the rock, so whatever is behind the drawing shows through, as the sky does there. */
const ridge =
  shape(ink.haze, 'M30 232C56 196 70 152 90 142 102 138 108 158 122 152L150 232z') +
  shape(ink.haze, 'M296 236C280 196 262 158 240 150L200 236z') +
  `<path fill="${ink.slope}" fill-rule="evenodd" d="M56 250C78 214 84 196 104 180 112 168 110 150 126 136 132 122 128 106 140 92 148 80 148 62 162 54 172 46 176 58 186 54 198 50 200 68 210 78 220 90 216 106 226 118 238 130 236 150 248 164 262 182 270 216 282 250z` +
  `M172 88C155 87 145 100 145 114 146 131 157 140 172 140 187 141 198 130 198 114 198 100 189 88 172 88z"/>` +
  `<path fill="${ink.paper}" stroke="none" d="M172 91C157 90 148 101 148 114 149 129 159 137 172 137 185 138 195 128 195 114 195 102 187 91 172 91z"/>` +
  `<path fill="${ink.gorge}" d="M172 140C187 141 198 130 198 114 198 102 192 92 182 89 190 80 188 66 186 54 198 50 200 68 210 78 220 90 216 106 226 118 238 130 236 150 248 164 262 182 270 216 282 250H214C204 214 190 196 186 178 180 164 178 152 172 140z"/>` +
  stroke('M148 160C140 176 134 184 130 202M120 172C114 186 108 194 104 208', undefined, 3) +
  stroke('M214 140C222 158 226 170 232 188', ink.slope, 3)

const cloud =
  shape(ink.paper, 'M46 200C44 188 58 182 68 188 74 174 98 174 104 188 118 182 130 190 128 200z') +
  shape(ink.paper, 'M222 176C222 166 232 162 240 166 246 154 266 156 270 168 280 164 290 170 288 178z')

const slopes =
  shape(ink.leaf, 'M22 268C40 240 62 222 86 216 108 220 130 240 150 270z') +
  shape(ink.leaf, 'M300 268C286 240 264 224 246 220 226 224 206 242 192 270z') +
  stroke('M58 256l9-20 9 20M92 260l9-20 9 20', ink.gorge, 4)

const river =
  shape(
    ink.water,
    'M164 236C176 246 150 254 146 264 144 276 120 284 96 292H210C206 282 184 276 182 266 182 254 190 246 178 236z',
  ) + stroke('M152 276h18M166 262h10', ink.paper, 4)

/** A walker with a carrying basket: the scale of the thing. */
const walker =
  stroke('M0 44L-7 62M2 44L11 62') +
  shape(ink.tsaoko, 'M-9 14C-4 8 8 8 11 14L10 46H-9z') +
  shape(ink.wood, 'M-26 14H-9L-12 38H-22z') +
  `<circle cx="1" cy="0" r="9" fill="${ink.cream}"/>` +
  stroke('M11 22L24 32M24 18V62')
