import type { ReplyOf } from '@xianghui/kit/contract'
import type { centreContract } from '@xianghui/server/contract/centre'
import { useText } from '../shared/locale.ts'
import { locale } from './locale.ts'

export type Region = ReplyOf<typeof centreContract.listRegions>['items'][number]

/** The words for how long a code holds. */
export function useValidity(): (region: Pick<Region, 'validFrom' | 'validTo'>) => string {
  const t = useText(locale)
  return ({ validFrom, validTo }) =>
    [validFrom ? t.since(validFrom) : t.sinceUnknown, validTo && t.until(validTo)].filter(Boolean).join('，')
}
