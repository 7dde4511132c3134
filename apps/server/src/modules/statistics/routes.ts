import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { statisticsContract as contract } from './contract.ts'
import { statisticsCsv } from './csv.ts'
import { findMap, removeMap, saveMap } from './map.service.ts'
import { createScreenSource } from './screen.source.ts'
import { createScreenStreams } from './screen.stream.ts'
import { listPublicStatistics } from './statistics.service.ts'

export function mountStatistics(mount: Mount, deps: ModuleDeps): void {
  const { feed, stopping, now } = deps
  const screenOf = createScreenSource(feed, now)
  const streams = createScreenStreams(feed, stopping, now)
  mount(contract.statistics, { may: 'public' }, async ({ inCentre }) => {
    const { asOf, figures } = await inCentre(listPublicStatistics)
    return { asOf: asOf.toISOString(), figures }
  })
  mount(contract.statisticsCsv, { may: 'public' }, async ({ inCentre, reply }) => {
    const body = statisticsCsv(await inCentre(listPublicStatistics))
    reply.header('content-disposition', 'attachment; filename="statistics.csv"')
    return reply.type('text/csv; charset=utf-8').send(body)
  })
  mount(contract.screen, { may: 'public' }, async ({ centreId, inCentre, now: at, reply }) => {
    const data = await screenOf(centreId, inCentre)
    reply.header('cache-control', 'no-cache')
    return { ...data, checkedAt: at.toISOString() }
  })
  mount(contract.screenEvents, { may: 'public' }, async ({ centreId, request, reply, now: at }) => {
    if (!String(request.headers.accept ?? '').includes('text/event-stream'))
      return { at: at.toISOString(), live: feed.generation(centreId) !== undefined }
    streams.open(centreId, reply)
    return reply
  })
  mountMap(mount)
}

function mountMap(mount: Mount): void {
  mount(contract.getMap, { may: 'centre.read' }, async ({ inCentre }) => {
    const map = await inCentre(findMap)
    return { map: map && { licence: map.licence, areas: map.geoJson.features.length } }
  })
  mount(contract.saveMap, { may: 'centre.write', bodyLimit: 4 * 1024 * 1024 }, async ({ body, actor, inCentre }) => {
    await inCentre((tx) => saveMap(tx, actor, body))
    return { ok: true as const }
  })
  mount(contract.removeMap, { may: 'centre.write' }, async ({ actor, inCentre }) => {
    await inCentre((tx) => removeMap(tx, actor))
    return { ok: true as const }
  })
}
