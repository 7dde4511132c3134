import { maskEmail, maskPhone } from '@xianghui/kit/mask'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { closeTodo, openTodo } from '../../platform/todo.ts'
import { closeCorrection, findCorrection, insertCorrection } from './correction.queries.ts'

/**
 * 找错: a reader reports what is wrong on a page of the site. The page is given as a path or an address of ours.
 * @throws Refusal content.page_wrong | content.words_needed
 */
export async function reportCorrection(
  tx: Tx,
  report: { page: string; words: string; contact: string | null },
): Promise<string> {
  const pagePath = pathOf(report.page)
  if (!pagePath) throw new Refusal('content.page_wrong', {}, [{ field: 'page', code: 'content.page_wrong' }])
  const words = report.words.trim()
  if (words === '') throw new Refusal('content.words_needed', {}, [{ field: 'words', code: 'content.words_needed' }])
  const id = await insertCorrection(tx, { pagePath, words, contact: report.contact?.trim() || null })
  await openTodo(tx, {
    key: `correction:${id}`,
    forPermission: 'content.write',
    title: `读者找错：${words.slice(0, 30)}`,
    link: `/content/corrections?id=${id}`,
  })
  return id
}

/** @throws Refusal content.answer_needed | record.changed */
export async function handleCorrection(
  tx: Tx,
  actor: Actor,
  id: string,
  end: { state: 'mended' | 'declined'; answer: string },
): Promise<void> {
  const answer = end.answer.trim()
  if (answer === '')
    throw new Refusal('content.answer_needed', {}, [{ field: 'answer', code: 'content.answer_needed' }])
  if (!(await findCorrection(tx, id))) throw new Refusal('record.not_found')
  if (!(await closeCorrection(tx, id, { state: end.state, answer, byName: actor.name })))
    throw new Refusal('record.changed')
  await closeTodo(tx, `correction:${id}`, actor)
  await recordAct(tx, actor, {
    action: 'content.correction_handled',
    subject: { kind: 'correction', id },
    summary: `${actor.name} 处理了读者找错：${end.state === 'mended' ? '已改正' : '不采纳'}`,
    after: { ...end, answer },
  })
}

/** The reader's contact whole: with a reason, and with a trace. */
export async function revealContact(tx: Tx, actor: Actor, id: string, reason: string): Promise<string | null> {
  if (reason.trim() === '')
    throw new Refusal('content.reveal_reason_needed', {}, [{ field: 'reason', code: 'content.reveal_reason_needed' }])
  const correction = await findCorrection(tx, id)
  if (!correction) throw new Refusal('record.not_found')
  await recordAct(tx, actor, {
    action: 'content.contact_revealed',
    subject: { kind: 'correction', id },
    summary: `${actor.name} 查看了找错读者的联系方式`,
    reason: reason.trim(),
  })
  return correction.contact
}

export function maskContact(contact: string | null): string | null {
  if (contact === null) return null
  return contact.includes('@') ? maskEmail(contact) : maskPhone(contact)
}

function pathOf(page: string): string | undefined {
  const text = page.trim()
  if (/^\/(?![/\\])[^\s]*$/.test(text)) return text.slice(0, 300)
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const { pathname, search } = new URL(text)
  return `${pathname}${search}`.slice(0, 300)
}
