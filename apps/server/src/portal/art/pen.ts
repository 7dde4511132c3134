/** The one hand behind our drawings: its colours, its line and the frame every drawing shares (design/look.md). */
import { light } from '@xianghui/kit/tokens'

/** Flat colours only. The tokens, and their paler washes for hills and water. */
export const ink = {
  line: light.gorgeDeep,
  gorge: light.gorge,
  slope: '#4E8A6D',
  leaf: '#7FAE92',
  haze: '#B4D0BE',
  far: '#D5E3D8',
  mist: '#E6EEE6',
  paper: light.paper,
  river: light.river,
  water: '#9CC7D1',
  tsaoko: light.tsaoko,
  blush: '#D9675A',
  walnut: light.walnut,
  wood: '#B98A55',
  cream: '#EAD6B4',
  gold: light.gold,
  edge: light.edge,
} as const

export interface Frame {
  width: number
  height: number
  /** Named: an image to a screen reader. Unnamed: decoration, hidden from it. */
  title?: string
  className?: string
}

/** Wraps marks into an inline SVG; presentation attributes only, since the site's CSP forbids inline style. */
export function drawing(frame: Frame, marks: string): string {
  const named = frame.title ? 'role="img"' : 'aria-hidden="true" focusable="false"'
  const title = frame.title ? `<title>${escapeText(frame.title)}</title>` : ''
  const className = frame.className ? ` class="${escapeText(frame.className)}"` : ''
  const { width, height } = frame
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
    `${className} ${named}>${title}${marks}</svg>`
  )
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** The pebble of ground and the mist behind it that all six product drawings stand on. */
export function productDrawing(marks: string, title?: string): string {
  const ground =
    `<path fill="${ink.mist}" d="M38 150C30 84 84 28 158 24c78-4 132 50 130 124-1 52-26 84-58 102H92C62 232 43 198 38 150z"/>` +
    `<path fill="${ink.haze}" d="M24 268c6-17 54-25 138-25 82 0 128 9 134 25 5 15-46 27-134 27-86 0-143-11-138-27z"/>`
  const lines = `<g stroke="${ink.line}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" fill="none">${marks}</g>`
  return drawing({ width: 320, height: 320, title }, ground + lines)
}

/** A filled, outlined path. */
export function shape(fill: string, d: string): string {
  return `<path fill="${fill}" d="${d}"/>`
}

/** A line without fill, thinner than the outline when it only tells of texture. */
export function stroke(d: string, colour?: string, width?: number): string {
  return `<path d="${d}"${colour ? ` stroke="${colour}"` : ''}${width ? ` stroke-width="${width}"` : ''}/>`
}

/** A pointed leaf from (x, y), `length` long and `width` broad, turned by `degrees` (0 points right). */
export function leaf(x: number, y: number, length: number, width: number, degrees: number, fill: string): string {
  const half = width / 2
  const blade = `M0 0C${r(length * 0.2)} ${-half} ${r(length * 0.65)} ${-half} ${length} 0C${r(length * 0.65)} ${half} ${r(length * 0.2)} ${half} 0 0z`
  return `<g transform="translate(${x} ${y}) rotate(${degrees})">${shape(fill, blade)}${stroke(`M${r(length * 0.08)} 0H${r(length * 0.82)}`, undefined, 3)}</g>`
}

/** Marks turned and moved to (x, y). */
export function placed(marks: string, x: number, y: number, degrees = 0, scale = 1): string {
  const size = scale === 1 ? '' : ` scale(${scale})`
  const turn = degrees === 0 ? '' : ` rotate(${degrees})`
  return `<g transform="translate(${x} ${y})${turn}${size}">${marks}</g>`
}

function r(value: number): number {
  return Math.round(value * 10) / 10
}
