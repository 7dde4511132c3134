import type { Mount } from '../../platform/http.ts'
import { Refusal } from '../../platform/refusal.ts'
import { catalogueContract as contract } from './catalogue.contract.ts'
import {
  listAudiences,
  listLines,
  listServices,
  listZoneNames,
  type Service,
  type ServiceFields,
} from './catalogue.queries.ts'
import {
  addService,
  findPublicService,
  getService,
  listPublicServices,
  removeService,
  saveService,
} from './catalogue.service.ts'

export function mountCatalogue(mount: Mount): void {
  mount(contract.listPublic, { may: 'public' }, async ({ query, inCentre }) =>
    inCentre((tx) => listPublicServices(tx, query)),
  )
  mount(contract.getPublic, { may: 'public' }, async ({ params, inCentre }) => {
    const service = await inCentre((tx) => findPublicService(tx, params.key))
    if (!service) throw new Refusal('hall.service_unknown')
    return service
  })
  mount(contract.listServices, { may: 'hall.read' }, async ({ query, inCentre }) => {
    const all = await inCentre((tx) => listServices(tx, query))
    const { page = 1, size = 50 } = query
    return { items: all.slice((page - 1) * size, page * size).map(shown), total: all.length, page, size }
  })
  mount(contract.choices, { may: 'hall.read' }, async ({ inCentre }) =>
    inCentre(async (tx) => ({
      lines: await listLines(tx),
      audiences: await listAudiences(tx),
      zones: await listZoneNames(tx),
    })),
  )
  mount(contract.getService, { may: 'hall.read' }, async ({ params, inCentre }) =>
    shown(await inCentre((tx) => getService(tx, params.id))),
  )
  mount(contract.addService, { may: 'hall.write' }, async ({ body, actor, inCentre }) =>
    shown(await inCentre((tx) => addService(tx, actor, body as ServiceFields))),
  )
  mount(contract.saveService, { may: 'hall.write' }, async ({ params, body, actor, inCentre }) => {
    const { version, ...fields } = body
    return shown(await inCentre((tx) => saveService(tx, actor, params.id, version, fields as ServiceFields)))
  })
  mount(contract.removeService, { may: 'hall.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => removeService(tx, actor, params.id, body.version))
    return { ok: true as const }
  })
}

const shown = (service: Service) => ({ ...service, updatedAt: service.updatedAt.toISOString() })
