import { icon } from './art/icons.ts'
import { art, html } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { choices, empty, entryList, type ListEntry, pageHead, pager } from './parts.view.ts'

export interface NewsView {
  columns: readonly { key: string; name: string; count: number }[]
  column: string | undefined
  items: readonly ListEntry[]
  page: number
  pages: number
}

/** News and notices, newest first, by column. */
export function newsPage(ctx: PageContext, view: NewsView): string {
  const { t } = ctx
  const current = view.columns.find((one) => one.key === view.column)
  const title = current?.name ?? t.nav.news
  const href = (page: number) => newsHref(view.column, page)
  const body = html`${pageHead(title, t.news.lead)}
<div class="wrap">${choices(t.news.columns, [
    { text: t.list.all, href: '/news', current: !view.column },
    ...view.columns.map((one) => ({
      text: one.name,
      href: newsHref(one.key, 1),
      current: one.key === view.column,
      count: one.count,
    })),
  ])}
${
  view.items.length > 0
    ? html`<h2 class="visually-hidden">${t.news.list}</h2>${entryList(ctx, view.items)}${pager(ctx, view.page, view.pages, href)}`
    : empty('nothing-yet', t.news.emptyTitle, t.news.emptyText, { href: '/services', text: t.nav.services })
}
<p class="page-foot"><a href="/rss.xml">${art(icon('rss', 20))} ${t.news.rss}</a></p></div>`
  return layout(ctx, {
    title: view.page > 1 ? `${title}（${t.list.page(view.page)}）` : title,
    section: 'news',
    crumbs: current ? [{ name: t.nav.news, href: '/news' }] : [],
    body,
    description: t.news.lead,
  })
}

export function newsHref(column: string | undefined, page: number): string {
  const query = new URLSearchParams({ ...(column ? { column } : {}), ...(page > 1 ? { page: String(page) } : {}) })
  return query.size > 0 ? `/news?${query.toString()}` : '/news'
}
