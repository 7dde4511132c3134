import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'

/** How a visitor wants to see the site; kept in one cookie that holds no more than this. */
export interface Modes {
  elder: boolean
  contrast: boolean
  /** size of an article's text: 0 usual, 1 large, 2 very large */
  text: 0 | 1 | 2
}

export const modesCookie = 'xh_modes'

/** Reads `e`, `c` and the digit of the cookie; anything else in it is ignored. */
export function modesOf(request: Pick<FastifyRequest, 'cookies'>): Modes {
  return parseModes(request.cookies[modesCookie] ?? '')
}

export function parseModes(value: string): Modes {
  return {
    elder: value.includes('e'),
    contrast: value.includes('c'),
    text: value.includes('2') ? 2 : value.includes('1') ? 1 : 0,
  }
}

export function formatModes(modes: Modes): string {
  return `${modes.elder ? 'e' : ''}${modes.contrast ? 'c' : ''}${modes.text}`
}

/**
 * What of a visitor's headers changes a page: his language and his modes, and nothing else of his cookies. Reads the
 * text itself, for it stands before every page, kept or not.
 */
export function visitorKey(headers: IncomingHttpHeaders): string {
  const cookies = headers.cookie ?? ''
  const asked = headers['x-locale'] ?? cookieOf(cookies, 'xh_lang')
  return `${asked === 'en' ? 'en' : 'zh-CN'}|${formatModes(parseModes(cookieOf(cookies, modesCookie)))}`
}

function cookieOf(cookies: string, name: string): string {
  if (!cookies.includes(name)) return ''
  const found = cookies.split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  return found ? found.slice(name.length + 1) : ''
}

/** Classes of the html element; style/*.css and islands/site.ts know the same words. */
export function modeClasses(modes: Modes): string {
  const classes = [modes.elder && 'elder', modes.contrast && 'contrast', ['', 'text-large', 'text-huge'][modes.text]]
  return classes.filter(Boolean).join(' ')
}

/** Only a path of this site is a way back: no other host, no scheme, no control characters. */
export function safeBack(back: unknown): string {
  const path = typeof back === 'string' ? back : ''
  if (path.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes('\\')) return '/'
  return path
}
