import { organisationContract } from '@xianghui/server/contract/organisation'
import { call } from '../shared/api.ts'
import type { Pickers } from '../shared/pickers.ts'

export const modulePickers: Pickers = {
  person: async (words, signal) => {
    const query = { q: words, state: 'active' as const, size: 50 }
    const { items } = await call(organisationContract.listPeople, { query, signal })
    return items.map((one) => ({
      value: one.id,
      label: one.name,
      note: [one.badgeNo, one.posts].filter(Boolean).join(' '),
    }))
  },
  zone: async (words, signal) => {
    const zones = await call(organisationContract.listZones, { signal })
    return zones.filter((one) => one.name.includes(words)).map((one) => ({ value: one.id, label: one.name }))
  },
}
