import { icon } from './art/icons.ts'
import { art, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import { centreName, type PageContext } from './page-context.ts'
import { button, facts, notice } from './parts.view.ts'

export interface ServiceView {
  key: string
  name: string
  summary: string
  line: { key: string; name: string }
  zone: { key: string; name: string } | null
  audiences: readonly string[]
  who: string
  materials: readonly string[]
  steps: readonly string[]
  where: string
  timeLimit: string | null
  fee: string | null
}

/** The guide of one service: who, what to bring, the steps, where, what it costs; then the way to apply. */
export function servicePage(ctx: PageContext, view: ServiceView): string {
  const { t } = ctx
  const apply = button(`/services/${view.key}/apply`, t.services.apply, 'apply')
  const body = html`<div class="wrap page-head"><h1>${view.name}</h1><p class="lead">${view.summary}</p><p class="form-actions">${apply}</p></div>
<div class="wrap grid"><div class="col-7 guide"><h2>${t.services.facts}</h2>${facts([
    [t.services.who, view.who],
    [t.services.audience, view.audiences.join(t.list.comma)],
    [t.services.where, view.where],
    [t.services.fee, view.fee],
    [t.services.timeLimit, view.timeLimit],
    [t.services.line, html`<a href="/services?line=${view.line.key}">${view.line.name}</a>`],
    [t.services.zone, view.zone ? html`<a href="/zones/${view.zone.key}">${view.zone.name}</a>` : null],
  ])}
${view.steps.length > 0 ? html`<h2>${t.services.steps}</h2><ol class="guide-steps">${view.steps.map((step) => html`<li>${step}</li>`)}</ol>` : none}
${apply}</div>
<aside class="col-5"><h2>${t.services.materials}</h2>${
    view.materials.length > 0
      ? html`<ul class="ticks">${view.materials.map((one) => html`<li>${art(icon('file', 20))}<span>${one}</span></li>`)}</ul>`
      : html`<p>${t.services.noMaterials}</p>`
  }${notice('info', html`${t.services.help} <a href="/contact">${t.nav.contact}</a>`)}</aside></div>`
  return layout(ctx, {
    title: view.name,
    section: 'services',
    crumbs: [{ name: t.nav.services, href: '/services' }],
    body,
    description: view.summary,
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'GovernmentService',
        name: view.name,
        description: view.summary,
        serviceOperator: { '@type': 'GovernmentOrganization', name: centreName(ctx) },
        url: `${ctx.origin}/services/${view.key}`,
      },
    ],
  })
}
