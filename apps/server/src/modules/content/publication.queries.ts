import { sql } from 'kysely'
import type { NamedStatement, Tx } from '../../platform/db.ts'
import type { ArticleAttachment } from './article.rules.ts'

/** One line of a public list. */
export interface PublicArticleLine {
  id: string
  columnKey: string
  title: string
  titleEn: string | null
  summary: string
  summaryEn: string | null
  sourceName: string
  sourceNameEn: string | null
  coverFileId: string | null
  coverAlt: string | null
  isTop: boolean
  publishedAt: Date
  /** came with the operating plan (方案载入) and is to be marked so */
  fromPlan: boolean
}

export interface PublicArticle extends PublicArticleLine {
  bodyHtml: string
  bodyHtmlEn: string | null
  author: string | null
  attachments: readonly ArticleAttachment[]
  relatedServices: readonly string[]
  relatedZones: readonly string[]
  /** when a later version took the place of the first */
  updatedAt: Date | null
}

const lineText = `article_id as id, column_key as "columnKey", title, title_en as "titleEn", summary, summary_en as "summaryEn",
  source_name as "sourceName", source_name_en as "sourceNameEn", cover_file_id as "coverFileId", cover_alt as "coverAlt",
  is_top as "isTop", published_at as "publishedAt", source <> 'own' as "fromPlan"`
const lineColumns = sql.raw(lineText)
const order = 'is_top desc, published_at desc, article_id desc'

export interface PublicListAsk {
  column?: string | undefined
  page: number
  size: number
}

/** The news list as one named statement for `db.readOnce` (bench P4); rows are PublicArticleLine. */
export function publicListStatement(centreId: string, ask: PublicListAsk): NamedStatement {
  const offset = (ask.page - 1) * ask.size
  if (ask.column === undefined)
    return {
      name: 'content.list',
      text: `select ${lineText} from content.publication where centre_id = $1 order by ${order} limit $2 offset $3`,
      values: [centreId, ask.size, offset],
    }
  return {
    name: 'content.list_column',
    text: `select ${lineText} from content.publication where centre_id = $1 and column_key = $4
      order by ${order} limit $2 offset $3`,
    values: [centreId, ask.size, offset, ask.column],
  }
}

export async function listPublicArticles(
  tx: Tx,
  ask: PublicListAsk,
): Promise<{ items: PublicArticleLine[]; total: number }> {
  const inColumn = ask.column === undefined ? sql`` : sql`and column_key = ${ask.column}`
  const { rows } = await sql<PublicArticleLine>`
    select ${lineColumns} from content.publication where centre_id = ${tx.centreId} ${inColumn}
    order by ${sql.raw(order)} limit ${ask.size} offset ${(ask.page - 1) * ask.size}`.execute(tx.sql)
  const count = await sql<{ total: string }>`
    select count(*) as total from content.publication where centre_id = ${tx.centreId} ${inColumn}`.execute(tx.sql)
  return { items: rows, total: Number(count.rows[0]?.total ?? 0) }
}

/** The newest of a column for the first page of the site; without a column, of all. */
export async function listLatestArticles(
  tx: Tx,
  column: string | undefined,
  most: number,
): Promise<PublicArticleLine[]> {
  const inColumn = column === undefined ? sql`` : sql`and column_key = ${column}`
  const { rows } = await sql<PublicArticleLine>`
    select ${lineColumns} from content.publication where centre_id = ${tx.centreId} and show_on_home ${inColumn}
    order by ${sql.raw(order)} limit ${most}`.execute(tx.sql)
  return rows
}

export async function getPublicArticle(tx: Tx, id: string): Promise<PublicArticle | undefined> {
  const { rows } = await sql<PublicArticle>`
    select ${lineColumns}, body_html as "bodyHtml", body_html_en as "bodyHtmlEn", author, attachments,
      related_services as "relatedServices", related_zones as "relatedZones", updated_at as "updatedAt"
    from content.publication where centre_id = ${tx.centreId} and article_id = ${id}`.execute(tx.sql)
  return rows[0]
}

export interface Neighbour {
  id: string
  title: string
  titleEn: string | null
}

/** The article before and after this one in its column, by time. */
export async function neighboursOf(
  tx: Tx,
  article: Pick<PublicArticleLine, 'id' | 'columnKey' | 'publishedAt'>,
): Promise<{ previous: Neighbour | null; next: Neighbour | null }> {
  const side = async (later: boolean) => {
    const { rows } = await sql<Neighbour>`
      select article_id as id, title, title_en as "titleEn" from content.publication
      where centre_id = ${tx.centreId} and column_key = ${article.columnKey}
        and (published_at, article_id) ${sql.raw(later ? '>' : '<')} (${article.publishedAt}, ${article.id}::bigint)
      order by published_at ${sql.raw(later ? '' : 'desc')}, article_id ${sql.raw(later ? '' : 'desc')} limit 1`.execute(
      tx.sql,
    )
    return rows[0] ?? null
  }
  return { previous: await side(false), next: await side(true) }
}

/** Public addresses for the site map and feeds, newest first. */
export async function listPublicAddresses(tx: Tx, most = 5000): Promise<{ id: string; changedAt: Date }[]> {
  const { rows } = await sql<{ id: string; changedAt: Date }>`
    select article_id as id, coalesce(updated_at, published_at) as "changedAt" from content.publication
    where centre_id = ${tx.centreId} order by published_at desc, article_id desc limit ${most}`.execute(tx.sql)
  return rows
}

export async function countByColumn(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: string }>`
    select column_key as key, count(*) from content.publication where centre_id = ${tx.centreId} group by column_key`.execute(
    tx.sql,
  )
  return new Map(rows.map((row) => [row.key, Number(row.count)]))
}

/** What visitors see becomes the working copy as it stands, with a summary. The first time of publication stays. */
export async function putPublication(tx: Tx, articleId: string, first: { at: Date; summary: string }): Promise<void> {
  await sql`
    insert into content.publication (centre_id, article_id, column_key, title, title_en, summary, summary_en, body_html,
      body_html_en, source_name, source_name_en, author, cover_file_id, cover_alt, attachments, is_top, show_on_home,
      related_services, related_zones, source, version, published_at)
    select centre_id, id, column_key, title, title_en, ${first.summary}, summary_en, body_html, body_html_en, source_name,
      source_name_en, author, cover_file_id, cover_alt, attachments, is_top, show_on_home, related_services, related_zones,
      source, version, ${first.at}
    from content.article where centre_id = ${tx.centreId} and id = ${articleId}
    on conflict (centre_id, article_id) do update set column_key = excluded.column_key, title = excluded.title,
      title_en = excluded.title_en, summary = excluded.summary, summary_en = excluded.summary_en,
      body_html = excluded.body_html, body_html_en = excluded.body_html_en, source_name = excluded.source_name,
      source_name_en = excluded.source_name_en, author = excluded.author, cover_file_id = excluded.cover_file_id,
      cover_alt = excluded.cover_alt, attachments = excluded.attachments, is_top = excluded.is_top,
      show_on_home = excluded.show_on_home, related_services = excluded.related_services,
      related_zones = excluded.related_zones, source = excluded.source, version = excluded.version,
      updated_at = ${tx.now}`.execute(tx.sql)
}

export async function deletePublication(tx: Tx, articleId: string): Promise<boolean> {
  const gone = await sql`
    delete from content.publication where centre_id = ${tx.centreId} and article_id = ${articleId}`.execute(tx.sql)
  return gone.numAffectedRows === 1n
}
