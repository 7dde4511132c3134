import { normalisePhone } from '@xianghui/kit/phone'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { answersInWords } from './application.flow.ts'
import { type Application, findApplicationByNumber, listEvents } from './application.queries.ts'
import { type ApplicationState, actWords, nextState, stateWords } from './application.rules.ts'
import type { Answers, FormField } from './form.rules.ts'
import { isQueryCode } from './query-code.ts'

/** How a visitor shows that an application is his: its number, and the phone or the query code in one field. */
export interface Proof {
  number: string
  /** phone or query code */
  proof: string
}

/** What the applicant may see. With the phone alone: progress only; answers and acts need the query code. */
export interface ApplicationForPublic {
  number: string
  serviceName: string
  state: ApplicationState
  stateWord: { zh: string; en: string }
  submittedAt: string
  dueOn: string | null
  reason: string | null
  score: number | null
  provedBy: 'code' | 'phone'
  canAmend: boolean
  canWithdraw: boolean
  canRate: boolean
  /** only with the query code */
  form: FormField[] | null
  answers: Answers | null
  answersInWords: { key: string; label: string; labelEn: string; text: string; textEn: string }[] | null
  timeline: { at: string; act: { zh: string; en: string }; note: string | null }[]
}

/** @throws Refusal hall.not_found: the same for a wrong number, phone or code, so that nothing can be tried out */
export async function findApplicationForPublic(tx: Tx, proof: Proof): Promise<ApplicationForPublic> {
  const { application, provedBy } = await openByProof(tx, proof)
  const byCode = provedBy === 'code'
  const can = (act: 'amend' | 'withdraw' | 'rate') => byCode && nextState(application.state, act) !== undefined
  const events = await listEvents(tx, application.id)
  return {
    number: application.number,
    serviceName: application.serviceName,
    state: application.state,
    stateWord: stateWords[application.state],
    submittedAt: application.submittedAt.toISOString(),
    dueOn: application.dueOn,
    reason: application.reason,
    score: application.score,
    provedBy,
    canAmend: can('amend'),
    canWithdraw: can('withdraw'),
    canRate: can('rate') && application.score === null,
    form: byCode ? application.form : null,
    answers: byCode ? application.answers : null,
    answersInWords: byCode ? await answersInWords(tx, application) : null,
    timeline: events
      .filter((event) => event.act in actWords && event.act !== 'assign')
      .map((event) => ({
        at: event.at.toISOString(),
        act: actWords[event.act as keyof typeof actWords],
        note: event.note,
      })),
  }
}

/** For acts of the applicant: only the query code opens them. @throws Refusal hall.not_found | hall.code_needed */
export async function openByCode(tx: Tx, proof: Proof): Promise<Application> {
  const { application, provedBy } = await openByProof(tx, proof)
  if (provedBy === 'phone') throw new Refusal('hall.code_needed')
  return application
}

async function openByProof(
  tx: Tx,
  { number, proof }: Proof,
): Promise<{ application: Application; provedBy: 'code' | 'phone' }> {
  const tidy = number.normalize('NFKC').trim().toUpperCase()
  const application = await findApplicationByNumber(tx, tidy, true)
  if (!application) throw new Refusal('hall.not_found')
  if (isQueryCode(application.number, proof, application.codeHash)) return { application, provedBy: 'code' }
  const phone = normalisePhone(proof)
  if (phone.ok && phone.value.number === application.phone) return { application, provedBy: 'phone' }
  throw new Refusal('hall.not_found')
}
