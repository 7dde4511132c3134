import type { Module } from '../../platform/module.ts'
import { mountHolidays } from './holiday.routes.ts'
import { centreMessages } from './messages.ts'
import { mountProfile } from './profile.routes.ts'
import { mountRegions } from './region.routes.ts'
import { regionSheet } from './region.sheet.ts'
import { mountRules } from './rule.routes.ts'

export { readHolidays } from './holiday.queries.ts'
export { type HolidayState, holidayStateOf } from './holiday.rules.ts'
export { workingDay } from './holiday.service.ts'
export { findSetting, type ProfileFields, putSetting } from './profile.queries.ts'
export {
  emptyProfile,
  getPublicCentre,
  insertPlanProfile,
  openCentre,
  type PublicCentre,
  removePlanProfile,
} from './profile.service.ts'
export { fillReferenceData } from './reference-data.ts'
export { findRegionOn, insertRegions, listRegionRows } from './region.queries.ts'
export { faultsOfRegion, levelOfCode, type Region } from './region.rules.ts'
export { regionHistory } from './region.service.ts'
export { insertPlanRules, type PlanRule, removePlanRules } from './rule.plan.ts'
export { beforeAllDays } from './rule.rules.ts'
export { type RuleInForce, ruleInForce } from './rule-in-force.ts'

/** The centre itself: profile, settings, rule sets, regions and holidays. */
export const centreModule: Module = {
  name: 'centre',
  messages: centreMessages,
  sheets: [regionSheet],
  mount: (mount) => {
    mountProfile(mount)
    mountRules(mount)
    mountRegions(mount)
    mountHolidays(mount)
  },
}
