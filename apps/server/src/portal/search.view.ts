import { type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { choices, empty, pageHead, pager } from './parts.view.ts'

export interface SearchView {
  words: string
  kind: string | undefined
  items: readonly { kind: string; title: string; summary: string; url: string }[]
  total: number
  page: number
  pages: number
}

/** Kinds that the site names; things of another kind are found under 全部. */
export const searchKinds = ['article', 'service', 'zone', 'activity', 'station'] as const
export type SearchKind = (typeof searchKinds)[number]

export function isSearchKind(kind: string): kind is SearchKind {
  return searchKinds.some((one) => one === kind)
}

export function searchPage(ctx: PageContext, view: SearchView): string {
  const { t } = ctx
  const href = (page: number, kind = view.kind) =>
    `/search?${new URLSearchParams({ q: view.words, ...(kind ? { kind } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString()}`
  const body = html`${pageHead(view.words ? t.search.titleOf(view.words) : t.search.title)}
<div class="wrap">${searchForm(ctx, view)}
${
  view.words
    ? choices(t.search.kind, [
        { text: t.list.all, href: href(1, ''), current: !view.kind },
        ...searchKinds.map((kind) => ({
          text: t.search.kinds[kind],
          href: href(1, kind),
          current: kind === view.kind,
        })),
      ])
    : none
}
${results(ctx, view)}${pager(ctx, view.page, view.pages, (page) => href(page))}</div>`
  return layout(ctx, {
    title: view.words ? t.search.titleOf(view.words) : t.search.title,
    crumbs: [],
    body,
    unlisted: true,
  })
}

function searchForm(ctx: PageContext, view: SearchView): Html {
  const { t } = ctx
  return html`<form class="search search-page" role="search" action="/search" aria-label="${t.search.again}"><label class="visually-hidden" for="search-words">${t.search.label}</label><input class="input" id="search-words" name="q" type="search" maxlength="60" value="${view.words}"><button class="btn" type="submit">${t.search.button}</button></form>`
}

function results(ctx: PageContext, view: SearchView): Html {
  const { t } = ctx
  if (!view.words) return empty('nothing-yet', t.search.askTitle, t.search.askText)
  if (view.items.length === 0)
    return empty('nothing-found', t.search.noneTitle, t.search.noneText, { href: '/services', text: t.services.all })
  return html`<p class="count" role="status">${t.search.found(view.total)}</p><ul class="list results">${view.items.map(
    (one) =>
      html`<li class="list-item"><a class="list-link" href="${one.url}"><span class="list-main"><span class="list-title">${highlight(one.title, view.words)}</span><span class="list-note">${highlight(one.summary, view.words)}</span></span><span class="tag">${isSearchKind(one.kind) ? t.search.kinds[one.kind] : t.search.kinds.other}</span></a></li>`,
  )}</ul>`
}

/** The words of the question marked in a text; escaped piece by piece, so a word like `<b>` marks itself and nothing else. */
export function highlight(text: string, words: string): Html {
  const wanted = words.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  if (wanted.length === 0) return html`${text}`
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu')
  return html`${text.split(pattern).map((piece, index) => (index % 2 === 1 ? html`<mark>${piece}</mark>` : html`${piece}`))}`
}
