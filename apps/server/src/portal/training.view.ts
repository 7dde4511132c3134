import { type ActivityRow, activityLine } from './activities.view.ts'
import { html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { button, empty, pageHead, section } from './parts.view.ts'
import type { ServiceCard } from './services.view.ts'

export interface TrainingView {
  services: readonly ServiceCard[]
  /** classes, lectures and contests of the plan */
  classes: readonly ActivityRow[]
  goals: readonly { title: string; summary: string }[]
  signUpKey: string | null
}

/** 学电商: what is taught, when, and how to sign up (an application like any other). */
export function trainingPage(ctx: PageContext, view: TrainingView): string {
  const { t } = ctx
  const acts = view.signUpKey
    ? html`<p class="form-actions">${button(`/services/${view.signUpKey}/apply`, t.training.signUp, 'training')}${button(`/services/${view.signUpKey}`, t.training.guide, 'file', true)}</p>`
    : none
  const body = html`${pageHead(t.training.title, t.training.lead, acts)}
<div class="wrap"><h2>${t.training.how}</h2><ol class="guide-steps">${t.training.steps.map((one) => html`<li><strong>${one.title}</strong>${one.text}</li>`)}</ol></div>
${section(
  { title: t.training.services, more: { href: '/services?line=training', text: t.services.all }, mist: true },
  view.services.length > 0
    ? html`<ul class="cards">${view.services.map((one) => html`<li class="card"><h3 class="card-title"><a href="/services/${one.key}">${one.name}</a></h3><p>${one.summary}</p></li>`)}</ul>`
    : empty('nothing-yet', t.services.emptyTitle, t.services.emptyText),
)}
<section class="section"><div class="wrap grid"><div class="col-7"><h2>${t.training.classes}</h2>${
    view.classes.length > 0
      ? html`<ol class="timeline">${view.classes.map((one) => activityLine(ctx, one, true))}</ol>`
      : empty('nothing-yet', t.activities.emptyTitle, t.activities.emptyText)
  }</div>${
    view.goals.length > 0
      ? html`<div class="col-5"><h2>${t.training.goals}</h2><ul class="plain-list">${view.goals.map((one) => html`<li><strong>${one.title}</strong><br>${one.summary}</li>`)}</ul></div>`
      : none
  }</div></section>`
  return layout(ctx, { title: t.training.title, section: 'training', crumbs: [], body, description: t.training.lead })
}
