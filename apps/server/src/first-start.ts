import { prepareCentre } from './modules/setup/index.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import type { Logger } from './platform/log.ts'
import { ensureFirstTenant } from './platform/tenant.ts'

export interface FirstStartDeps {
  config: Config
  db: Db
  log: Logger
  now: () => Date
}

/** What a new database needs before it answers: the first centre and, unless PLAN=empty, its operating plan. Idempotent. */
export async function firstStart(deps: FirstStartDeps): Promise<{ setupLink: string | null }> {
  const { centreId } = await ensureFirstTenant(deps.db, deps.now())
  return deps.db.inCentre(centreId, (tx) => prepareCentre(tx, deps.config.plan))
}
