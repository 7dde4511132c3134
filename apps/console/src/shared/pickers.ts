import type { Option } from './status.ts'

/**
 * Where people, regions and stations come from: the owning module says so in its folder's `pickers.ts`
 * (`export const modulePickers: Pickers = { person: async (words, signal) => … }`), since a folder imports no other.
 */
export type Pickers = { [K in PickerName]?: (words: string, signal: AbortSignal) => Promise<Option[]> }
export type PickerName = 'person' | 'region' | 'station' | 'zone' | 'file'

const files = import.meta.glob<{ modulePickers: Pickers }>('../*/pickers.ts', { eager: true })

const sources: Pickers = Object.assign({}, ...Object.values(files).map(({ modulePickers }) => modulePickers))

/** Loads choices of a kind; nothing where no module offers them. */
export async function loadChoices(name: PickerName, words: string, signal: AbortSignal): Promise<Option[]> {
  return (await sources[name]?.(words, signal)) ?? []
}
