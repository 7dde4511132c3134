import type { Metadata } from 'sharp'
import { Refusal } from '../refusal.ts'

/** 40 megapixels, all frames of an animation counted (issue 2: ≤ 40 Mpx). */
export const mostPixels = 40_000_000
export const variantWidths = [320, 640, 1280] as const
export const variantFormats = ['webp', 'avif', 'jpeg'] as const
/** the longest side that is kept; a phone's photo prints well on A4 at this size */
const mostSide = 2560

export interface Variant {
  /** `640.webp` */
  name: string
  width: number
  height: number
  size: number
}

export interface DrawnImage {
  mime: string
  ext: string
  width: number
  height: number
  content: Buffer
  variants: (Variant & { content: Buffer })[]
}

let turn: Promise<unknown> = Promise.resolve()

/** One image at a time: two cores serve people first, and a 40-megapixel image takes its 160 MB only once. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work)
  turn = mine.catch(() => undefined)
  return mine
}

/**
 * Draws an image anew: whatever hid in the file besides its pixels (place, camera, scripts, other files) is gone,
 * turned as the camera held it, animations as WebP. @throws Refusal files.too_many_pixels, files.broken_image
 */
export function redraw(path: string): Promise<DrawnImage> {
  return inTurn(async () => {
    const { default: sharp } = await import('sharp')
    sharp.concurrency(1)
    sharp.cache(false)
    try {
      const meta = await sharp(path, { limitInputPixels: false, animated: true }).metadata()
      refuseHuge(meta)
      return await draw(sharp, path, meta)
    } catch (error) {
      if (error instanceof Refusal) throw error
      throw new Refusal('files.broken_image')
    }
  })
}

/** With `animated` the height is that of all frames one above the other. */
function refuseHuge(meta: Metadata): void {
  const pixels = (meta.width ?? 0) * (meta.height ?? 0)
  if (pixels > mostPixels) throw new Refusal('files.too_many_pixels', { pixels: Math.round(pixels / 1_000_000) })
}

async function draw(sharp: typeof import('sharp')['default'], path: string, meta: Metadata): Promise<DrawnImage> {
  const moving = (meta.pages ?? 1) > 1
  const input = () =>
    sharp(path, { limitInputPixels: mostPixels, animated: moving, failOn: 'error' }).autoOrient().toColourspace('srgb')
  const format = moving || meta.format === 'gif' ? 'webp' : keptFormat(meta)
  const whole = await input()
    .resize({ width: mostSide, height: moving ? undefined : mostSide, fit: 'inside', withoutEnlargement: true })
    .toFormat(format, encoding[format])
    .toBuffer({ resolveWithObject: true })
  const width = whole.info.width
  const height = whole.info.pageHeight ?? whole.info.height
  const variants: DrawnImage['variants'] = []
  for (const wanted of widthsFor(width))
    for (const kind of moving ? (['webp'] as const) : variantFormats) {
      const flat = kind === 'jpeg' ? input().flatten({ background: '#ffffff' }) : input()
      const { data, info } = await flat
        .resize({ width: wanted, withoutEnlargement: true })
        .toFormat(kind, encoding[kind])
        .toBuffer({ resolveWithObject: true })
      const size = { width: info.width, height: info.pageHeight ?? info.height }
      variants.push({ name: `${wanted}.${kind}`, ...size, size: data.length, content: data })
    }
  return {
    mime: `image/${format}`,
    ext: format === 'jpeg' ? 'jpg' : format,
    width,
    height,
    content: whole.data,
    variants,
  }
}

type Kept = 'jpeg' | 'png' | 'webp'
const encoding = {
  jpeg: { quality: 82, mozjpeg: true },
  png: { compressionLevel: 9 },
  webp: { quality: 80, effort: 3 },
  avif: { quality: 52, effort: 2 },
} as const

/** Photographs stay JPEG, drawings PNG; AVIF would shut out older phones, so its whole image becomes WebP. */
function keptFormat(meta: Metadata): Kept {
  return meta.format === 'jpeg' || meta.format === 'png' ? meta.format : 'webp'
}

/** Never larger than the image, but always at least one size. */
export function widthsFor(width: number): number[] {
  const smaller = variantWidths.filter((one) => one <= width)
  return smaller.length > 0 ? smaller : [variantWidths[0]]
}
