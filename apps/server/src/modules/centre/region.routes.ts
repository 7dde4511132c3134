import type { Mount } from '../../platform/http.ts'
import { regionContract as contract } from './region.contract.ts'
import { listRegionRows } from './region.queries.ts'
import type { Region } from './region.rules.ts'
import { addRegion, closeRegion, regionHistory } from './region.service.ts'
import { dayOf } from './rule.routes.ts'
import { beforeAllDays } from './rule.rules.ts'

const reads = { tokens: 120, seconds: 60 }
const ok = { ok: true as const }

/** Codes of divisions are published by the state: reading is public, forms of visitors need them. */
export function mountRegions(mount: Mount): void {
  mount(contract.listRegions, { may: 'public', rate: reads }, async ({ query, inCentre, now }) => {
    const day = dayOf(query.day, now)
    const filter = { parent: query.parent, q: query.q, day: query.all ? undefined : day }
    const rows = await inCentre((tx) => listRegionRows(tx, filter))
    return { day, items: rows.map(shown) }
  })
  mount(contract.regionHistory, { may: 'public', rate: reads }, async ({ params, inCentre }) => {
    const rows = await inCentre((tx) => regionHistory(tx, params.code))
    return rows.map(({ region, successors }) => ({ ...shown(region), successors: successors.map(shown) }))
  })
  mount(contract.addRegion, { may: 'region.write' }, async ({ body, actor, inCentre }) => {
    await inCentre((tx) => addRegion(tx, actor, { ...body, level: body.level as Region['level'] }))
    return ok
  })
  mount(contract.closeRegion, { may: 'region.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => closeRegion(tx, actor, { code: params.code, ...body }))
    return ok
  })
}

const shown = (region: Region) => ({
  ...region,
  validFrom: region.validFrom === beforeAllDays ? null : region.validFrom,
})
