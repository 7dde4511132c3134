import type { Mount } from '../../platform/http.ts'
import { listEquipment, listNeeds } from './equipment.queries.ts'
import { zoneContract as contract } from './zone.contract.ts'
import { listZones } from './zone.queries.ts'
import { addEquipment, editEquipment, editZone } from './zone.service.ts'

const ok = { ok: true as const }

export function mountZones(mount: Mount): void {
  mount(contract.listZones, { may: 'centre.read' }, async ({ inCentre }) => inCentre((tx) => listZones(tx)))
  mount(contract.editZone, { may: 'zone.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => editZone(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.listEquipment, { may: 'centre.read' }, async ({ query, inCentre }) => {
    const { page = 1, size = 20, sort: _sort, ...filter } = query
    const { items, total } = await inCentre((tx) => listEquipment(tx, filter, { page, size }))
    return { items, total, page, size }
  })
  mount(contract.listNeeds, { may: 'centre.read' }, async ({ inCentre }) => inCentre((tx) => listNeeds(tx)))
  mount(contract.addEquipment, { may: 'zone.write' }, async ({ body, actor, inCentre }) =>
    inCentre((tx) => addEquipment(tx, actor, body)),
  )
  mount(contract.editEquipment, { may: 'zone.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => editEquipment(tx, actor, { ...body, id: params.id }))
    return ok
  })
}
