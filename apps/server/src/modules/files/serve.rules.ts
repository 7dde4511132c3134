import type { ByteRange } from '../../platform/files/storage.ts'

/** `bytes=0-99`, `bytes=100-`, `bytes=-50`; several ranges are answered as none; undefined = the whole file. */
export function parseRange(header: string | undefined, size: number): ByteRange | 'bad' | undefined {
  if (header === undefined) return undefined
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  if (match[1] === '') {
    const last = Number(match[2])
    return last === 0 || size === 0 ? 'bad' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(match[1])
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (start >= size) return 'bad'
  return start > end ? undefined : { start, end }
}

/** The stored size that serves a request best: as asked, else the largest that is there in the same or any format. */
export function chooseVariant<V extends { name: string; width: number }>(
  variants: readonly V[],
  asked: string,
): V | undefined {
  const exact = variants.find((one) => one.name === asked)
  if (exact) return exact
  const match = /^(\d{2,4})\.(webp|avif|jpeg)$/.exec(asked)
  if (!match) return undefined
  const width = Number(match[1])
  const format = variants.filter((one) => one.name.endsWith(`.${match[2]}`))
  const candidates = format.length > 0 ? format : variants
  const fitting = candidates.filter((one) => one.width <= width)
  return fitting.at(-1) ?? candidates[0]
}

/** Pictures are shown; everything else is saved, so that nothing of a stranger's runs under our name. */
export function disposition(name: string, isImage: boolean): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${isImage ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`
}
