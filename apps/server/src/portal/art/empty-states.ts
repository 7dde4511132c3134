/** Four small scenes for pages with nothing to show, 240×160; each is a thing that grows, looks or is mended. */
import { drawing, ink, leaf, placed, shape, stroke } from './pen.ts'

export type EmptyState = 'nothing-yet' | 'nothing-found' | 'error' | 'offline'

/** The scene for a state; decorative unless named, since the page's own sentence says it. */
export function emptyArt(state: EmptyState, title?: string): string {
  const backdrop =
    shape(ink.mist, 'M40 92C38 48 76 22 122 24 172 22 204 52 202 90 201 112 190 128 176 136H66C52 130 41 114 40 92z') +
    shape(ink.haze, 'M22 136C26 127 66 124 120 124S216 127 219 136C221 145 178 150 120 150S20 146 22 136z')
  const lines = `<g stroke="${ink.line}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" fill="none">${scenes[state]}</g>`
  return drawing({ width: 240, height: 160, title }, backdrop + lines)
}

const seedling =
  shape(ink.wood, 'M70 136C82 120 100 114 120 114S158 120 170 136z') +
  stroke('M92 128h8M136 130h10M112 124h6', undefined, 2) +
  stroke('M120 116C119 100 121 88 120 70', ink.slope, 5) +
  leaf(120, 88, 44, 26, -152, ink.slope) +
  leaf(120, 74, 48, 28, -34, ink.gorge) +
  `<circle cx="174" cy="52" r="11" fill="${ink.gold}"/>`

const goat =
  placed(
    stroke('M8 60V84M20 62V84M52 62V84M62 58V84') +
      shape(ink.paper, 'M2 44C2 32 14 28 30 30 44 31 58 26 66 34 74 44 70 64 58 66 40 70 18 68 8 64 2 60 2 52 2 44z') +
      shape(
        ink.paper,
        'M66 36C60 26 58 16 64 8 70 2 80 2 86 8 92 14 100 20 100 26 98 32 88 32 82 32 80 40 74 44 66 46z',
      ) +
      shape(ink.wood, 'M70 6C66-6 56-12 48-10 56-6 60 0 62 10zM78 4C78-8 70-16 62-17 68-11 71-4 72 5z') +
      shape(ink.paper, 'M62 14C54 12 48 14 46 20 52 24 60 22 64 18z') +
      stroke('M80 14h.1', undefined, 5) +
      stroke('M94 26l5-1M88 33C89 40 88 44 86 48', undefined, 2.5) +
      stroke('M3 42C-4 38-6 32-4 28') +
      stroke('M16 42C20 46 24 46 28 42M36 46C40 50 44 50 48 46', undefined, 2),
    44,
    54,
  ) +
  shape(ink.leaf, 'M138 138C136 118 146 104 160 100 172 92 190 98 196 112 204 120 206 130 204 138z') +
  stroke('M152 118C158 112 164 112 168 116M178 126C184 122 190 124 192 130', undefined, 2) +
  leaf(210, 138, 26, 8, -78, ink.gorge) +
  leaf(206, 138, 20, 8, -110, ink.slope)

/** The deck is open in the middle and one new plank waits: mended, not only broken. */
const bridge =
  shape(ink.water, 'M64 140C84 132 100 136 120 132S160 136 178 140C160 148 84 148 64 140z') +
  shape(ink.slope, 'M24 138V96C40 92 54 96 60 104L66 138zM216 138V96C200 92 186 96 180 104L174 138z') +
  stroke('M46 96V58M194 96V58', undefined, 5) +
  stroke('M46 62Q120 118 194 62', undefined, 2.5) +
  stroke('M60 76v22M78 86v18M162 86v18M180 76v22', undefined, 2) +
  stroke('M48 98L98 108M142 108L192 98', ink.walnut, 6) +
  stroke('M98 108l8 9M142 108l-5 10', ink.walnut, 5) +
  placed(
    stroke('M-4 22L-8 38M5 22L9 38') +
      shape(ink.tsaoko, 'M-8 0C-4-4 6-4 9 0L8 24H-7z') +
      `<circle cx="1" cy="-9" r="8" fill="${ink.cream}"/>` +
      shape(ink.gold, 'M-13-10C-8-20 10-20 15-10z') +
      stroke('M8 6L24 10'),
    76,
    64,
  ) +
  stroke('M98 74L140 66', ink.wood, 7)

const offline =
  shape(ink.slope, 'M34 138C60 112 70 70 92 52 100 46 108 54 114 64 128 82 140 116 160 138z') +
  shape(ink.gorge, 'M110 138C130 118 142 98 158 94 176 96 190 120 206 138z') +
  stroke('M96 50V24M96 32L84 24M96 32L108 24', undefined, 3) +
  stroke('M132 54C142 46 158 46 168 54M140 66C146 61 154 61 160 66', ink.edge, 4) +
  stroke('M150 78h.1', ink.edge, 6) +
  stroke('M128 82L172 38', ink.tsaoko, 4) +
  shape(ink.paper, 'M46 112C47 104 56 102 62 106 66 98 80 98 84 106 92 104 98 108 97 114H48z')

const scenes: Record<EmptyState, string> = {
  'nothing-yet': seedling,
  'nothing-found': goat,
  error: bridge,
  offline,
}
