import { html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { button, choices, empty, pageHead } from './parts.view.ts'

export interface ServiceCard {
  key: string
  name: string
  summary: string
  lineName: string
}

export interface Choice {
  key: string
  name: string
}

export interface ServicesView {
  items: readonly ServiceCard[]
  lines: readonly Choice[]
  zones: readonly Choice[]
  audiences: readonly Choice[]
  chosen: { line?: string; zone?: string; audience?: string }
}

/** The catalogue: what the centre does for whom, filtered by links. */
export function servicesPage(ctx: PageContext, view: ServicesView): string {
  const { t } = ctx
  const group = (label: string, name: 'line' | 'zone' | 'audience', options: readonly Choice[]) =>
    options.length === 0
      ? none
      : choices(label, [
          { text: t.list.all, href: servicesHref({ ...view.chosen, [name]: undefined }), current: !view.chosen[name] },
          ...options.map((one) => ({
            text: one.name,
            href: servicesHref({ ...view.chosen, [name]: one.key }),
            current: view.chosen[name] === one.key,
          })),
        ])
  const filtered = Object.values(view.chosen).some(Boolean)
  const body = html`${pageHead(t.nav.services, t.services.lead, html`<p class="form-actions">${button('/apply/status', t.services.statusButton, 'search', true)}</p>`)}
<div class="wrap">${group(t.services.line, 'line', view.lines)}
<details class="filters"${view.chosen.audience || view.chosen.zone ? html` open` : none}><summary>${t.services.moreFilters}</summary>${group(t.services.audience, 'audience', view.audiences)}${group(t.services.zone, 'zone', view.zones)}</details>
<p class="count" role="status">${t.services.count(view.items.length)}</p>
${
  view.items.length === 0
    ? filtered
      ? empty('nothing-found', t.services.noneTitle, t.services.noneText, { href: '/services', text: t.services.all })
      : empty('nothing-yet', t.services.emptyTitle, t.services.emptyText, { href: '/contact', text: t.nav.contact })
    : html`<ul class="cards">${view.items.map(
        (
          one,
        ) => html`<li class="card"><h2 class="card-title"><a href="/services/${one.key}">${one.name}</a></h2><p>${one.summary}</p>
<p class="card-meta"><span class="tag">${one.lineName}</span></p></li>`,
      )}</ul>`
}</div>`
  return layout(ctx, { title: t.nav.services, section: 'services', crumbs: [], body, description: t.services.lead })
}

export function servicesHref(chosen: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value)
  return query.size > 0 ? `/services?${query.toString()}` : '/services'
}
