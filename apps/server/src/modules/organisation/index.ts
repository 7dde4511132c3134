import { may } from '../../platform/actor.ts'
import type { Attachable } from '../../platform/files/attachable.ts'
import type { Module } from '../../platform/module.ts'
import { mountAccounts } from './account.routes.ts'
import { findEquipment } from './equipment.queries.ts'
import { equipmentSheet } from './equipment.sheet.ts'
import { organisationMessages } from './messages.ts'
import { mountOrg } from './org.routes.ts'
import { peopleSheet } from './people.sheet.ts'
import { mountPeople } from './person.routes.ts'
import { findZone } from './zone.queries.ts'
import { mountZones } from './zone.routes.ts'

export { leaderOf, listOrgTree, type OrgTree } from './org.service.ts'
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
export {
  getPublicZone,
  listPublicOrganisation,
  listPublicZones,
  type PublicOrganisation,
  type PublicZone,
  type PublicZoneDetail,
} from './public.queries.ts'

const zoneFiles: Attachable = {
  kind: 'zone',
  zh: '功能区',
  en: 'Zone',
  find: async (tx, id) => {
    const zone = await findZone(tx, { id })
    return zone && { title: zone.name, link: `/zones/${id}` }
  },
  read: async (_tx, actor) => may(actor, 'centre.read'),
  write: async (_tx, actor) => may(actor, 'zone.write'),
}

const equipmentFiles: Attachable = {
  kind: 'equipment',
  zh: '设备',
  en: 'Equipment',
  find: async (tx, id) => {
    const one = await findEquipment(tx, id)
    return one && { title: `${one.assetTag} ${one.name}`, link: `/equipment?q=${encodeURIComponent(one.assetTag)}` }
  },
  read: async (_tx, actor) => may(actor, 'centre.read'),
  write: async (_tx, actor) => may(actor, 'zone.write'),
}

/** People and accounts, the organisation tree, zones and equipment (plan 二, 四, 六). */
export const organisationModule: Module = {
  name: 'organisation',
  messages: organisationMessages,
  attachables: [zoneFiles, equipmentFiles],
  sheets: [peopleSheet, equipmentSheet],
  mount: (mount) => {
    mountPeople(mount)
    mountAccounts(mount)
    mountOrg(mount)
    mountZones(mount)
  },
}
