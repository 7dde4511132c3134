import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const sheets = ['tokens.css', 'base.css', 'components.css', 'pages.css', 'print.css'] as const

/** The one style sheet of the site: joined and shrunk when the server starts, named by its content. */
export interface SiteCss {
  name: string
  text: string
  /** packed at first use: not in the way of the start */
  br(): Buffer
  gzip(): Buffer
}

export function buildSiteCss(): SiteCss {
  const text = sheets
    .map((sheet) => shrinkCss(readFileSync(new URL(`style/${sheet}`, import.meta.url), 'utf8')))
    .join('\n')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { name: `site.${hash}.css`, text, br: once(() => brotliCompressSync(text)), gzip: once(() => gzipSync(text)) }
}

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Takes out comments and needless blanks; strings are left as they are. */
export function shrinkCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;}/g, '}'),
    )
    .join('')
    .trim()
}
