import type { Mount } from '../../platform/http.ts'
import type { ActivityStatus } from './activity.rules.ts'
import { listOrderedActivities, reportActivity } from './activity.service.ts'
import { planContract as contract } from './contract.ts'
import { goalBoard, recordGoalValue, setGoalOwner, targetHistory } from './goal.service.ts'
import { listSeasons, saveSeason } from './season.service.ts'

const ok = { ok: true as const }

/** What people do with the plan: report on activities, enter values of goals, correct seasons. */
export function mountPlanWork(mount: Mount): void {
  mount(contract.listActivities, { may: 'centre.read' }, async ({ inCentre }) => inCentre(listOrderedActivities))
  mount(contract.reportActivity, { may: 'centre.write' }, async ({ params, body, actor, inCentre }) => {
    const report = { ...body, id: params.id, status: body.status as ActivityStatus }
    return inCentre((tx) => reportActivity(tx, actor, report))
  })
  mount(contract.goalBoard, { may: 'centre.read' }, async ({ inCentre }) => inCentre(goalBoard))
  mount(contract.targetHistory, { may: 'centre.read' }, async ({ params, inCentre }) => {
    const { target, values } = await inCentre((tx) => targetHistory(tx, params.id))
    return { target, values: values.map((one) => ({ ...one, enteredAt: one.enteredAt.toISOString() })) }
  })
  mount(contract.recordGoalValue, { may: 'centre.write' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => ({ id: await recordGoalValue(tx, actor, { id: params.id, ...body }) })),
  )
  mount(contract.setGoalOwner, { may: 'centre.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => setGoalOwner(tx, actor, { id: params.id, ...body }))
    return ok
  })
  mount(contract.listSeasons, { may: 'centre.read' }, async ({ inCentre }) => inCentre(listSeasons))
  mount(contract.saveSeason, { may: 'centre.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => saveSeason(tx, actor, { key: params.key, ...body }))
    return ok
  })
}
