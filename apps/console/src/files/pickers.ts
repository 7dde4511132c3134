import { filesContract } from '@xianghui/server/contract/files'
import { call } from '../shared/api.ts'
import type { Pickers } from '../shared/pickers.ts'

/** Images of the library, for fields that take one. */
export const modulePickers: Pickers = {
  file: async (words, signal) => {
    const found = await call(filesContract.list, { query: { q: words, kind: 'image', size: 20 }, signal })
    return found.items.map((file) => ({ value: file.id, label: file.name, ...(file.alt ? { note: file.alt } : {}) }))
  },
}
