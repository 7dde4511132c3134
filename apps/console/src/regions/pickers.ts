import { centreContract } from '@xianghui/server/contract/centre'
import { call } from '../shared/api.ts'
import type { Pickers } from '../shared/pickers.ts'

const most = 50

/** Divisions valid today, by name or code; without words the upper levels, so that one can start to choose. */
export const modulePickers: Pickers = {
  region: async (words, signal) => {
    const { items } = await call(centreContract.listRegions, { query: words ? { q: words } : {}, signal })
    return items.slice(0, most).map((region) => ({ value: region.code, label: region.name, note: region.code }))
  },
}
