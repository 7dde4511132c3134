import { listPublicZones } from '../modules/organisation/index.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'
import { serviceCards } from './services.ts'
import { type SiteMapGroup, siteMapPage, textPage } from './text-pages.view.ts'

export function mountTextPages(pages: Pages): void {
  pages.page('/privacy', async ({ ctx }) => textPage(ctx, 'privacy'))
  pages.page('/accessibility', async ({ ctx }) => textPage(ctx, 'accessibility'))
  pages.page('/sitemap', async ({ ctx, inCentre }) => {
    const { services, zones } = await inCentre(async (tx) => ({
      services: await serviceCards(tx, ctx),
      zones: await listPublicZones(tx),
    }))
    return siteMapPage(ctx, [
      { title: ctx.t.siteMap.pages, links: mainLinks(ctx) },
      {
        title: ctx.t.siteMap.services,
        links: services.map((one) => ({ href: `/services/${one.key}`, text: one.name })),
      },
      {
        title: ctx.t.siteMap.zones,
        links: zones.map((one) => ({ href: `/zones/${one.key}`, text: inLocale(ctx, one.name, one.nameEn) })),
      },
      helpGroup(ctx),
    ])
  })
}

export const mainPages = [
  'news',
  'services',
  'zones',
  'activities',
  'products',
  'training',
  'statistics',
  'stations',
  'contact',
] as const

function mainLinks(ctx: PageContext) {
  return [{ href: '/', text: ctx.t.nav.home }, ...mainPages.map((key) => ({ href: `/${key}`, text: ctx.t.nav[key] }))]
}

function helpGroup({ t }: PageContext): SiteMapGroup {
  return {
    title: t.siteMap.help,
    links: [
      { href: '/about', text: t.about.title },
      { href: '/apply/status', text: t.footer.status },
      { href: '/search', text: t.search.title },
      { href: '/corrections', text: t.footer.corrections },
      { href: '/privacy', text: t.footer.privacy },
      { href: '/accessibility', text: t.footer.accessibility },
      { href: '/rss.xml', text: t.footer.rss },
    ],
  }
}
