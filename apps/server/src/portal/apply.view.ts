import { type FormField, type FormState, form } from './form.view.ts'
import { type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import type { PageContext } from './page-context.ts'
import { button, notice, pageHead } from './parts.view.ts'

export interface ApplyView {
  service: { key: string; name: string }
  fields: readonly FormField[]
  state: FormState
  onceKey: string
}

/** Who applies: asked on every form, so not part of a service's own fields. */
export function applicantFields(ctx: PageContext): FormField[] {
  const { t } = ctx
  return [
    {
      key: 'applicantName',
      label: t.apply.name,
      help: t.apply.nameHelp,
      type: 'text',
      required: true,
      autocomplete: 'name',
      maxLength: 60,
    },
    {
      key: 'phone',
      label: t.apply.phone,
      help: t.apply.phoneHelp,
      type: 'tel',
      required: true,
      autocomplete: 'tel',
      maxLength: 20,
    },
  ]
}

export function privacyConsent(ctx: PageContext): Html {
  return html`${ctx.t.form.consent}<a href="/privacy">${ctx.t.footer.privacy}</a>${ctx.t.form.consentEnd}`
}

export function applyPage(ctx: PageContext, view: ApplyView): string {
  const { t } = ctx
  const title = t.apply.title(view.service.name)
  const body = html`${pageHead(title, t.apply.lead)}
<div class="wrap">${form(ctx, {
    action: `/services/${view.service.key}/apply`,
    submit: t.apply.submit,
    fields: [...applicantFields(ctx), ...view.fields],
    state: view.state,
    onceKey: view.onceKey,
    consent: privacyConsent(ctx),
    draft: `apply-${view.service.key}`,
  })}</div>`
  return layout(ctx, {
    title,
    section: 'services',
    crumbs: [
      { name: t.nav.services, href: '/services' },
      { name: view.service.name, href: `/services/${view.service.key}` },
    ],
    body,
    unlisted: true,
  })
}

/** Number and query code of something that was filed. */
export interface Receipt {
  kind: 'application' | 'enquiry' | 'correction'
  number: string | null
  code: string | null
  about: string
  /** drafts of this form may go from the browser's memory */
  draft: string | null
}

/** To write down or print: the two things that open the application again. */
export function receiptPage(ctx: PageContext, receipt: Receipt | null): string {
  const { t } = ctx
  const title = t.receipt.title
  const words = receipt ? t.receipt[receipt.kind] : null
  const body = receipt
    ? html`${pageHead(words?.done ?? title)}<div class="wrap"><div class="receipt"${receipt.draft ? html` data-draft-sent="${receipt.draft}"` : none}>${notice('done', words?.next ?? '')}
<dl class="receipt-facts"><div><dt>${t.receipt.about}</dt><dd>${receipt.about}</dd></div>${receipt.number ? html`<div><dt>${t.receipt.number}</dt><dd class="receipt-figure">${receipt.number}</dd></div>` : none}${
        receipt.code ? html`<div><dt>${t.receipt.code}</dt><dd class="receipt-figure">${receipt.code}</dd></div>` : none
      }</dl>
${receipt.code ? html`<p>${t.receipt.keep}</p>` : none}
<p class="form-actions no-print"><button class="btn needs-script" type="button" data-act="print">${t.receipt.print}</button>${
        receipt.kind === 'correction' ? none : button('/apply/status', t.footer.status, 'search', true)
      }${button('/', t.site.home, 'home', true)}</p></div></div>`
    : html`${pageHead(title)}<div class="wrap">${notice('info', t.receipt.gone)}<p class="form-actions">${button('/apply/status', t.footer.status, 'search')}</p></div>`
  return layout(ctx, { title, section: 'services', crumbs: [], body, unlisted: true })
}
