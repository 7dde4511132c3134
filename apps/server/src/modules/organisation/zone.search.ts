import type { Tx } from '../../platform/db.ts'
import { putSearchDoc } from '../../platform/search-index.ts'

/** Zones are found by visitors, by name and purpose. */
export async function putZoneDoc(tx: Tx, zone: { key: string; name: string; purpose: string }): Promise<void> {
  await putSearchDoc(tx, {
    kind: 'zone',
    ref: zone.key,
    title: zone.name,
    summary: zone.purpose,
    url: `/zones/${zone.key}`,
    audience: 'public',
  })
}
