import { emptyForm, type FormField, type FormState, fieldView, form } from './form.view.ts'
import { type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { dateTimeOf, dayOf, facts, notice, pageHead } from './parts.view.ts'

export type StatusColour = 'pending' | 'active' | 'done' | 'rejected' | 'closed'

export interface StatusView {
  kind: 'application' | 'enquiry'
  number: string
  /** what the visitor proved himself with; goes along hidden with the acts below */
  proof: string
  about: string
  status: { word: string; colour: StatusColour }
  submittedAt: Date
  /** 'YYYY-MM-DD' */
  due: string | null
  filled: readonly { label: string; text: string }[]
  /** something to know, such as what the phone alone does not open */
  note: string | null
  timeline: readonly { at: Date; title: string; note: string; done: boolean }[]
  /** why it came back, with the fields to change */
  amend: { reason: string; fields: readonly FormField[]; state: FormState } | null
  canWithdraw: boolean
  canRate: boolean
  rating: number | null
  onceKey: string
}

/** Asking after an application: number and, to keep strangers out, phone or query code. */
export function statusFormPage(ctx: PageContext, state: FormState): string {
  const { t } = ctx
  const body = html`${pageHead(t.status.title, t.status.lead)}<div class="wrap">${form(ctx, {
    action: '/apply/status',
    submit: t.status.submit,
    state,
    fields: [
      { key: 'number', label: t.receipt.number, type: 'text', required: true, maxLength: 40 },
      { key: 'proof', label: t.status.proof, help: t.status.proofHelp, type: 'text', required: true, maxLength: 40 },
    ],
  })}</div>`
  return layout(ctx, {
    title: t.status.title,
    section: 'services',
    crumbs: [{ name: t.nav.services, href: '/services' }],
    body,
  })
}

export function statusPage(ctx: PageContext, view: StatusView, message: Html): string {
  const { t } = ctx
  const body = html`${pageHead(view.about)}<div class="wrap grid"><div class="col-7">${message}${view.note ? notice('info', view.note) : none}
${facts([
  [t.receipt.number, view.number],
  [t.status.state, html`<span class="status status-${view.status.colour}">${view.status.word}</span>`],
  [t.status.submitted, dateTimeOf(ctx, view.submittedAt)],
  [t.status.due, view.due ? dayOf(ctx, view.due) : null],
])}
<h2>${t.status.progress}</h2>
<ol class="timeline">${view.timeline.map(
    (one) =>
      html`<li class="timeline-item${one.done ? ' is-done' : ''}"><time class="timeline-date" datetime="${one.at.toISOString()}">${dateTimeOf(ctx, one.at)}</time><h3 class="timeline-title">${one.title}</h3>${
        one.note ? html`<p class="timeline-note">${one.note}</p>` : none
      }</li>`,
  )}</ol>${
    view.filled.length > 0
      ? html`<h2>${t.status.filled}</h2>${facts(view.filled.map((one) => [one.label, one.text] as const))}`
      : none
  }</div>
<div class="col-5">${view.amend ? amendForm(ctx, view, view.amend) : none}${view.canRate ? rateForm(ctx, view) : none}${
    view.rating ? notice('done', t.status.rated(view.rating)) : none
  }${view.canWithdraw ? withdrawForm(ctx, view) : none}</div></div>`
  return layout(ctx, {
    title: t.status.title,
    section: 'services',
    crumbs: [{ name: t.nav.services, href: '/services' }],
    body,
    unlisted: true,
  })
}

const known = (view: StatusView) => ({ number: view.number, proof: view.proof })

function amendForm(ctx: PageContext, view: StatusView, amend: NonNullable<StatusView['amend']>): Html {
  const { t } = ctx
  return html`<h2>${t.status.amend}</h2>${notice('warn', t.status.returned(amend.reason))}${form(ctx, {
    action: '/apply/amend',
    submit: t.status.amendSubmit,
    fields: amend.fields,
    state: amend.state,
    hidden: known(view),
    onceKey: view.onceKey,
  })}`
}

function rateForm(ctx: PageContext, view: StatusView): Html {
  const { t } = ctx
  const fields: FormField[] = [
    {
      key: 'score',
      label: t.status.rate,
      type: 'rating',
      required: true,
      options: t.status.scores.map((label, index) => ({ value: String(5 - index), label })),
    },
    { key: 'comment', label: t.status.comment, type: 'textarea', required: false, maxLength: 500 },
  ]
  return html`<h2>${t.status.rateTitle}</h2>${form(ctx, {
    action: '/apply/rate',
    submit: t.status.rateSubmit,
    fields,
    state: emptyForm,
    hidden: known(view),
    onceKey: view.onceKey,
  })}`
}

function withdrawForm(ctx: PageContext, view: StatusView): Html {
  const { t } = ctx
  const reason: FormField = {
    key: 'reason',
    label: t.status.withdrawReason,
    type: 'text',
    required: false,
    maxLength: 200,
  }
  return html`<details class="filters"><summary>${t.status.withdraw}</summary><p>${t.status.withdrawNote}</p><form class="form" method="post" action="/apply/withdraw">${Object.entries(
    { ...known(view), onceKey: view.onceKey },
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${fieldView(ctx, reason, emptyForm)}<div class="form-actions"><button class="btn btn-danger" type="submit">${t.status.withdrawSubmit}</button></div></form></details>`
}
