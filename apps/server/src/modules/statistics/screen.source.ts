import { businessDate } from '@xianghui/kit/calendar'
import type { Tx } from '../../platform/db.ts'
import type { ChangeFeed } from '../../platform/public-change.ts'
import { readScreen, type ScreenData } from './screen.service.ts'

/** The screen's data, read once per generation and day, however many screens ask. */
export function createScreenSource(feed: ChangeFeed, now: () => Date) {
  const held = new Map<string, { generation: number; day: string; data: ScreenData }>()
  return async (centreId: string, inCentre: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<ScreenData> => {
    const generation = feed.generation(centreId)
    const day = businessDate(now())
    const known = held.get(centreId)
    if (known && known.generation === generation && known.day === day) return known.data
    const data = await inCentre(readScreen)
    if (generation !== undefined && feed.generation(centreId) === generation)
      held.set(centreId, { generation, day, data })
    return data
  }
}
