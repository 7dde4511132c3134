import type { Config } from '../platform/config.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { MessageTable } from '../platform/messages.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { ChangeFeed } from '../platform/public-change.ts'
import type { PageContext } from './page-context.ts'

/** What the site needs from the composition root. */
export interface PortalDeps {
  config: Config
  db: Db
  now: () => Date
  feed: ChangeFeed
  messages: MessageTable
  metrics?: Metrics | undefined
}

/** One request for a page: its context, its address and the door to the centre's data. */
export interface Ask {
  ctx: PageContext
  centreId: string
  db: Db
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  inCentre<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Query parameters as plain text: the first of a repeated one, never longer than a line. */
export function plainQuery(query: unknown): Record<string, string> {
  if (typeof query !== 'object' || query === null) return {}
  const entries = Object.entries(query).map(([name, value]): [string, string] => {
    const first: unknown = Array.isArray(value) ? value[0] : value
    return [name, (typeof first === 'string' ? first : '').trim().slice(0, 300)]
  })
  return Object.fromEntries(entries)
}

/** Page number of a list, 1 where it is missing or no number. */
export function pageNumber(query: Readonly<Record<string, string>>): number {
  const page = Number(query.page ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
