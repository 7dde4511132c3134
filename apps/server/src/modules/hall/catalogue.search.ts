import type { Tx } from '../../platform/db.ts'
import { dropSearchDoc, putSearchDoc } from '../../platform/search-index.ts'
import type { Service } from './catalogue.queries.ts'

/** A service that is open to the public can be found; a closed one cannot. */
export async function putServiceDoc(tx: Tx, service: Service): Promise<void> {
  if (service.state === 'closed') return dropSearchDoc(tx, 'service', service.key)
  const { guide } = service
  await putSearchDoc(tx, {
    kind: 'service',
    ref: service.key,
    title: service.name,
    summary: service.summary,
    body: [service.nameEn, service.summaryEn, guide.who, ...guide.materials, ...guide.steps].join('\n'),
    url: `/services/${service.key}`,
    audience: 'public',
  })
}
