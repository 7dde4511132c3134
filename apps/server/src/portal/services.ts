import { findPublicService, listPublicServices, type PublicService } from '../modules/hall/index.ts'
import { listPublicZones } from '../modules/organisation/index.ts'
import type { Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ask } from './ask.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'
import { type ServiceView, servicePage } from './service.view.ts'
import { type Choice, type ServiceCard, servicesPage } from './services.view.ts'

interface Named {
  key: string
  name: string
  nameEn: string
}

export function mountServices(pages: Pages): void {
  pages.page('/services', catalogue)
  pages.page('/services/:key', async ({ ctx, params, inCentre }) =>
    servicePage(ctx, await inCentre((tx) => serviceView(tx, ctx, params.key ?? ''))),
  )
}

async function catalogue({ ctx, query, inCentre }: Ask): Promise<string> {
  const { all, zones } = await inCentre(async (tx) => ({
    all: await listPublicServices(tx),
    zones: await listPublicZones(tx),
  }))
  const chosen = {
    ...chosenOf('line', query.line, all.lines),
    ...chosenOf('zone', query.zone, zones),
    ...chosenOf('audience', query.audience, all.audiences),
  }
  const shown = all.services.filter(
    (one) =>
      (!chosen.line || one.lineKey === chosen.line) &&
      (!chosen.zone || one.zoneKey === chosen.zone) &&
      (!chosen.audience || one.audience.includes(chosen.audience)),
  )
  const usedAudiences = new Set(all.services.flatMap((one) => one.audience))
  const usedZones = new Set(all.services.map((one) => one.zoneKey))
  return servicesPage(ctx, {
    items: shown.map((one) => cardOf(ctx, one, all.lines)),
    lines: all.lines.map((one) => choiceOf(ctx, one)),
    zones: zones.filter((one) => usedZones.has(one.key)).map((one) => choiceOf(ctx, one)),
    audiences: all.audiences.filter((one) => usedAudiences.has(one.key)).map((one) => choiceOf(ctx, one)),
    chosen,
  })
}

function chosenOf<K extends string>(name: K, asked: string | undefined, options: readonly Named[]) {
  const found = options.find((one) => one.key === asked)
  return (found ? { [name]: found.key } : {}) as Partial<Record<K, string>>
}

const choiceOf = (ctx: PageContext, one: Named): Choice => ({
  key: one.key,
  name: inLocale(ctx, one.name, one.nameEn),
})

function cardOf(ctx: PageContext, one: PublicService, lines: readonly Named[]): ServiceCard {
  const line = lines.find((each) => each.key === one.lineKey)
  return {
    key: one.key,
    name: inLocale(ctx, one.name, one.nameEn),
    summary: inLocale(ctx, one.summary, one.summaryEn),
    lineName: line ? inLocale(ctx, line.name, line.nameEn) : '',
  }
}

/** Every open service as cards; of one line where named. */
export async function serviceCards(tx: Tx, ctx: PageContext, line?: string): Promise<ServiceCard[]> {
  const { services, lines } = await listPublicServices(tx, line ? { line } : {})
  return services.map((one) => cardOf(ctx, one, lines))
}

/** The key again where that service can be applied for online today, else null. */
export async function findOnlineService(tx: Tx, key: string): Promise<string | null> {
  return (await findPublicService(tx, key)) ? key : null
}

/** @throws Refusal request.not_found */
export async function openService(tx: Tx, key: string): Promise<PublicService> {
  const service = await findPublicService(tx, key)
  if (!service) throw new Refusal('request.not_found')
  return service
}

async function serviceView(tx: Tx, ctx: PageContext, key: string): Promise<ServiceView> {
  const service = await openService(tx, key)
  const { lines, audiences } = await listPublicServices(tx, { line: service.lineKey })
  const line = lines.find((one) => one.key === service.lineKey)
  const zone = (await listPublicZones(tx)).find((one) => one.key === service.zoneKey)
  const { guide } = service
  const english = ctx.locale === 'en'
  return {
    key: service.key,
    name: inLocale(ctx, service.name, service.nameEn),
    summary: inLocale(ctx, service.summary, service.summaryEn),
    line: { key: service.lineKey, name: line ? inLocale(ctx, line.name, line.nameEn) : '' },
    zone: zone ? choiceOf(ctx, zone) : null,
    audiences: audiences
      .filter((one) => service.audience.includes(one.key))
      .map((one) => inLocale(ctx, one.name, one.nameEn)),
    who: inLocale(ctx, guide.who, guide.whoEn),
    materials: english && guide.materialsEn.length > 0 ? guide.materialsEn : guide.materials,
    steps: english && guide.stepsEn.length > 0 ? guide.stepsEn : guide.steps,
    where: inLocale(ctx, guide.where, guide.whereEn),
    timeLimit: service.timeLimitDays === null ? null : ctx.t.services.days(service.timeLimitDays),
    fee: feeOf(ctx, service),
  }
}

function feeOf(ctx: PageContext, service: PublicService): string | null {
  const note = inLocale(ctx, service.feeNote, service.feeNoteEn)
  if (service.feeFen === null) return note || null
  return [ctx.t.services.feeOf(service.feeFen), note].filter(Boolean).join(ctx.t.list.comma)
}
