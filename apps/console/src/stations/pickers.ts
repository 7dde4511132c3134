import { stationsContract } from '@xianghui/server/contract/stations'
import { call } from '../shared/api.ts'
import type { Pickers } from '../shared/pickers.ts'

export const modulePickers: Pickers = {
  station: async (words, signal) => {
    const { items } = await call(stationsContract.listStations, { query: { q: words, size: 50 }, signal })
    return items.map((one) => ({ value: one.id, label: one.name, note: one.code }))
  },
}
