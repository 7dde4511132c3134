import {
  getPublicArticle,
  listPublicColumns,
  neighboursOf,
  type PublicArticle,
  type PublicArticleLine,
  publicListStatement,
} from '../modules/content/index.ts'
import { listPublicServices } from '../modules/hall/index.ts'
import { listPublicZones } from '../modules/organisation/index.ts'
import type { Tx } from '../platform/db.ts'
import { createPublicMemo } from '../platform/page-cache.ts'
import type { ChangeFeed } from '../platform/public-change.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ArticleView, articlePage } from './article.view.ts'
import { type Ask, pageNumber } from './ask.ts'
import { newsPage } from './news.view.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'
import type { ListEntry } from './parts.view.ts'

const size = 24

type Columns = Awaited<ReturnType<typeof listPublicColumns>>

export function mountNews(pages: Pages, feed: ChangeFeed): void {
  const columns = createPublicMemo<Columns>(feed)
  pages.page('/news', (ask) => list(ask, () => columns(ask.centreId, () => ask.inCentre(listPublicColumns))))
  pages.page('/news/:id', async ({ ctx, params, inCentre }) => {
    const id = params.id ?? ''
    if (!/^[1-9]\d{0,18}$/.test(id)) throw new Refusal('request.not_found')
    return articlePage(ctx, await inCentre((tx) => readArticle(tx, ctx, id)))
  })
}

/** The site's busiest list: one pipelined statement, columns and their counts from memory while nothing changes (P4). */
async function list({ ctx, query, db, centreId }: Ask, readColumns: () => Promise<Columns>): Promise<string> {
  const columns = await readColumns()
  const column = columns.find((one) => one.key === query.column)
  const page = pageNumber(query)
  const asked = { page, size, ...(column ? { column: column.key } : {}) }
  const items = await db.readOnce<PublicArticleLine>(centreId, publicListStatement(centreId, asked))
  const total = column ? column.count : columns.reduce((sum, one) => sum + one.count, 0)
  return newsPage(ctx, {
    columns: columns
      .filter((one) => one.count > 0)
      .map((one) => ({ key: one.key, name: inLocale(ctx, one.name, one.nameEn), count: one.count })),
    column: column?.key,
    items: items.map((one) => articleEntry(ctx, one)),
    page,
    pages: Math.ceil(total / size),
  })
}

export function articleEntry(ctx: PageContext, one: PublicArticleLine): ListEntry {
  return { href: `/news/${one.id}`, title: inLocale(ctx, one.title, one.titleEn), at: one.publishedAt }
}

async function readArticle(tx: Tx, ctx: PageContext, id: string): Promise<ArticleView> {
  const article = await getPublicArticle(tx, id)
  if (!article) throw new Refusal('request.not_found')
  const { previous, next } = await neighboursOf(tx, article)
  const column = (await listPublicColumns(tx)).find((one) => one.key === article.columnKey)
  const named = (one: { id: string; title: string; titleEn: string | null } | null) =>
    one && { id: one.id, title: inLocale(ctx, one.title, one.titleEn) }
  return {
    id: article.id,
    title: inLocale(ctx, article.title, article.titleEn),
    summary: inLocale(ctx, article.summary, article.summaryEn),
    source: inLocale(ctx, article.sourceName, article.sourceNameEn),
    author: article.author,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    column: { key: article.columnKey, name: column ? inLocale(ctx, column.name, column.nameEn) : ctx.t.nav.news },
    bodyHtml: (ctx.locale === 'en' && article.bodyHtmlEn) || article.bodyHtml,
    onlyChinese: ctx.locale === 'en' && !article.bodyHtmlEn,
    fromPlan: article.fromPlan,
    cover: article.coverFileId ? { src: `/files/${article.coverFileId}`, alt: article.coverAlt ?? '' } : null,
    attachments: article.attachments.map((one) => ({ href: `/files/${one.fileId}`, name: one.name })),
    related: await relatedOf(tx, ctx, article),
    previous: named(previous),
    next: named(next),
  }
}

async function relatedOf(tx: Tx, ctx: PageContext, article: PublicArticle): Promise<{ href: string; text: string }[]> {
  const services = article.relatedServices.length > 0 ? (await listPublicServices(tx)).services : []
  const zones = article.relatedZones.length > 0 ? await listPublicZones(tx) : []
  return [
    ...services
      .filter((one) => article.relatedServices.includes(one.key))
      .map((one) => ({ href: `/services/${one.key}`, text: inLocale(ctx, one.name, one.nameEn) })),
    ...zones
      .filter((one) => article.relatedZones.includes(one.key))
      .map((one) => ({ href: `/zones/${one.key}`, text: inLocale(ctx, one.name, one.nameEn) })),
  ]
}
