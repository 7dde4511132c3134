import type { PublicCentre } from '../modules/centre/index.ts'
import type { Locale } from '../platform/messages.ts'
import { type Dictionary, dictionaryOf } from './locale/dictionary.ts'
import type { Modes } from './modes.ts'

/** Everything a view may know besides its own data: language, the visitor's modes, the centre, where the page is. */
export interface PageContext {
  locale: Locale
  t: Dictionary
  modes: Modes
  centre: PublicCentre
  /** path and query of this page, for links that come back to it */
  path: string
  /** scheme and host of the public address, for links that leave the site */
  origin: string
  now: Date
  files: { css: string; scripts: readonly string[] }
}

/** The text in the visitor's language, or the Chinese one where no English was written. */
export function inLocale(ctx: Pick<PageContext, 'locale'>, zh: string | null, en: string | null | undefined): string {
  return ctx.locale === 'en' ? en || zh || '' : (zh ?? '')
}

/** The centre's name as people read it; the program's own name before anybody has given one. */
export function centreName(ctx: Pick<PageContext, 'locale' | 'centre' | 't'>): string {
  return inLocale(ctx, ctx.centre.name, ctx.centre.nameEn) || dictionaryOf(ctx.locale).site.unnamed
}
