import type { Mount } from '../../platform/http.ts'
import { listBudget, listClauses, listContradictions, listTerms } from './book.queries.ts'
import { planContract as contract } from './contract.ts'
import type { LoadRow } from './load.queries.ts'
import { loadPlan, planStatus, removePlan } from './load.service.ts'
import { mountPlanWork } from './work.routes.ts'

export function mountPlan(mount: Mount): void {
  mount(contract.planStatus, { may: 'centre.read' }, async ({ inCentre }) => {
    const { active, last } = await inCentre(planStatus)
    return { active: active && shown(active), last: last && shown(last) }
  })
  mount(contract.loadPlan, { may: 'centre.write' }, async ({ actor, inCentre }) =>
    inCentre((tx) => loadPlan(tx, actor, 'lushui')),
  )
  mount(contract.removePlan, { may: 'centre.write' }, async ({ actor, inCentre }) =>
    inCentre((tx) => removePlan(tx, actor)),
  )
  mount(contract.planText, { may: 'centre.read' }, async ({ inCentre }) =>
    inCentre(async (tx) => ({ clauses: await listClauses(tx), contradictions: await listContradictions(tx) })),
  )
  mount(contract.listTerms, { may: 'centre.read' }, async ({ inCentre }) => inCentre(listTerms))
  mount(contract.budgetBook, { may: 'centre.read' }, async ({ inCentre }) => inCentre(listBudget))
  mountPlanWork(mount)
}

function shown({ id: _id, loadedAt, removedAt, counts, ...load }: LoadRow) {
  return {
    ...load,
    counts: [...counts],
    loadedAt: loadedAt.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
  }
}
