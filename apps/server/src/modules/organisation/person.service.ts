import { businessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dropSearchDoc, putSearchDoc } from '../../platform/search-index.ts'
import { anonymiseAccount } from './account.queries.ts'
import { closeAccountOf } from './account.service.ts'
import { endAssignments, listAssignmentsOf } from './org.queries.ts'
import {
  badgeHolder,
  endConsents,
  findPerson,
  insertConsent,
  insertPersonRow,
  listConsents,
  listDuties,
  listPeopleRows,
  type PersonFilter,
  type PersonRow,
  updatePersonRow,
} from './person.queries.ts'
import { checkPerson, compareNames, masked, type PersonFields } from './person.rules.ts'

export interface PeoplePage {
  page: number
  size: number
  sort?: string | undefined
}

/** People by pinyin of the name (default) or newest first; personal data masked. */
export async function listPeople(tx: Tx, filter: Omit<PersonFilter, 'day'>, page: PeoplePage) {
  const rows = await listPeopleRows(tx, { ...filter, day: businessDate(tx.now) })
  rows.sort(page.sort?.endsWith('createdAt') ? (a, b) => a.createdAt.getTime() - b.createdAt.getTime() : compareNames)
  if (page.sort?.startsWith('-')) rows.reverse()
  const start = (page.page - 1) * page.size
  return { items: rows.slice(start, start + page.size).map(masked), total: rows.length }
}

/** @throws Refusal record.not_found */
export async function getPerson(tx: Tx, id: string): Promise<PersonRow> {
  const person = await findPerson(tx, id, businessDate(tx.now))
  if (!person) throw new Refusal('record.not_found')
  return person
}

export async function createPerson(tx: Tx, actor: Actor, input: PersonFields): Promise<{ id: string }> {
  const fields = checked(tx, input)
  const id = await insertPersonRow(tx, fields)
  if (id === undefined) throw await badgeTaken(tx, fields.badgeNo)
  await recordAct(tx, actor, {
    action: 'person.created',
    subject: { kind: 'person', id },
    summary: `${actor.name} 登记人员 ${fields.name}`,
    after: masked(fields),
  })
  await putPersonDoc(tx, { id, ...fields })
  return { id }
}

/** What is left out stays as it is: a form never sends masked data back. */
export type PersonChange = Partial<PersonFields> & { id: string; version: number }

export async function editPerson(tx: Tx, actor: Actor, input: PersonChange): Promise<void> {
  const { id, version, ...change } = input
  const before = await getPerson(tx, id)
  if (before.version !== version) throw new Refusal('record.changed')
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const fields = checked(tx, { ...fieldsOf(before), ...given })
  if (fields.badgeNo !== null) {
    const holder = await badgeHolder(tx, fields.badgeNo)
    if (holder && holder.id !== id) throw await badgeTaken(tx, fields.badgeNo)
  }
  if (!(await updatePersonRow(tx, id, version, { ...fields, state: before.state }))) throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'person.edited',
    subject: { kind: 'person', id },
    summary: `${actor.name} 修改人员 ${fields.name}`,
    before: masked(fieldsOf(before)),
    after: masked(fields),
  })
  await putPersonDoc(tx, { id, ...fields })
  // Names of keepers and zone staff stand on public pages.
  await publicChanged(tx)
}

/** Leaving ends posts, account and sessions; who still answers for a station or zone hands over first. */
export async function leavePerson(
  tx: Tx,
  actor: Actor,
  input: { id: string; version: number; lastDay: string; reason: string },
): Promise<void> {
  const before = await getPerson(tx, input.id)
  if (before.state === 'left') throw new Refusal('person.left_already')
  if (before.version !== input.version) throw new Refusal('record.changed')
  const duties = await listDuties(tx, input.id)
  if (duties.length > 0) throw new Refusal('person.has_duties', { what: duties.join('、') })
  await closeAccountOf(tx, actor, input.id)
  await endAssignments(tx, input.id, input.lastDay)
  if (!(await updatePersonRow(tx, input.id, input.version, { ...fieldsOf(before), state: 'left' })))
    throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'person.left',
    subject: { kind: 'person', id: input.id },
    summary: `${actor.name} 办理 ${before.name} 离岗，最后一天 ${input.lastDay}`,
    reason: input.reason,
  })
}

export async function rejoinPerson(tx: Tx, actor: Actor, input: { id: string; version: number }): Promise<void> {
  const before = await getPerson(tx, input.id)
  if (before.state === 'active') throw new Refusal('person.active_already')
  if (!(await updatePersonRow(tx, input.id, input.version, { ...fieldsOf(before), state: 'active' })))
    throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'person.rejoined',
    subject: { kind: 'person', id: input.id },
    summary: `${actor.name} 办理 ${before.name} 重新到岗`,
  })
}

/** Whole personal data, for a reason that stays in the ledger (PIPL 第五十一条). */
export async function revealPerson(tx: Tx, actor: Actor, input: { id: string; reason: string }) {
  const person = await getPerson(tx, input.id)
  await recordAct(tx, actor, {
    action: 'person.revealed',
    subject: { kind: 'person', id: input.id },
    summary: `${actor.name} 查看了 ${person.name} 的完整个人信息`,
    reason: input.reason,
  })
  return { phone: person.phone, email: person.email, citizenId: person.citizenId }
}

/** Everything held about a person, on the person's request (PIPL 第四十五条). */
export async function exportPerson(tx: Tx, actor: Actor, input: { id: string; reason: string }) {
  const person = await getPerson(tx, input.id)
  await recordAct(tx, actor, {
    action: 'person.exported',
    subject: { kind: 'person', id: input.id },
    summary: `${actor.name} 导出了 ${person.name} 的个人信息`,
    reason: input.reason,
  })
  const { version: _version, ...data } = person
  const consents = await listConsents(tx, input.id)
  return { person: data, consents, posts: await listAssignmentsOf(tx, input.id), exportedAt: tx.now.toISOString() }
}

/** On the person's request (PIPL 第四十七条): personal data goes, ledgers keep their acts. Only after leaving. */
export async function anonymisePerson(
  tx: Tx,
  actor: Actor,
  input: { id: string; version: number; reason: string },
): Promise<void> {
  const before = await getPerson(tx, input.id)
  if (before.state !== 'left') throw new Refusal('person.still_active')
  const nobody = { name: '已匿名', gender: null, phone: null, email: null, citizenId: null, badgeNo: null, note: null }
  if (!(await updatePersonRow(tx, input.id, input.version, { ...nobody, state: 'left' })))
    throw new Refusal('record.changed')
  await anonymiseAccount(tx, input.id)
  await endConsents(tx, input.id, null)
  await dropSearchDoc(tx, 'person', input.id)
  await recordAct(tx, actor, {
    action: 'person.anonymised',
    subject: { kind: 'person', id: input.id },
    summary: `${actor.name} 应本人要求删除了一名人员的个人信息`,
    reason: input.reason,
  })
}

export async function recordConsent(
  tx: Tx,
  actor: Actor,
  input: { id: string; purpose: string; textVersion: string },
): Promise<void> {
  const person = await getPerson(tx, input.id)
  await insertConsent(tx, { personId: input.id, purpose: input.purpose, textVersion: input.textVersion })
  await actOnConsent(tx, actor, person, 'person.consent_given', `登记了 ${person.name} 的同意（${input.purpose}）`)
}

export async function withdrawConsent(tx: Tx, actor: Actor, input: { id: string; purpose: string }): Promise<void> {
  const person = await getPerson(tx, input.id)
  if ((await endConsents(tx, input.id, input.purpose)) === 0) throw new Refusal('record.not_found')
  await actOnConsent(tx, actor, person, 'person.consent_withdrawn', `撤回了 ${person.name} 的同意（${input.purpose}）`)
}

async function actOnConsent(tx: Tx, actor: Actor, person: PersonRow, action: string, words: string): Promise<void> {
  await recordAct(tx, actor, { action, subject: { kind: 'person', id: person.id }, summary: `${actor.name} ${words}` })
  await publicChanged(tx)
}

function checked(tx: Tx, input: PersonFields): PersonFields {
  const result = checkPerson(input, businessDate(tx.now))
  if (!result.ok) throw new Refusal('request.invalid', {}, result.faults)
  return result.fields
}

async function badgeTaken(tx: Tx, badgeNo: string | null): Promise<Refusal> {
  const holder = await badgeHolder(tx, badgeNo ?? '')
  const detail = { badgeNo, name: holder?.name ?? '' }
  return new Refusal('person.badge_taken', detail, [{ field: 'badgeNo', code: 'person.badge_taken', detail }])
}

const putPersonDoc = (tx: Tx, person: { id: string; name: string; badgeNo: string | null }) =>
  putSearchDoc(tx, {
    kind: 'person',
    ref: person.id,
    title: person.name,
    summary: person.badgeNo ?? '',
    url: `/people/${person.id}`,
    audience: 'staff',
  })

function fieldsOf(row: PersonRow): PersonFields {
  const { name, gender, phone, email, citizenId, badgeNo, note } = row
  return { name, gender, phone, email, citizenId, badgeNo, note }
}
