import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { listPublicAddresses, listPublicArticles } from '../../modules/content/index.ts'
import { listPublicZones } from '../../modules/organisation/index.ts'
import { faviconSvg } from '../art/logo.ts'
import { centreName } from '../page-context.ts'
import type { Pages } from '../pages.ts'
import { serviceCards } from '../services.ts'
import type { SiteCss } from '../site-css.ts'
import { mainPages } from '../text-pages.ts'
import { type RssItem, rssFeed } from './rss.ts'
import { shareCard } from './share-card.ts'

/** Style sheet, feeds and files for machines. */
export function mountSeo(http: FastifyInstance, pages: Pages, css: SiteCss): void {
  http.get(`/assets/${css.name}`, (request, reply) => {
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', `"${css.name}"`)
    reply.header('vary', 'accept-encoding').type('text/css; charset=utf-8')
    if (request.headers['if-none-match'] === `"${css.name}"`) return reply.code(304).send()
    const accepted = request.headers['accept-encoding'] ?? ''
    if (accepted.includes('br')) return reply.header('content-encoding', 'br').send(css.br())
    if (accepted.includes('gzip')) return reply.header('content-encoding', 'gzip').send(css.gzip())
    return reply.send(css.text)
  })
  pages.file('/favicon.svg', 'image/svg+xml', async () => faviconSvg)
  pages.file('/favicon.ico', 'image/png', async () => iconPng(32))
  pages.file('/icon-192.png', 'image/png', async () => iconPng(192))
  pages.file('/icon-512.png', 'image/png', async () => iconPng(512))
  pages.file('/share-card.png', 'image/png', async ({ ctx }) => shareCard(centreName(ctx)))
  pages.file('/manifest.webmanifest', 'application/manifest+json', async ({ ctx }) =>
    JSON.stringify(appManifest(centreName(ctx))),
  )
  pages.file('/robots.txt', 'text/plain; charset=utf-8', async ({ ctx }) =>
    [
      'User-agent: *',
      'Disallow: /api/',
      'Disallow: /console/',
      'Disallow: /prefs',
      'Disallow: /apply/receipt',
      'Disallow: /search',
      '',
      `Sitemap: ${ctx.origin}/sitemap.xml`,
      '',
    ].join('\n'),
  )
  pages.file('/sitemap.xml', 'application/xml; charset=utf-8', async ({ ctx, inCentre }) => {
    const paths = await inCentre(async (tx) => {
      const articles = await listPublicAddresses(tx)
      const services = await serviceCards(tx, ctx)
      const zones = await listPublicZones(tx)
      return [
        ...['/', '/about', '/privacy', '/accessibility', '/sitemap'].map((path) => ({ path, at: undefined })),
        ...mainPages.map((key) => ({ path: `/${key}`, at: undefined })),
        ...services.map((one) => ({ path: `/services/${one.key}`, at: undefined })),
        ...zones.map((one) => ({ path: `/zones/${one.key}`, at: undefined })),
        ...articles.map((one) => ({ path: `/news/${one.id}`, at: one.changedAt })),
      ]
    })
    return siteMapXml(ctx.origin, paths)
  })
  pages.file('/rss.xml', 'application/rss+xml; charset=utf-8', async ({ ctx, inCentre }) => {
    const { items } = await inCentre((tx) => listPublicArticles(tx, { page: 1, size: 30 }))
    const entries: RssItem[] = items.map((one) => ({
      title: one.title,
      link: `${ctx.origin}/news/${one.id}`,
      text: one.summary,
      at: one.publishedAt,
    }))
    return rssFeed({ title: centreName(ctx), origin: ctx.origin, description: ctx.t.news.lead, items: entries })
  })
}

function siteMapXml(origin: string, paths: readonly { path: string; at: Date | undefined }[]): string {
  const urls = paths.map(
    ({ path, at }) => `<url><loc>${origin}${path}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

function appManifest(name: string): object {
  return {
    name,
    short_name: name.slice(0, 12),
    start_url: '/',
    display: 'browser',
    background_color: '#FBFAF6',
    theme_color: '#17614A',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    ],
  }
}

function iconPng(size: number): Promise<Buffer> {
  return sharp(Buffer.from(faviconSvg), { density: 600 }).resize(size, size).png().toBuffer()
}
