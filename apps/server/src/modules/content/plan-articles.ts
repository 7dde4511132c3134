import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { dropSearchDoc } from '../../platform/search-index.ts'
import { findArticle, insertArticle } from './article.queries.ts'
import { cleaned } from './article.service.ts'
import { putPublication } from './publication.queries.ts'
import { putPublicDoc, putWorkDoc } from './publishing.ts'

/** A row of plans/<name>/documents.json. */
export interface PlanArticleRow {
  key: string
  order: number
  column: string
  title: string
  titleEn: string
  summary: string
  summaryEn: string
  bodyHtml: string
  bodyHtmlEn: string
  source: string
  sourceEn: string
}

/** The plan's own texts, published at once and marked as 方案载入 wherever they are shown; loading twice changes nothing. */
export async function insertPlanArticles(tx: Tx, rows: readonly PlanArticleRow[], source: string): Promise<void> {
  for (const row of rows) {
    const id = await insertArticle(tx, {
      ...cleaned({
        columnKey: row.column,
        title: row.title,
        titleEn: row.titleEn,
        summary: row.summary,
        summaryEn: row.summaryEn,
        bodyHtml: row.bodyHtml,
        bodyHtmlEn: row.bodyHtmlEn,
        sourceName: row.source,
        sourceNameEn: row.sourceEn,
        author: null,
        coverFileId: null,
        coverAlt: null,
        attachments: [],
        isTop: false,
        showOnHome: true,
        relatedServices: [],
        relatedZones: [],
        publishOn: null,
      }),
      state: 'published',
      planKey: row.key,
      source,
      by: { id: null, name: '方案载入' },
    })
    const article = id && (await findArticle(tx, id))
    if (!article) continue
    // One load, one moment: a second apart keeps the order of the file in every list.
    const at = new Date(tx.now.getTime() - row.order * 1000)
    await putPublication(tx, article.id, { at, summary: article.summary })
    await putPublicDoc(tx, article)
    await putWorkDoc(tx, article)
  }
  await publicChanged(tx)
}

/** Texts that nobody touched go; edited ones become the centre's own and are named. */
export async function removePlanArticles(tx: Tx, source: string): Promise<{ removed: number; kept: string[] }> {
  const { rows: untouched } = await sql<{ id: string }>`
    select id from content.article a where centre_id = ${tx.centreId} and source = ${source} and version = 1
      and state = 'published'
      and not exists (select 1 from content.article_version v where v.centre_id = a.centre_id and v.article_id = a.id)
    for update`.execute(tx.sql)
  const ids = untouched.map((row) => row.id)
  await sql`delete from content.publication where centre_id = ${tx.centreId} and article_id = any(${ids}::bigint[])`.execute(
    tx.sql,
  )
  await sql`delete from content.article where centre_id = ${tx.centreId} and id = any(${ids}::bigint[])`.execute(tx.sql)
  for (const id of ids) {
    await dropSearchDoc(tx, 'article', id)
    await dropSearchDoc(tx, 'article_work', id)
  }
  const { rows: kept } = await sql<{ title: string }>`
    update content.article set source = 'own', plan_key = null where centre_id = ${tx.centreId} and source = ${source}
    returning title`.execute(tx.sql)
  // What visitors still see of a kept one is the plan's text until the new version passes: its mark goes with the plan.
  await sql`update content.publication set source = 'own' where centre_id = ${tx.centreId} and source = ${source}`.execute(
    tx.sql,
  )
  await publicChanged(tx)
  return { removed: ids.length, kept: kept.map((row) => `稿件“${row.title}”`) }
}
