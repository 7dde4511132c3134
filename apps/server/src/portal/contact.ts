import type { FastifyInstance } from 'fastify'
import { reportCorrection } from '../modules/content/index.ts'
import { submitEnquiry } from '../modules/hall/index.ts'
import type { PortalDeps } from './ask.ts'
import { contactFields, contactPage, correctionFields, correctionsPage, visitorKinds } from './contact.view.ts'
import { emptyForm, type FormState } from './form.view.ts'
import type { Pages } from './pages.ts'
import {
  faultsOf,
  newOnceKey,
  onceForForm,
  type Posting,
  post,
  postLimit,
  sendPage,
  stateOfRefusal,
  toReceipt,
} from './posting.ts'

/** Front-desk enquiries and 网站找错; both are filed once and leave a receipt. */
export function mountContact(http: FastifyInstance, deps: PortalDeps, pages: Pages): void {
  pages.private('/contact', async ({ ctx }) => contactPage(ctx, { state: emptyForm, onceKey: newOnceKey() }))
  pages.private('/corrections', async ({ ctx, query }) =>
    correctionsPage(ctx, { state: { values: { page: query.page ?? '' }, errors: {} }, onceKey: newOnceKey() }),
  )
  post(http, deps, pages, { path: '/contact', back: '/contact', limit: postLimit }, (posting) => enquire(deps, posting))
  post(http, deps, pages, { path: '/corrections', back: '/corrections', limit: postLimit }, (posting) =>
    correct(deps, posting),
  )
}

async function enquire(deps: PortalDeps, posting: Posting): Promise<unknown> {
  const { ask, values, reply } = posting
  const { t } = ask.ctx
  const fields = contactFields(ask.ctx)
  const again = (state: FormState) =>
    sendPage(reply, contactPage(ask.ctx, { state, onceKey: values.onceKey ?? newOnceKey() }), 422)
  const errors = faultsOf(ask, fields, values)
  const kind = visitorKinds.find((one) => one === values.kind)
  if (!kind) errors.kind ??= t.form.option
  if (values.consent !== 'yes') errors.consent = t.form.consentMissing
  if (Object.keys(errors).length > 0 || !kind) return again({ values, errors })
  try {
    const filed = await onceForForm(deps, posting, (tx) =>
      submitEnquiry(tx, {
        kind,
        content: values.content ?? '',
        name: values.applicantName ?? '',
        phone: values.phone ?? '',
        consent: true,
      }),
    )
    return toReceipt(deps, reply, {
      kind: 'enquiry',
      number: filed.number,
      code: filed.code,
      about: t.contact.about,
      draft: 'contact',
    })
  } catch (error) {
    return again(stateOfRefusal(deps, ask, fields, values, error))
  }
}

async function correct(deps: PortalDeps, posting: Posting): Promise<unknown> {
  const { ask, values, reply } = posting
  const fields = correctionFields(ask.ctx)
  const again = (state: FormState) =>
    sendPage(reply, correctionsPage(ask.ctx, { state, onceKey: values.onceKey ?? newOnceKey() }), 422)
  const errors = faultsOf(ask, fields, values)
  if (Object.keys(errors).length > 0) return again({ values, errors })
  try {
    await onceForForm(deps, posting, (tx) =>
      reportCorrection(tx, { page: values.page ?? '', words: values.words ?? '', contact: values.contact ?? null }),
    )
    return toReceipt(deps, reply, {
      kind: 'correction',
      number: null,
      code: null,
      about: ask.ctx.t.corrections.about,
      draft: 'corrections',
    })
  } catch (error) {
    return again(stateOfRefusal(deps, ask, fields, values, error))
  }
}
