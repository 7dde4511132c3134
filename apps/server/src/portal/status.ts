import type { FastifyInstance } from 'fastify'
import {
  type ApplicationForPublic,
  amendApplication,
  findApplicationForPublic,
  findEnquiryForPublic,
  rateApplication,
  rateEnquiry,
  withdrawApplication,
} from '../modules/hall/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { answersOf, portalFields } from './apply.ts'
import type { Ask, PortalDeps } from './ask.ts'
import { enquiryView, isEnquiryNumber } from './enquiry-status.ts'
import { emptyForm, type FormState } from './form.view.ts'
import { type Html, none } from './html.ts'
import { inLocale } from './page-context.ts'
import type { Pages } from './pages.ts'
import { notice } from './parts.view.ts'
import { lookUpLimit, newOnceKey, onceForForm, type Posting, post, sendPage, stateOfRefusal } from './posting.ts'
import { type StatusColour, type StatusView, statusFormPage, statusPage } from './status.view.ts'

/** Looking an application or enquiry up by number and proof, and what its owner may do with it. */
export function mountStatus(http: FastifyInstance, deps: PortalDeps, pages: Pages): void {
  pages.private('/apply/status', async ({ ctx, query }) =>
    statusFormPage(ctx, { values: { number: query.number ?? '' }, errors: {} }),
  )
  const on = (path: string, handle: (posting: Posting) => Promise<unknown>) =>
    post(http, deps, pages, { path, back: '/apply/status', limit: lookUpLimit }, handle)
  on('/apply/status', (posting) => show(deps, posting))
  on('/apply/amend', (posting) => amend(deps, posting))
  on('/apply/withdraw', (posting) =>
    act(deps, posting, posting.ask.ctx.t.status.withdrawn, () =>
      onceForForm(deps, posting, (tx) =>
        withdrawApplication(tx, { ...proofOf(posting), reason: posting.values.reason ?? null }),
      ),
    ),
  )
  on('/apply/rate', (posting) => act(deps, posting, posting.ask.ctx.t.status.ratedNow, () => rate(deps, posting)))
}

const proofOf = ({ values }: Posting) => ({ number: values.number ?? '', proof: values.proof ?? '' })

async function rate(deps: PortalDeps, posting: Posting): Promise<unknown> {
  const { values } = posting
  const input = { ...proofOf(posting), score: Number(values.score ?? 0), comment: values.comment ?? null }
  return onceForForm(deps, posting, async (tx) =>
    isEnquiryNumber(input.number) ? rateEnquiry(tx, input) : rateApplication(tx, input),
  )
}

/** What is known under this number and proof, or the form again with the reason why not. */
async function show(deps: PortalDeps, posting: Posting, message: Html = none, state?: FormState): Promise<unknown> {
  const { ask, reply, values } = posting
  const { t } = ask.ctx
  const errors: Record<string, string> = {}
  if (!values.number?.trim()) errors.number = t.form.required(t.receipt.number)
  if (!values.proof?.trim()) errors.proof = t.form.required(t.status.proof)
  const again = (form: FormState) => sendPage(reply, statusFormPage(ask.ctx, form), 422)
  if (Object.keys(errors).length > 0) return again({ values, errors })
  try {
    const view = isEnquiryNumber(values.number ?? '')
      ? enquiryView(ask.ctx, await ask.inCentre((tx) => findEnquiryForPublic(tx, proofOf(posting))), values)
      : await applicationView(
          ask,
          await ask.inCentre((tx) => findApplicationForPublic(tx, proofOf(posting))),
          values,
          state,
        )
    return sendPage(reply, statusPage(ask.ctx, view, message), state ? 422 : 200)
  } catch (error) {
    return again(stateOfRefusal(deps, ask, [], values, error))
  }
}

async function act(deps: PortalDeps, posting: Posting, done: string, work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
    return show(deps, posting, notice('done', done))
  } catch (error) {
    const { problem, errors } = stateOfRefusal(deps, posting.ask, [], posting.values, error)
    return show(deps, posting, notice('error', problem ?? Object.values(errors).join('')))
  }
}

async function amend(deps: PortalDeps, posting: Posting): Promise<unknown> {
  const { ask, values } = posting
  try {
    const found = await ask.inCentre((tx) => findApplicationForPublic(tx, proofOf(posting)))
    if (!found.form) throw new Refusal('hall.code_needed')
    const form = found.form
    const fields = await ask.inCentre((tx) => portalFields(tx, ask.ctx, form))
    const answers = answersOf(fields, values)
    await onceForForm(deps, posting, (tx) => amendApplication(tx, { ...proofOf(posting), answers }))
    return show(deps, posting, notice('done', ask.ctx.t.status.amended))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const names = error.fields.map((fault) => ({
      key: fault.field,
      label: fault.field,
      type: 'text' as const,
      required: false,
    }))
    const state = stateOfRefusal(deps, ask, names, values, error)
    return show(deps, posting, state.problem ? notice('error', state.problem) : none, state)
  }
}

const colours: Readonly<Record<ApplicationForPublic['state'], StatusColour>> = {
  submitted: 'pending',
  returned: 'rejected',
  accepted: 'active',
  in_progress: 'active',
  done: 'done',
  declined: 'rejected',
  withdrawn: 'closed',
}

async function applicationView(
  ask: Ask,
  found: ApplicationForPublic,
  values: Readonly<Record<string, string>>,
  state: FormState | undefined,
): Promise<StatusView> {
  const { ctx } = ask
  const { form, answers } = found
  const fields = form && found.canAmend ? await ask.inCentre((tx) => portalFields(tx, ctx, form)) : []
  const typed = Object.fromEntries(Object.entries(answers ?? {}).map(([key, value]) => [key, String(value)]))
  return {
    kind: 'application',
    number: found.number,
    proof: values.proof ?? '',
    about: found.serviceName,
    status: { word: inLocale(ctx, found.stateWord.zh, found.stateWord.en), colour: colours[found.state] },
    submittedAt: new Date(found.submittedAt),
    due: found.dueOn,
    filled: (found.answersInWords ?? [])
      .map((one) => ({ label: inLocale(ctx, one.label, one.labelEn), text: inLocale(ctx, one.text, one.textEn) }))
      .filter((one) => one.text !== ''),
    timeline: found.timeline.map((one) => ({
      at: new Date(one.at),
      title: inLocale(ctx, one.act.zh, one.act.en),
      note: one.note ?? '',
      done: true,
    })),
    amend: found.canAmend
      ? { reason: found.reason ?? '', fields, state: state ?? { ...emptyForm, values: typed } }
      : null,
    note: found.provedBy === 'phone' ? ctx.t.status.byPhone : null,
    canWithdraw: found.canWithdraw,
    canRate: found.canRate,
    rating: found.score,
    onceKey: newOnceKey(),
  }
}
