import { verifyActs } from '../../platform/audit-chain.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { putHealth } from './health.queries.ts'

/** The nightly check of one centre's chain of acts; its result is kept for the health page. */
export async function checkChain(deps: Pick<ModuleDeps, 'db' | 'now'>, centreId: string): Promise<void> {
  const { acts, faults } = await verifyActs(deps.db, centreId, deps.now())
  const bad = faults.filter(({ problem }) => problem !== 'act_unsealed')
  const message =
    faults.length === 0
      ? `${acts} 条记录全部一致`
      : `${acts} 条记录中有 ${faults.length} 处异常，首处为第 ${faults[0]?.auditId} 号`
  await deps.db.inCentre(centreId, (tx) =>
    putHealth(tx, `chain:${centreId}`, {
      light: bad.length > 0 ? 'red' : faults.length > 0 ? 'amber' : 'green',
      message,
      detail: faults.slice(0, 20),
    }),
  )
}
