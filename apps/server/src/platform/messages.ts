import { platformMessages } from './platform-messages.ts'

export type Locale = 'zh-CN' | 'en'
export const locales: readonly Locale[] = ['zh-CN', 'en']

/** One expected "no": its HTTP status and its sentence, which names the mend. `{name}` takes a detail value. */
export interface Message {
  status: number
  zh: string
  en: string
}
export type MessageTable = Readonly<Record<string, Message>>

/** Joins the message tables of all modules; two owners of one code do not start. */
export function joinMessages(...tables: readonly MessageTable[]): MessageTable {
  const all: Record<string, Message> = { ...platformMessages }
  for (const table of tables)
    for (const [code, message] of Object.entries(table)) {
      if (all[code]) throw new Error(`message code declared twice: ${code}`)
      all[code] = message
    }
  return all
}

/** The sentence of a code in a language; an unknown code is a fault of ours and reads so. */
export function sentence(
  table: MessageTable,
  code: string,
  locale: Locale,
  detail: Readonly<Record<string, unknown>> = {},
): string {
  const message = table[code]
  if (!message) return locale === 'en' ? `Unknown refusal ${code}` : `未登记的提示：${code}`
  const text = locale === 'en' ? message.en : message.zh
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => String(detail[name] ?? ''))
}
