import type { Locale } from '../../platform/messages.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** Every word of the site; a key that one language lacks does not compile. */
export type Dictionary = typeof zhCN

const dictionaries: Readonly<Record<Locale, Dictionary>> = { 'zh-CN': zhCN, en }

export const dictionaryOf = (locale: Locale): Dictionary => dictionaries[locale]
