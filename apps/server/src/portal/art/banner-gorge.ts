/** The home banner: the Nujiang gorge, its river, a chain bridge, terraces and a hamlet. Wide and phone crop. */
import { bridge, clouds, farRidges, hamlet, nearWalls, river, sun, terraces, walls } from './gorge-scene.ts'
import { escapeText, ink } from './pen.ts'

const scene = sun + farRidges + walls + clouds + river + nearWalls + terraces + hamlet + bridge

/** 1440×420; fills its box from the bottom up, so a taller box shows more sky. */
export function bannerGorgeWide(title?: string): string {
  return banner('0 0 1440 420', 1440, 420, title)
}

/** 360×240: the middle of the same scene, river and bridge in view. */
export function bannerGorgePhone(title?: string): string {
  return banner('360 -20 660 440', 360, 240, title)
}

function banner(viewBox: string, width: number, height: number, title?: string): string {
  const named = title ? 'role="img"' : 'aria-hidden="true" focusable="false"'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}" ` +
    `preserveAspectRatio="xMidYMax slice" ${named}>${title ? `<title>${escapeText(title)}</title>` : ''}` +
    `<path fill="${ink.paper}" d="M0-200h1440v620H0z"/>${scene}</svg>`
  )
}
