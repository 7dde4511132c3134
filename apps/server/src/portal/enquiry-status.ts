import type { EnquiryForPublic } from '../modules/hall/index.ts'
import type { PageContext } from './page-context.ts'
import { newOnceKey } from './posting.ts'
import type { StatusView } from './status.view.ts'

/** Enquiries are numbered ZX…, reports of errors JC…; everything else is an application. */
export const isEnquiryNumber = (number: string): boolean => /^\s*(ZX|JC)/i.test(number.normalize('NFKC'))

const colours = { open: 'pending', answered: 'done', closed: 'closed' } as const

/** An enquiry as the same page shows an application. */
export function enquiryView(
  ctx: PageContext,
  found: EnquiryForPublic,
  values: Readonly<Record<string, string>>,
): StatusView {
  const { t } = ctx
  const submitted = new Date(found.submittedAt)
  const answered = found.answeredAt ? new Date(found.answeredAt) : null
  return {
    kind: 'enquiry',
    number: found.number,
    proof: values.proof ?? '',
    about: found.kind === 'correction' ? t.corrections.about : t.contact.about,
    status: { word: t.status.enquiryStates[found.state], colour: colours[found.state] },
    submittedAt: submitted,
    due: null,
    filled: found.content ? [{ label: t.status.question, text: found.content }] : [],
    timeline: [
      { at: submitted, title: t.status.submittedStep, note: '', done: true },
      ...(answered && found.answer ? [{ at: answered, title: t.status.answer, note: found.answer, done: true }] : []),
    ],
    amend: null,
    note: null,
    canWithdraw: false,
    canRate: found.canRate,
    rating: found.score,
    onceKey: newOnceKey(),
  }
}
