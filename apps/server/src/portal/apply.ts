import { businessDate } from '@xianghui/kit/calendar'
import type { FastifyInstance } from 'fastify'
import { listRegionRows } from '../modules/centre/index.ts'
import { type PublicService, submitApplication } from '../modules/hall/index.ts'
import type { Tx } from '../platform/db.ts'
import { applicantFields, applyPage, receiptPage } from './apply.view.ts'
import type { Ask, PortalDeps } from './ask.ts'
import { emptyForm, type FormField, type FormState } from './form.view.ts'
import { inLocale, type PageContext } from './page-context.ts'
import type { Pages } from './pages.ts'
import {
  faultsOf,
  newOnceKey,
  onceForForm,
  type Posting,
  post,
  postLimit,
  readReceipt,
  sendPage,
  stateOfRefusal,
  toReceipt,
} from './posting.ts'
import { openService } from './services.ts'

/** Online application: the form of a service, its sending once, and the receipt to write down. */
export function mountApply(http: FastifyInstance, deps: PortalDeps, pages: Pages): void {
  pages.private('/services/:key/apply', async (ask) => {
    const asked = await read(ask)
    return formPage(ask, asked, emptyForm, newOnceKey())
  })
  post(http, deps, pages, { path: '/services/:key/apply', back: '/services/:key/apply', limit: postLimit }, (posting) =>
    receive(deps, posting),
  )
  pages.private('/apply/receipt', async ({ ctx }, request) => receiptPage(ctx, readReceipt(request)))
}

interface Asked {
  service: PublicService
  fields: FormField[]
}

function read({ ctx, params, inCentre }: Ask): Promise<Asked> {
  return inCentre(async (tx) => {
    const service = await openService(tx, params.key ?? '')
    return { service, fields: await portalFields(tx, ctx, service.form) }
  })
}

function formPage({ ctx }: Ask, { service, fields }: Asked, state: FormState, onceKey: string): string {
  const name = inLocale(ctx, service.name, service.nameEn)
  return applyPage(ctx, { service: { key: service.key, name }, fields, state, onceKey })
}

async function receive(deps: PortalDeps, posting: Posting): Promise<unknown> {
  const { ask, values, reply } = posting
  const asked = await read(ask)
  const fields = [...applicantFields(ask.ctx), ...asked.fields]
  const errors = faultsOf(ask, fields, values)
  if (values.consent !== 'yes') errors.consent = ask.ctx.t.form.consentMissing
  const again = (state: FormState) => sendPage(reply, formPage(ask, asked, state, values.onceKey ?? newOnceKey()), 422)
  if (Object.keys(errors).length > 0) return again({ values, errors })
  try {
    const filed = await onceForForm(deps, posting, (tx) =>
      submitApplication(tx, {
        service: asked.service.key,
        answers: answersOf(asked.fields, values),
        applicantName: values.applicantName ?? '',
        phone: values.phone ?? '',
        consent: true,
      }),
    )
    return toReceipt(deps, reply, {
      kind: 'application',
      number: filed.number,
      code: filed.code,
      about: inLocale(ask.ctx, asked.service.name, asked.service.nameEn),
      draft: `apply-${asked.service.key}`,
    })
  } catch (error) {
    return again(stateOfRefusal(deps, ask, fields, values, error))
  }
}

export function answersOf(fields: readonly FormField[], values: Readonly<Record<string, string>>) {
  return Object.fromEntries(fields.map((field) => [field.key, values[field.key] ?? '']))
}

/** The module's form as the page shows it: words in the visitor's language, townships of today to choose from. */
export async function portalFields(tx: Tx, ctx: PageContext, form: PublicService['form']): Promise<FormField[]> {
  const townships = form.some((field) => field.type === 'region') ? await townshipOptions(tx, ctx) : []
  return form.map((field) => {
    const help = inLocale(ctx, field.help, field.helpEn)
    const options = (field.options ?? []).map((one) => ({
      value: one.value,
      label: inLocale(ctx, one.label, one.labelEn),
    }))
    return {
      key: field.key,
      label: inLocale(ctx, field.label, field.labelEn),
      type: field.type,
      required: field.required,
      ...(help ? { help } : {}),
      options: field.type === 'region' ? townships : options,
    }
  })
}

async function townshipOptions(tx: Tx, ctx: PageContext) {
  const parent = ctx.centre.regionCode
  const rows = parent ? await listRegionRows(tx, { day: businessDate(tx.now), parent }) : []
  return rows.map((one) => ({ value: one.code, label: inLocale(ctx, one.name, one.nameEn) }))
}
