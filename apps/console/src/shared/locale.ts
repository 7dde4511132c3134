import { useSyncExternalStore } from 'react'
import { en } from '../locale/en.ts'
import { zh } from '../locale/zh-CN.ts'

export type Locale = 'zh-CN' | 'en'

type Dictionary = { readonly [key: string]: string | ((...values: never[]) => string) | Dictionary }

/** The same keys with any words: what the second language must have. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : Same<T[K]>
}

export interface LocaleTable<T> {
  zh: T
  en: Same<T>
}

/** A module's words in both languages; a key missing in English is a compile error. */
export function defineLocale<T extends Dictionary>(zhWords: T, enWords: Same<T>): LocaleTable<T> {
  return { zh: zhWords, en: enWords }
}

/** The shared words, in either language. */
export type SharedWords = Same<typeof zh>

const sharedWords: LocaleTable<typeof zh> = { zh, en }
const listeners = new Set<() => void>()
let current: Locale = readCookie()

/** The language now; outside components only (the API client sends it). */
export const currentLocale = (): Locale => current

/** Changes the language for this browser; the cookie tells the server and the public site. */
export function switchLocale(locale: Locale): void {
  current = locale
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain http and in older browsers
  document.cookie = `xh_lang=${locale}; path=/; max-age=31536000; samesite=lax`
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale)
}

/** The words of a dictionary in the language now; without an argument, the shared words. */
export function useText(): SharedWords
export function useText<T>(table: LocaleTable<T>): Same<T>
export function useText<T>(table?: LocaleTable<T>) {
  const locale = useLocale()
  const words = table ?? sharedWords
  return locale === 'en' ? words.en : words.zh
}

export interface TwoWords {
  zh: string
  en: string
}

/** Picks the word of data that carries both languages. */
export function usePick(): (words: TwoWords) => string {
  const locale = useLocale()
  return (words) => (locale === 'en' ? words.en : words.zh)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function readCookie(): Locale {
  return typeof document !== 'undefined' && /(?:^|; )xh_lang=en(?:;|$)/.test(document.cookie) ? 'en' : 'zh-CN'
}
