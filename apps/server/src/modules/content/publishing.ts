import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { dropSearchDoc, putSearchDoc } from '../../platform/search-index.ts'
import { type Article, findArticle, insertVersion, listDue, moveArticle } from './article.queries.ts'
import { summaryOf } from './article.rules.ts'
import { deletePublication, putPublication } from './publication.queries.ts'
import { textOf } from './sanitise.rules.ts'

/** Puts the reviewed version before the visitors: page, search, event and trace in one transaction. */
export async function publishArticle(tx: Tx, actor: Actor, article: Article): Promise<void> {
  await moveArticle(tx, article.id, { from: ['reviewing', 'approved'], to: 'published' })
  await putPublication(tx, article.id, {
    at: article.publishOn && article.publishOn > tx.now ? article.publishOn : tx.now,
    summary: summaryOf(article.summary, article.bodyHtml),
  })
  await insertVersion(tx, article, 'published', actor.name)
  await putPublicDoc(tx, article)
  await publish(tx, {
    name: 'content.article_published',
    aggregate: `article:${article.id}`,
    payload: { articleId: article.id, columnKey: article.columnKey, title: article.title, version: article.version },
  })
  await recordAct(tx, actor, {
    action: 'content.article_published',
    subject: { kind: 'article', id: article.id },
    summary: `${actor.name} 发布了稿件“${article.title}”（第 ${article.version} 版）`,
    before: article.publishedVersion === null ? null : { version: article.publishedVersion },
    after: { version: article.version, columnKey: article.columnKey },
  })
  await publicChanged(tx)
}

/** Takes what visitors see down; the working copy stays. False = visitors saw none. */
export async function unpublish(tx: Tx, actor: Actor, article: Article, reason: string): Promise<boolean> {
  if (!(await deletePublication(tx, article.id))) return false
  await dropSearchDoc(tx, 'article', article.id)
  await insertVersion(tx, article, 'withdrawn', actor.name)
  await publish(tx, {
    name: 'content.article_withdrawn',
    aggregate: `article:${article.id}`,
    payload: { articleId: article.id, title: article.title, reason },
  })
  await recordAct(tx, actor, {
    action: 'content.article_withdrawn',
    subject: { kind: 'article', id: article.id },
    summary: `${actor.name} 撤下了稿件“${article.title}”`,
    before: { version: article.publishedVersion },
    reason,
  })
  await publicChanged(tx)
  return true
}

/** Approved articles go out when their time comes. */
export async function publishDue(tx: Tx, actor: Actor): Promise<number> {
  const due = await listDue(tx)
  for (const id of due) {
    const article = await findArticle(tx, id)
    if (article) await publishArticle(tx, actor, article)
  }
  return due.length
}

export async function putPublicDoc(
  tx: Tx,
  article: Pick<Article, 'id' | 'title' | 'titleEn' | 'summary' | 'summaryEn' | 'bodyHtml' | 'bodyHtmlEn'>,
): Promise<void> {
  await putSearchDoc(tx, {
    kind: 'article',
    ref: article.id,
    title: article.title,
    summary: summaryOf(article.summary, article.bodyHtml),
    body: [article.titleEn, article.summaryEn, textOf(article.bodyHtml), textOf(article.bodyHtmlEn ?? '')].join('\n'),
    url: `/news/${article.id}`,
    audience: 'public',
  })
}

/** What editors find, drafts included. */
export async function putWorkDoc(
  tx: Tx,
  article: Pick<Article, 'id' | 'title' | 'summary' | 'bodyHtml'>,
): Promise<void> {
  await putSearchDoc(tx, {
    kind: 'article_work',
    ref: article.id,
    title: article.title,
    summary: summaryOf(article.summary, article.bodyHtml),
    url: `/content/articles/${article.id}`,
    audience: 'staff',
  })
}
