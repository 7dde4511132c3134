import type { Actor } from '../../platform/actor.ts'
import { askApproval, withdrawApproval } from '../../platform/approval.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dropSearchDoc } from '../../platform/search-index.ts'
import {
  type Article,
  deleteUnread,
  findArticle,
  insertArticle,
  insertVersion,
  moveArticle,
  publicFilesAmong,
  updateArticle,
} from './article.queries.ts'
import {
  type ArticleFields,
  faultsOfArticle,
  maySubmit,
  stateAfterSave,
  summaryOf,
  wordHints,
} from './article.rules.ts'
import { listColumns } from './column.queries.ts'
import { putWorkDoc, unpublish } from './publishing.ts'
import { reviewFlow } from './review.flow.ts'
import { fileIdsOf, sanitiseBody, textOf } from './sanitise.rules.ts'

/** @throws Refusal record.not_found */
export async function getArticle(tx: Tx, id: string): Promise<Article> {
  const article = await findArticle(tx, id)
  if (!article) throw new Refusal('record.not_found')
  return article
}

/** @throws Refusal content.column_unknown */
export async function createArticle(tx: Tx, actor: Actor, fields: ArticleFields): Promise<Article> {
  await refuseUnknownColumn(tx, fields.columnKey)
  const id = await insertArticle(tx, { ...cleaned(fields), state: 'draft', by: actor })
  if (!id) throw new Error('a new article met an old one')
  const article = await getArticle(tx, id)
  await putWorkDoc(tx, article)
  await recordAct(tx, actor, {
    action: 'content.article_created',
    subject: { kind: 'article', id },
    summary: `${actor.name} 新建了稿件“${article.title}”`,
    after: tracedFields(article),
  })
  return article
}

/**
 * Saves the working copy. Of a published article this begins a new version: visitors see the old one until the new
 * one has passed 三审.
 * @throws Refusal record.not_found | record.changed | content.in_review | content.column_unknown
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  fields: ArticleFields,
): Promise<Article> {
  const before = await getArticle(tx, id)
  if (stateAfterSave(before.state) === undefined) throw new Refusal('content.in_review')
  await refuseUnknownColumn(tx, fields.columnKey)
  const saved = await updateArticle(tx, id, version, cleaned(fields), actor.name)
  if (saved === undefined) throw new Refusal('record.changed')
  const article = await getArticle(tx, id)
  await putWorkDoc(tx, article)
  await recordAct(tx, actor, {
    action: 'content.article_saved',
    subject: { kind: 'article', id },
    summary: `${actor.name} 修改了稿件“${article.title}”`,
    before: tracedFields(before),
    after: tracedFields(article),
  })
  return article
}

/** @throws Refusal content.article_incomplete | content.file_not_public | content.not_submittable | record.changed */
export async function submitArticle(tx: Tx, actor: Actor, id: string, version: number): Promise<string> {
  const article = await findArticle(tx, id, true)
  if (!article) throw new Refusal('record.not_found')
  if (article.state === 'reviewing') throw new Refusal('approval.already_open')
  if (!maySubmit(article.state)) throw new Refusal('content.not_submittable')
  if (article.version !== version) throw new Refusal('record.changed')
  const faults = faultsOfArticle(article)
  if (faults.length > 0) throw new Refusal('content.article_incomplete', {}, faults)
  await refusePrivateFiles(tx, article)
  await moveArticle(tx, id, { from: [article.state], to: 'reviewing' })
  await insertVersion(tx, article, 'submitted', actor.name)
  return askApproval(tx, actor, reviewFlow, {
    subject: { kind: 'article', id, version },
    title: article.title,
    snapshot: await snapshotOf(tx, article),
  })
}

/** The writer takes it back while it is under review. @throws Refusal approval.closed */
export async function takeBack(tx: Tx, actor: Actor, id: string): Promise<void> {
  await withdrawApproval(tx, actor, { kind: 'article', id })
  await moveArticle(tx, id, { from: ['reviewing'], to: 'draft' })
  await recordAct(tx, actor, {
    action: 'approval.withdrawn',
    subject: { kind: 'article', id },
    summary: `${actor.name} 撤回了送审`,
  })
}

/** Takes a published or scheduled article down, with the reason. @throws Refusal content.not_published | content.reason_needed */
export async function withdrawArticle(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  const article = await findArticle(tx, id, true)
  if (!article) throw new Refusal('record.not_found')
  if (reason.trim() === '')
    throw new Refusal('content.reason_needed', {}, [{ field: 'reason', code: 'content.reason_needed' }])
  const wasPublic = await unpublish(tx, actor, article, reason.trim())
  const scheduled = article.state === 'approved'
  if (!wasPublic && !scheduled) throw new Refusal('content.not_published')
  // A new version in work or under review goes on; only the published text itself is marked as taken down.
  await moveArticle(tx, id, { from: ['published', 'approved'], to: 'withdrawn', reason: reason.trim() })
  if (wasPublic) return
  await recordAct(tx, actor, {
    action: 'content.article_withdrawn',
    subject: { kind: 'article', id },
    summary: `${actor.name} 取消了稿件“${article.title}”的定时发布`,
    reason: reason.trim(),
  })
}

/** A draft that nobody read goes without a trace but the ledger's. @throws Refusal content.published_stays */
export async function deleteDraft(tx: Tx, actor: Actor, id: string): Promise<void> {
  const article = await getArticle(tx, id)
  if (!(await deleteUnread(tx, id))) throw new Refusal('content.published_stays')
  await dropSearchDoc(tx, 'article_work', id)
  await recordAct(tx, actor, {
    action: 'content.article_deleted',
    subject: { kind: 'article', id },
    summary: `${actor.name} 删除了草稿“${article.title}”`,
    before: tracedFields(article),
  })
}

/** Everything a reviewer needs, as the reader will see it. */
async function snapshotOf(tx: Tx, article: Article) {
  const column = (await listColumns(tx)).find((one) => one.key === article.columnKey)
  const summary = summaryOf(article.summary, article.bodyHtml)
  const { publishOn, title, titleEn, summaryEn, bodyHtml, bodyHtmlEn, sourceName, sourceNameEn, author } = article
  return {
    column: { key: article.columnKey, name: column?.name ?? article.columnKey, nameEn: column?.nameEn ?? '' },
    ...{ title, titleEn, summary, summaryEn, bodyHtml, bodyHtmlEn, sourceName, sourceNameEn, author },
    coverFileId: article.coverFileId,
    coverAlt: article.coverAlt,
    attachments: article.attachments,
    isTop: article.isTop,
    showOnHome: article.showOnHome,
    publishOn: publishOn?.toISOString() ?? null,
    version: article.version,
    replacesVersion: article.publishedVersion,
    hints: wordHints(article),
  }
}

export function cleaned(fields: ArticleFields): ArticleFields & { bodyText: string } {
  const bodyHtml = sanitiseBody(fields.bodyHtml)
  const bodyHtmlEn = fields.bodyHtmlEn === null ? null : sanitiseBody(fields.bodyHtmlEn)
  return {
    ...fields,
    title: fields.title.trim(),
    bodyHtml,
    bodyHtmlEn,
    summary: fields.summary.trim(),
    bodyText: textOf(bodyHtml),
  }
}

async function refuseUnknownColumn(tx: Tx, key: string): Promise<void> {
  if ((await listColumns(tx)).some((column) => column.key === key && column.isShown)) return
  throw new Refusal('content.column_unknown', {}, [{ field: 'columnKey', code: 'content.column_unknown' }])
}

async function refusePrivateFiles(tx: Tx, article: Article): Promise<void> {
  const ids = [
    ...fileIdsOf(article.bodyHtml),
    ...fileIdsOf(article.bodyHtmlEn ?? ''),
    ...(article.coverFileId ? [article.coverFileId] : []),
    ...article.attachments.map((one) => one.fileId),
  ]
  const open = await publicFilesAmong(tx, ids)
  const closed = ids.find((id) => !open.has(id))
  if (closed === undefined) return
  const name = article.attachments.find((one) => one.fileId === closed)?.name ?? closed
  throw new Refusal('content.file_not_public', { name })
}

// The ledger keeps the text as plain words: enough to see what changed, without the markup.
function tracedFields(article: Article) {
  const { columnKey, title, titleEn, summary, sourceName, author, coverFileId, isTop, publishOn, version } = article
  return {
    ...{ columnKey, title, titleEn, summary, sourceName, author, coverFileId, isTop, version },
    publishOn: publishOn?.toISOString() ?? null,
    body: textOf(article.bodyHtml).slice(0, 4000),
  }
}
