import { html } from './html.ts'
import { layout } from './layout.view.ts'
import { centreName, type PageContext } from './page-context.ts'
import { pageHead } from './parts.view.ts'

/** Pages of plain words: privacy, accessibility. Their sentences are in the dictionary. */
export function textPage(ctx: PageContext, which: 'privacy' | 'accessibility'): string {
  const words = ctx.t[which]
  const body = html`${pageHead(words.title, words.lead(centreName(ctx)))}<div class="wrap"><div class="article-body">${words.parts.map(
    (part) => html`<h2>${part.title}</h2>${part.text.map((one) => html`<p>${one}</p>`)}`,
  )}</div></div>`
  return layout(ctx, { title: words.title, crumbs: [], body, description: words.lead(centreName(ctx)) })
}

export interface SiteMapGroup {
  title: string
  links: readonly { href: string; text: string }[]
}

export function siteMapPage(ctx: PageContext, groups: readonly SiteMapGroup[]): string {
  const body = html`${pageHead(ctx.t.footer.sitemap)}<div class="wrap site-map">${groups
    .filter((group) => group.links.length > 0)
    .map(
      (group) =>
        html`<section><h2>${group.title}</h2><ul>${group.links.map((one) => html`<li><a href="${one.href}">${one.text}</a></li>`)}</ul></section>`,
    )}</div>`
  return layout(ctx, { title: ctx.t.footer.sitemap, crumbs: [], body })
}
