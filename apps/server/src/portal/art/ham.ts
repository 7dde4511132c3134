/** 老窝火腿: a whole cured leg hung by its cord, trotter up, with the cut face that shows lean, fat and bone. */
import { ink, productDrawing, shape, stroke } from './pen.ts'

export function hamArt(title?: string): string {
  return productDrawing(beam + leg + face + slices, title)
}

const beam =
  shape(ink.wood, 'M70 20C116 16 208 16 250 22l-1 16C206 33 116 33 71 38z') +
  stroke('M94 28h34M160 27h52', undefined, 3) +
  stroke('M176 34C164 62 166 84 178 100M184 34C200 58 204 82 200 98', ink.walnut, 4)

const leg =
  shape(ink.cream, 'M170 112L168 84C168 74 174 66 184 62l6 10 10-8C206 72 208 82 206 92L202 114z') +
  shape(ink.walnut, 'M170 78C171 71 177 65 184 62l6 10 10-8C204 69 206 74 207 80 196 88 182 86 170 78z') +
  shape(
    ink.walnut,
    'M170 104C178 114 194 116 204 108 204 116 201 118 200 126 202 146 224 160 234 188 246 224 228 264 182 272' +
      ' 130 280 84 252 82 208 80 170 112 152 140 134 156 122 166 114 170 104z',
  ) +
  stroke('M160 132C172 140 186 140 196 132M210 158C218 170 223 182 223 198', ink.wood, 4)

const face =
  shape(
    ink.cream,
    'M88 196C94 160 132 146 164 158 196 170 208 204 194 232 180 258 140 268 112 250 92 238 84 218 88 196z',
  ) +
  shape(
    ink.tsaoko,
    'M102 200C106 174 134 162 158 171 184 181 192 208 182 228 170 248 140 254 119 240 105 230 99 216 102 200z',
  ) +
  stroke(
    'M116 196C126 184 136 180 148 182M166 192C174 202 174 214 168 224M118 222C124 232 134 238 146 238',
    ink.cream,
    4,
  ) +
  `<circle cx="143" cy="210" r="15" fill="${ink.paper}"/><circle cx="143" cy="210" r="5" fill="${ink.cream}" stroke-width="3"/>`

/** Two slices on the ground beside it: what one takes home. */
const slices =
  shape(ink.cream, 'M222 262C228 248 262 244 276 254 286 264 268 282 246 282 230 282 218 274 222 262z') +
  shape(ink.blush, 'M231 263C236 254 260 252 268 259 273 265 261 274 247 274 236 274 229 270 231 263z') +
  stroke('M242 264C248 261 254 261 259 264', ink.cream, 3)
