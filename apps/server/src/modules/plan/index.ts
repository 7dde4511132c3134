import type { Module } from '../../platform/module.ts'
import { planMessages } from './messages.ts'
import { mountPlan } from './routes.ts'

export { loadPlan, loadPlanOnce, type PlanStatus, planStatus, type RemovedPlan, removePlan } from './load.service.ts'
export { type PlanName, readPlanRegions } from './plan-files.ts'
export { listPublicActivities, listPublicGoals, type PublicActivity, type PublicGoal } from './public.ts'
export { listSeasons, type Season } from './season.service.ts'

/** The operating plan: load, read, work with and remove it. */
export const planModule: Module = { name: 'plan', messages: planMessages, mount: mountPlan }
