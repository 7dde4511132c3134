import { centreContract } from '@xianghui/server/contract/centre'
import { useLocale } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { useApi } from '../shared/use-api.ts'

/** The centre's own name; undefined until known, or where this person may not read it. */
export function useCentreName(): string | undefined {
  const locale = useLocale()
  const can = useCan()
  const centre = useApi(centreContract.getCentre, {}, { staleMs: 300_000, enabled: can('centre.read') })
  if (!centre.data) return undefined
  return locale === 'en' && centre.data.nameEn ? centre.data.nameEn : centre.data.name
}
