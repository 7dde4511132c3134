import { isMobile, normalisePhone } from '@xianghui/kit/phone'
import { type Actor, anonymous } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { type Sender, sendMessage } from '../../platform/outgoing.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import { closeTodo, openTodo } from '../../platform/todo.ts'
import { nextDocument } from './application.service.ts'
import type { EnquiryKind } from './enquiry.kinds.ts'
import { type Enquiry, findEnquiry, findEnquiryByNumber, insertEnquiry, updateEnquiry } from './enquiry.queries.ts'
import { refuseBlank } from './handling.service.ts'
import { hashQueryCode, isQueryCode, newQueryCode } from './query-code.ts'

export interface SubmitEnquiry {
  kind: EnquiryKind
  content: string
  /** needed for all but a correction (网站找错), which may be anonymous */
  name?: string | null
  phone?: string | null
  consent?: boolean
  /** corrections: which page, and how to reach the finder */
  page?: string | null
  contact?: string | null
}

/** Files a front-desk enquiry; run it inside `onceOnly`. @throws Refusal hall.enquiry_invalid with a fault per field */
export async function submitEnquiry(
  tx: Tx,
  input: SubmitEnquiry,
): Promise<{ id: string; number: string; code: string; submittedAt: string }> {
  const checked = checkEnquiry(input)
  const number = await nextDocument(tx, input.kind === 'correction' ? 'JC' : 'ZX')
  const id = tx.newId()
  const code = newQueryCode()
  await insertEnquiry(tx, { id, number, kind: input.kind, ...checked, codeHash: hashQueryCode(number, code) })
  await openTodo(tx, {
    key: `enquiry:${id}`,
    forPermission: 'hall.handle',
    title: `${input.kind === 'correction' ? '处理网站找错' : '答复咨询'}：${number} ${checked.content.slice(0, 30)}`,
    link: `/hall/enquiries/${id}`,
  })
  await recordAct(
    tx,
    { ...anonymous(tx.centreId), name: '咨询人' },
    { action: 'hall.enquiry_submitted', subject: { kind: 'enquiry', id }, summary: `收到前台咨询 ${number}` },
  )
  return { id, number, code, submittedAt: tx.now.toISOString() }
}

type Checked = Pick<Enquiry, 'name' | 'phone' | 'contact' | 'page' | 'content'>

function checkEnquiry(input: SubmitEnquiry): Checked {
  const faults: FieldFault[] = []
  const content = input.content.trim()
  const correction = input.kind === 'correction'
  if (content === '') faults.push({ field: correction ? 'problem' : 'content', code: 'hall.content_needed' })
  const name = input.name?.trim() || null
  const phone = input.phone?.trim() ? normalisePhone(input.phone) : undefined
  if (!correction && (name === null || name.length > 60))
    faults.push({ field: 'applicantName', code: 'hall.name_needed' })
  if ((!correction && !phone) || (phone && !phone.ok)) faults.push({ field: 'phone', code: 'hall.phone_wrong' })
  if (!correction && !input.consent) faults.push({ field: 'consent', code: 'hall.consent_needed' })
  if (correction && !input.page?.trim())
    faults.push({ field: 'page', code: 'hall.field_needed', detail: { label: '所在页面' } })
  if (faults.length > 0) throw new Refusal('hall.enquiry_invalid', {}, faults)
  return {
    name,
    phone: phone?.ok ? phone.value.number : null,
    contact: input.contact?.trim().slice(0, 60) || null,
    page: input.page?.trim().slice(0, 300) || null,
    content: content.slice(0, 2000),
  }
}

export interface EnquiryForPublic {
  number: string
  kind: EnquiryKind
  state: Enquiry['state']
  content: string | null
  answer: string | null
  submittedAt: string
  answeredAt: string | null
  score: number | null
  canRate: boolean
}

/** @throws Refusal hall.not_found, the same whatever was wrong */
export async function findEnquiryForPublic(
  tx: Tx,
  input: { number: string; proof: string },
): Promise<EnquiryForPublic> {
  const enquiry = await openByProof(tx, input)
  return {
    number: enquiry.number,
    kind: enquiry.kind,
    state: enquiry.state,
    content: enquiry.content,
    answer: enquiry.answer,
    submittedAt: enquiry.createdAt.toISOString(),
    answeredAt: enquiry.answeredAt?.toISOString() ?? null,
    score: enquiry.score,
    canRate: enquiry.state !== 'open' && enquiry.answer !== null && enquiry.score === null,
  }
}

export async function rateEnquiry(
  tx: Tx,
  input: { number: string; proof: string; score: number; comment?: string | null },
): Promise<EnquiryForPublic> {
  const enquiry = await openByProof(tx, input)
  if (![1, 2, 3, 4, 5].includes(input.score))
    throw new Refusal('hall.score_wrong', {}, [{ field: 'score', code: 'hall.score_wrong' }])
  if (enquiry.answer === null || enquiry.score !== null) throw new Refusal('hall.already_rated')
  const change = { score: input.score, comment: input.comment?.trim().slice(0, 500) || null }
  if (!(await updateEnquiry(tx, enquiry, change))) throw new Refusal('record.changed')
  return findEnquiryForPublic(tx, input)
}

async function openByProof(tx: Tx, input: { number: string; proof: string }): Promise<Enquiry> {
  const enquiry = await findEnquiryByNumber(tx, input.number.normalize('NFKC').trim().toUpperCase())
  if (!enquiry) throw new Refusal('hall.not_found')
  if (isQueryCode(enquiry.number, input.proof, enquiry.codeHash)) return enquiry
  const phone = normalisePhone(input.proof)
  if (phone.ok && phone.value.number === enquiry.phone) return enquiry
  throw new Refusal('hall.not_found')
}

export async function getEnquiry(tx: Tx, id: string): Promise<Enquiry> {
  const enquiry = await findEnquiry(tx, id)
  if (!enquiry) throw new Refusal('record.not_found')
  return enquiry
}

/** The answer, which may be put better until the enquiry is closed. @throws Refusal hall.answer_needed | hall.enquiry_closed */
export async function answerEnquiry(tx: Tx, actor: Actor, sender: Sender, id: string, answer: string): Promise<void> {
  const enquiry = await getEnquiry(tx, id)
  if (enquiry.state === 'closed') throw new Refusal('hall.enquiry_closed')
  const text = refuseBlank(answer, 'answer', 'hall.answer_needed')
  const change = { state: 'answered' as const, answer: text, answeredAt: tx.now, answeredByName: actor.name }
  await write(tx, actor, enquiry, change, '答复')
  if (enquiry.phone && isMobile(enquiry.phone))
    await sendMessage(tx, sender, {
      channel: 'sms',
      recipient: enquiry.phone,
      body: `您的咨询（${enquiry.number}）已答复：${text.slice(0, 200)}`,
    })
}

/** Closed without a further word: answered well, or nothing to answer (then with a reason). */
export async function closeEnquiry(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  const enquiry = await getEnquiry(tx, id)
  if (enquiry.state === 'closed') throw new Refusal('hall.enquiry_closed')
  if (enquiry.state === 'open') refuseBlank(reason, 'reason', 'hall.reason_needed')
  await write(tx, actor, enquiry, { state: 'closed', closedAt: tx.now }, '办结', reason.trim())
}

async function write(
  tx: Tx,
  actor: Actor,
  enquiry: Enquiry,
  change: Parameters<typeof updateEnquiry>[2],
  word: string,
  reason = '',
): Promise<void> {
  if (!(await updateEnquiry(tx, enquiry, change))) throw new Refusal('record.changed')
  await closeTodo(tx, `enquiry:${enquiry.id}`, actor)
  await recordAct(tx, actor, {
    action: 'hall.enquiry_written',
    subject: { kind: 'enquiry', id: enquiry.id },
    summary: `${actor.name} ${word}咨询 ${enquiry.number}`,
    before: { state: enquiry.state, answer: enquiry.answer },
    after: { state: change.state ?? enquiry.state, answer: change.answer ?? enquiry.answer },
    ...(reason ? { reason } : {}),
  })
  await publicChanged(tx)
}

export async function revealEnquirer(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<{ name: string | null; phone: string | null; contact: string | null }> {
  const enquiry = await getEnquiry(tx, id)
  const why = refuseBlank(reason, 'reason', 'hall.reveal_reason_needed')
  await recordAct(tx, actor, {
    action: 'hall.enquirer_revealed',
    subject: { kind: 'enquiry', id },
    summary: `${actor.name} 查看了 ${enquiry.number} 咨询人的联系方式`,
    reason: why,
  })
  return { name: enquiry.name, phone: enquiry.phone, contact: enquiry.contact }
}
