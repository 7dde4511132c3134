export {
  insertPlanOrg,
  insertPlanZones,
  type PlanNeedRow,
  type PlanOrgRow,
  type PlanRemoval,
  type PlanZoneRow,
  removePlanOrg,
  removePlanZones,
} from './plan-rows.ts'
