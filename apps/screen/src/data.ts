import type { ReplyOf } from '@xianghui/kit/contract'
import { statisticsContract } from '@xianghui/server/contract/statistics'
import type { Text } from './text.ts'

export type ScreenData = ReplyOf<typeof statisticsContract.screen>

/** What a board may use: the data, the words, and the name in the reader's language. */
export interface View {
  data: ScreenData
  t: Text
  nameOf(one: { name: string; nameEn: string }): string
}

export function viewOf(data: ScreenData, t: Text): View {
  return { data, t, nameOf: ({ name, nameEn }) => (t.lang === 'en' ? nameEn || name : name) }
}

export async function readData(): Promise<ScreenData> {
  const reply = await fetch(statisticsContract.screen.path, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  })
  if (!reply.ok) throw new Error(`screen data: ${reply.status}`)
  return (await reply.json()) as ScreenData
}

/** 21:55 on the wall clock of China, whatever the machine's zone. */
export function clockOf(instant: Date): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    instant,
  )
}

/** Date and time for what has grown old. */
export function momentOf(iso: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(iso))
  const of = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${of('year')}年${of('month')}月${of('day')}日 ${of('hour')}:${of('minute')}`
}
