import { lineCards } from './home.view.ts'
import { type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import { centreName, inLocale, type PageContext } from './page-context.ts'
import { facts, pageHead } from './parts.view.ts'

export interface OrganisationNode {
  key: string
  name: string
  duty: string
  children: readonly OrganisationNode[]
}

export interface AboutView {
  lines: readonly { key: string; name: string; summary: string }[]
  organisation: readonly OrganisationNode[]
  zones: number
  goals: readonly { title: string; summary: string }[]
}

export function aboutPage(ctx: PageContext, view: AboutView): string {
  const { t, centre } = ctx
  const name = centreName(ctx)
  const body = html`${pageHead(t.about.title, t.about.lead(name))}
<div class="wrap">${facts([
    [t.about.name, name],
    [t.footer.host, inLocale(ctx, centre.hostUnit, centre.hostUnitEn)],
    [t.footer.operator, inLocale(ctx, centre.operatingUnit, centre.operatingUnitEn)],
    [t.about.area, centre.areaSqm ? t.zones.square(centre.areaSqm) : null],
    [t.about.zones, view.zones > 0 ? html`<a href="/zones">${t.about.zoneCount(view.zones)}</a>` : null],
    [t.footer.address, inLocale(ctx, centre.address, centre.addressEn)],
  ])}
${view.lines.length > 0 ? html`<h2>${t.home.lines}</h2>${lineCards(ctx, view.lines)}` : none}
${view.organisation.length > 0 ? html`<h2 class="after-plan">${t.about.organisation}</h2>${tree(view.organisation)}` : none}
${
  view.goals.length > 0
    ? html`<h2 class="after-plan">${t.about.goals}</h2><ol class="goals">${view.goals.map((one) => html`<li><strong>${one.title}</strong><span>${one.summary}</span></li>`)}</ol>`
    : none
}</div>`
  return layout(ctx, { title: t.about.title, crumbs: [], body, description: t.about.lead(name) })
}

function tree(nodes: readonly OrganisationNode[]): Html {
  return html`<ul class="org">${nodes.map(
    (one) =>
      html`<li><div class="org-unit"><strong>${one.name}</strong>${one.duty ? html`<span>${one.duty}</span>` : none}</div>${
        one.children.length > 0 ? tree(one.children) : none
      }</li>`,
  )}</ul>`
}
