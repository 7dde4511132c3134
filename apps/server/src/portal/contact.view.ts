import { enquiryKinds, enquiryKindWords } from '../modules/hall/index.ts'
import { applicantFields, privacyConsent } from './apply.view.ts'
import { icon } from './art/icons.ts'
import { type FormField, type FormState, form } from './form.view.ts'
import { art, type Html, html, none } from './html.ts'
import { layout } from './layout.view.ts'
import { inLocale, type PageContext } from './page-context.ts'
import { button, facts, notice, pageHead } from './parts.view.ts'

export interface ContactView {
  state: FormState
  onceKey: string
}

/** How to reach the centre, and the front desk by form. */
export function contactPage(ctx: PageContext, view: ContactView): string {
  const { t, centre } = ctx
  const rows: [string, Html | string | null][] = [
    [
      t.footer.phone,
      centre.phone
        ? html`<a class="phone" href="tel:${centre.phone}">${art(icon('phone', 20))}${centre.phone}</a>`
        : null,
    ],
    [t.footer.email, centre.email ? html`<a href="mailto:${centre.email}">${centre.email}</a>` : null],
    [t.footer.address, inLocale(ctx, centre.address, centre.addressEn)],
    [t.footer.hours, inLocale(ctx, centre.hours, centre.hoursEn)],
  ]
  const known = rows.some(([, value]) => value)
  const body = html`${pageHead(t.nav.contact, t.contact.lead)}
<div class="wrap grid"><div class="col-7"><h2>${t.contact.ask}</h2><p>${t.contact.askLead}</p>${form(ctx, {
    action: '/contact',
    submit: t.contact.submit,
    state: view.state,
    onceKey: view.onceKey,
    consent: privacyConsent(ctx),
    draft: 'contact',
    fields: contactFields(ctx),
  })}</div>
<aside class="col-5"><h2>${t.contact.reach}</h2>${known ? facts(rows) : notice('info', t.contact.unset)}<p class="form-actions">${button('/apply/status', t.footer.status, 'search', true)}${button('/stations', t.nav.stations, 'map-pin', true)}</p></aside></div>`
  return layout(ctx, { title: t.nav.contact, section: 'contact', crumbs: [], body, description: t.contact.lead })
}

/** What a visitor may ask at the front desk; errors of the site have a form of their own. */
export const visitorKinds = enquiryKinds.filter((kind) => kind !== 'correction')

export function contactFields(ctx: PageContext): FormField[] {
  const { t } = ctx
  return [
    ...applicantFields(ctx),
    {
      key: 'kind',
      label: t.contact.kind,
      type: 'select',
      required: true,
      options: visitorKinds.map((value) => ({
        value,
        label: inLocale(ctx, enquiryKindWords[value].zh, enquiryKindWords[value].en),
      })),
    },
    {
      key: 'content',
      label: t.contact.content,
      help: t.contact.contentHelp,
      type: 'textarea',
      required: true,
      maxLength: 1000,
    },
  ]
}

export function correctionFields({ t }: PageContext): FormField[] {
  const text = { type: 'text' as const }
  return [
    { key: 'page', label: t.corrections.page, help: t.corrections.pageHelp, ...text, required: true, maxLength: 300 },
    { key: 'words', label: t.corrections.problem, type: 'textarea', required: true, maxLength: 1000 },
    {
      key: 'contact',
      label: t.corrections.contact,
      help: t.corrections.contactHelp,
      ...text,
      required: false,
      maxLength: 60,
    },
  ]
}

/** 找错: what is wrong on which page. */
export function correctionsPage(ctx: PageContext, view: { state: FormState; onceKey: string }): string {
  const { t } = ctx
  const report = ctx.centre.errorReportUrl
  const body = html`${pageHead(t.corrections.title, t.corrections.lead)}
<div class="wrap">${report ? notice('info', html`${t.corrections.alsoAt} <a href="${report.includes('@') && !report.includes('/') ? `mailto:${report}` : report}" rel="noopener">${report}</a>`) : none}${form(
    ctx,
    {
      action: '/corrections',
      submit: t.corrections.submit,
      state: view.state,
      onceKey: view.onceKey,
      draft: 'corrections',
      fields: correctionFields(ctx),
    },
  )}</div>`
  return layout(ctx, { title: t.corrections.title, crumbs: [], body, unlisted: true })
}
