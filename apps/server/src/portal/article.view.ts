import { icon } from './art/icons.ts'
import { art, type Html, html, none, raw } from './html.ts'
import { layout, prefsLink } from './layout.view.ts'
import { formatModes } from './modes.ts'
import { centreName, type PageContext } from './page-context.ts'
import { notice, time } from './parts.view.ts'

export interface ArticleView {
  id: string
  title: string
  summary: string
  source: string
  author: string | null
  publishedAt: Date
  updatedAt: Date | null
  column: { key: string; name: string }
  /** cleaned when it was saved (content module): only the tags of an article */
  bodyHtml: string
  /** asked for English where only Chinese was written */
  onlyChinese: boolean
  /** came with the operating plan */
  fromPlan: boolean
  cover: { src: string; alt: string } | null
  attachments: readonly { href: string; name: string }[]
  /** services and zones that the article is about */
  related: readonly { href: string; text: string }[]
  previous: { id: string; title: string } | null
  next: { id: string; title: string } | null
}

/** An article as public pages have it: source and time, size of type, print, share, its neighbours, a way to correct it. */
export function articlePage(ctx: PageContext, view: ArticleView): string {
  const { t } = ctx
  const body = html`<div class="wrap"><article class="article"${view.onlyChinese ? raw(' lang="zh-CN"') : none}>
<h1 class="article-title">${view.title}</h1>
<ul class="article-meta"><li>${t.article.source}${view.source}</li>${view.author ? html`<li>${t.article.author}${view.author}</li>` : none}<li>${t.article.time}${time(ctx, view.publishedAt)}</li>${view.fromPlan ? html`<li><span class="tag">${t.article.fromPlan}</span></li>` : none}</ul>
${tools(ctx)}
${view.onlyChinese ? html`<div lang="${ctx.locale}">${notice('info', t.article.onlyChinese)}</div>` : none}
<div class="article-body">${
    view.cover ? html`<figure><img src="${view.cover.src}" alt="${view.cover.alt}" loading="lazy"></figure>` : none
  }${raw(view.bodyHtml)}</div>
${links(
  t.article.attachments,
  view.attachments.map((one) => ({ href: one.href, text: one.name })),
)}${links(t.article.related, view.related)}
<div class="article-end"><ul class="neighbours">${neighbour(t.article.previous, view.previous)}${neighbour(t.article.next, view.next)}</ul>
<p><a href="/corrections?page=${encodeURIComponent(`/news/${view.id}`)}" rel="nofollow">${t.article.correct}</a></p></div>
</article></div>`
  return layout(ctx, {
    title: view.title,
    section: 'news',
    kind: 'article',
    crumbs: [
      { name: t.nav.news, href: '/news' },
      { name: view.column.name, href: `/news?column=${encodeURIComponent(view.column.key)}` },
    ],
    body,
    description: view.summary || view.title,
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: view.title,
        datePublished: view.publishedAt.toISOString(),
        ...(view.updatedAt ? { dateModified: view.updatedAt.toISOString() } : {}),
        publisher: { '@type': 'GovernmentOrganization', name: centreName(ctx) },
        mainEntityOfPage: `${ctx.origin}/news/${view.id}`,
      },
    ],
  })
}

function tools(ctx: PageContext): Html {
  const { t } = ctx
  const sizes = [0, 1, 2] as const
  return html`<div class="article-tools no-print"><span>${t.article.size}</span>${sizes.map((size) => {
    const current = ctx.modes.text === size
    const href = prefsLink(ctx, { modes: formatModes({ ...ctx.modes, text: size }) })
    return html`<a class="tool${current ? ' is-on' : ''}" rel="nofollow" href="${href}" data-text="${size}"${current ? raw(' aria-current="true"') : none}>${t.article.sizes[size]}</a>`
  })}<button class="tool needs-script" type="button" data-act="print">${art(icon('print', 20))}${t.article.print}</button><button class="tool needs-script" type="button" data-act="share" data-done="${t.article.shared}">${art(icon('share', 20))}<span>${t.article.share}</span></button></div>`
}

function links(title: string, list: readonly { href: string; text: string }[]): Html {
  if (list.length === 0) return none
  return html`<div class="article-end"><h2>${title}</h2><ul class="plain-list">${list.map((one) => html`<li><a href="${one.href}">${one.text}</a></li>`)}</ul></div>`
}

function neighbour(label: string, one: { id: string; title: string } | null): Html {
  return one ? html`<li>${label}<a href="/news/${one.id}">${one.title}</a></li>` : none
}
