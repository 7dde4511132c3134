import { businessDate, partsOf } from '@xianghui/kit/calendar'
import { normalisePhone } from '@xianghui/kit/phone'
import { type Actor, anonymous } from '../../platform/actor.ts'
import { withdrawApproval } from '../../platform/approval.ts'
import { recordAct } from '../../platform/audit.ts'
import { nextNumber } from '../../platform/counter.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import { closeTodo } from '../../platform/todo.ts'
import { askAcceptance } from './application.flow.ts'
import { announce, moveApplication, refuseImpossible } from './application.move.ts'
import {
  type Application,
  findApplication,
  findOpenApproval,
  insertApplication,
  insertEvent,
  isOpenStation,
  regionCodesOn,
} from './application.queries.ts'
import { documentNumber } from './application.rules.ts'
import { findServiceByKey } from './catalogue.queries.ts'
import { type Answers, type FormField, readAnswers } from './form.rules.ts'
import { type ApplicationForPublic, findApplicationForPublic, openByCode, type Proof } from './public-status.ts'
import { hashQueryCode, newQueryCode } from './query-code.ts'

export interface SubmitApplication {
  /** key of the service */
  service: string
  /** as typed, by key of the form's fields */
  answers: Readonly<Record<string, unknown>>
  applicantName: string
  phone: string
  regionCode?: string | null
  stationId?: string | null
  consent: boolean
}
export interface Submitted {
  id: string
  number: string
  /** shown once, kept only as a hash */
  code: string
  serviceName: string
  submittedAt: string
}

const citizen = (centreId: string): Actor => ({ ...anonymous(centreId), name: '申请人' })

/**
 * Files an application. Run it inside `onceOnly` (or an idempotent endpoint), so that a repeated sending gives the first answer.
 * @throws Refusal hall.form_invalid with a fault per field | hall.service_unknown | hall.service_closed
 */
export async function submitApplication(tx: Tx, input: SubmitApplication): Promise<Submitted> {
  const service = await findServiceByKey(tx, input.service)
  if (!service) throw new Refusal('hall.service_unknown')
  if (service.state === 'closed') throw new Refusal('hall.service_closed')
  const checked = await checkInput(tx, service.form, input)
  const code = newQueryCode()
  const number = await nextDocument(tx, 'SQ')
  const id = tx.newId()
  await insertApplication(tx, {
    id,
    number,
    serviceId: service.id,
    serviceName: service.name,
    form: service.form,
    ...checked,
    codeHash: hashQueryCode(number, code),
  })
  const saved = await findApplication(tx, id)
  if (!saved) throw new Error('application not written')
  const actor = citizen(tx.centreId)
  await insertEvent(tx, id, { ...blank, act: 'submit', toState: 'submitted', actorName: actor.name })
  await recordAct(tx, actor, {
    action: 'hall.application_submitted',
    subject: { kind: 'application', id },
    summary: `收到网上申请 ${number}：${service.name}`,
  })
  await askAcceptance(tx, actor, saved)
  await announce(tx, saved, 'submit', null)
  await publicChanged(tx)
  return { id, number, code, serviceName: service.name, submittedAt: tx.now.toISOString() }
}

const blank = { fromState: null, actorId: null, note: null, insideNote: null }

/** The next number of a kind of document in this year. */
export async function nextDocument(tx: Tx, prefix: 'SQ' | 'ZX' | 'JC'): Promise<string> {
  const { year } = partsOf(businessDate(tx.now))
  return documentNumber(prefix, year, await nextNumber(tx, `hall:${prefix}:${year}`))
}

interface Checked {
  answers: Answers
  applicantName: string
  phone: string
  regionCode: string | null
  stationId: string | null
}

async function checkInput(tx: Tx, form: readonly FormField[], input: SubmitApplication): Promise<Checked> {
  const regions = await regionCodesOn(tx, businessDate(tx.now))
  const { answers, faults: wrong } = readAnswers(form, input.answers, (code) => regions.has(code))
  const faults: FieldFault[] = [...wrong]
  const applicantName = input.applicantName.trim()
  if (applicantName === '' || applicantName.length > 60)
    faults.push({ field: 'applicantName', code: 'hall.name_needed' })
  const phone = normalisePhone(input.phone)
  if (!phone.ok) faults.push({ field: 'phone', code: 'hall.phone_wrong' })
  const regionCode = input.regionCode?.trim() || regionAnswer(form, answers)
  if (regionCode && !regions.has(regionCode)) faults.push({ field: 'regionCode', code: 'hall.region_unknown' })
  const stationId = input.stationId ?? null
  if (stationId && !(await isOpenStation(tx, stationId)))
    faults.push({ field: 'stationId', code: 'hall.station_unknown' })
  if (!input.consent) faults.push({ field: 'consent', code: 'hall.consent_needed' })
  if (faults.length > 0 || !phone.ok) throw new Refusal('hall.form_invalid', {}, faults)
  return { answers, applicantName, phone: phone.value.number, regionCode, stationId }
}

/** The township that the form itself asks for says where the applicant is. */
function regionAnswer(form: readonly FormField[], answers: Answers): string | null {
  const field = form.find((one) => one.type === 'region')
  const code = field ? answers[field.key] : undefined
  return typeof code === 'string' ? code : null
}

/** A returned application, changed by its applicant, goes to acceptance again. @throws Refusal hall.form_invalid | hall.code_needed | hall.act_impossible */
export async function amendApplication(
  tx: Tx,
  input: Proof & { answers: Readonly<Record<string, unknown>> },
): Promise<ApplicationForPublic> {
  const application = await openByCode(tx, input)
  refuseImpossible(application, 'amend')
  const regions = await regionCodesOn(tx, businessDate(tx.now))
  const { answers, faults } = readAnswers(application.form, input.answers, (code) => regions.has(code))
  if (faults.length > 0) throw new Refusal('hall.form_invalid', {}, faults)
  const actor = citizen(tx.centreId)
  const change = { answers, revision: application.revision + 1, reason: null }
  const amended = await moveApplication(tx, actor, application, 'amend', { change })
  await askAcceptance(tx, actor, amended)
  return findApplicationForPublic(tx, input)
}

/** @throws Refusal hall.code_needed | hall.act_impossible */
export async function withdrawApplication(
  tx: Tx,
  input: Proof & { reason?: string | null },
): Promise<ApplicationForPublic> {
  const application = await openByCode(tx, input)
  refuseImpossible(application, 'withdraw')
  const actor = citizen(tx.centreId)
  await closeOpenWork(tx, actor, application)
  const reason = input.reason?.trim().slice(0, 200) || null
  await moveApplication(tx, actor, application, 'withdraw', { change: { closedAt: tx.now, reason }, note: reason })
  return findApplicationForPublic(tx, input)
}

/** Whoever waits for this application need not any more. */
export async function closeOpenWork(tx: Tx, actor: Actor, application: Application): Promise<void> {
  if (await findOpenApproval(tx, application.id))
    await withdrawApproval(tx, actor, { kind: 'application', id: application.id })
  await closeTodo(tx, `application:${application.id}`, actor)
}

/** Satisfaction with a finished application, once. @throws Refusal hall.score_wrong | hall.already_rated | hall.code_needed */
export async function rateApplication(
  tx: Tx,
  input: Proof & { score: number; comment?: string | null },
): Promise<ApplicationForPublic> {
  const application = await openByCode(tx, input)
  if (![1, 2, 3, 4, 5].includes(input.score))
    throw new Refusal('hall.score_wrong', {}, [{ field: 'score', code: 'hall.score_wrong' }])
  if (application.score !== null) throw new Refusal('hall.already_rated')
  const change = { score: input.score, comment: input.comment?.trim().slice(0, 500) || null }
  await moveApplication(tx, citizen(tx.centreId), application, 'rate', { change, note: `${input.score} 分` })
  return findApplicationForPublic(tx, input)
}
