import { listPublicServices } from '../modules/hall/index.ts'
import { listPublicOrganisation, listPublicZones, type PublicOrganisation } from '../modules/organisation/index.ts'
import { listPublicGoals } from '../modules/plan/index.ts'
import { aboutPage, type OrganisationNode } from './about.view.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'

export function mountAbout(pages: Pages): void {
  pages.page('/about', async ({ ctx, inCentre }) => {
    const read = await inCentre(async (tx) => ({
      lines: (await listPublicServices(tx)).lines,
      zones: await listPublicZones(tx),
      goals: await listPublicGoals(tx),
      organisation: await listPublicOrganisation(tx),
    }))
    return aboutPage(ctx, {
      lines: read.lines.map((one) => ({
        key: one.key,
        name: inLocale(ctx, one.name, one.nameEn),
        summary: inLocale(ctx, one.summary, one.summaryEn),
      })),
      zones: read.zones.length,
      goals: read.goals.map((one) => ({
        title: inLocale(ctx, one.title, one.titleEn),
        summary: inLocale(ctx, one.summary, one.summaryEn),
      })),
      organisation: treeOf(ctx, read.organisation),
    })
  })
}

/** Units under units, posts under their unit or superior. */
function treeOf(ctx: PageContext, { units, posts }: PublicOrganisation): OrganisationNode[] {
  const words = (one: { name: string; nameEn: string; duties: readonly { text: string; textEn: string }[] }) => ({
    name: inLocale(ctx, one.name, one.nameEn),
    duty: one.duties.map((duty) => inLocale(ctx, duty.text, duty.textEn)).join(ctx.locale === 'en' ? ' ' : ''),
  })
  const postsUnder = (unitId: string, superiorId: string | null): OrganisationNode[] =>
    posts
      .filter((one) => one.unitId === unitId && one.superiorId === superiorId)
      .map((one) => ({ key: one.id, ...words(one), children: postsUnder(unitId, one.id) }))
  const unitsUnder = (parentId: string | null): OrganisationNode[] =>
    units
      .filter((one) => one.parentId === parentId)
      .map((one) => ({ key: one.id, ...words(one), children: [...postsUnder(one.id, null), ...unitsUnder(one.id)] }))
  return unitsUnder(null)
}
