import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { ArticleFields, ArticleState } from './article.rules.ts'

/** The working copy of an article, and whether visitors see one of its versions. */
export interface Article extends ArticleFields {
  id: string
  state: ArticleState
  /** why it was returned or taken down */
  stateReason: string | null
  version: number
  source: string
  createdBy: string | null
  createdByName: string
  createdAt: Date
  updatedByName: string
  updatedAt: Date
  publishedVersion: number | null
  publishedAt: Date | null
}

export type ArticleLine = Omit<
  Article,
  'bodyHtml' | 'bodyHtmlEn' | 'summary' | 'summaryEn' | 'attachments' | 'relatedServices' | 'relatedZones'
>

const lineColumns = sql.raw(`a.id, a.column_key as "columnKey", a.title, a.title_en as "titleEn",
  a.source_name as "sourceName", a.source_name_en as "sourceNameEn", a.author, a.cover_file_id as "coverFileId",
  a.cover_alt as "coverAlt", a.is_top as "isTop", a.show_on_home as "showOnHome", a.publish_on as "publishOn", a.state,
  a.state_reason as "stateReason", a.version, a.source, a.created_by as "createdBy", a.created_by_name as "createdByName",
  a.created_at as "createdAt", a.updated_by_name as "updatedByName", a.updated_at as "updatedAt",
  p.version as "publishedVersion", p.published_at as "publishedAt"`)

const allColumns = sql`${lineColumns}, a.summary, a.summary_en as "summaryEn", a.body_html as "bodyHtml",
  a.body_html_en as "bodyHtmlEn", a.attachments, a.related_services as "relatedServices", a.related_zones as "relatedZones"`

const joined = sql.raw(`content.article a
  left join content.publication p on p.centre_id = a.centre_id and p.article_id = a.id`)

export async function findArticle(tx: Tx, id: string, lock = false): Promise<Article | undefined> {
  const { rows } = await sql<Article>`
    select ${allColumns} from ${joined} where a.centre_id = ${tx.centreId} and a.id = ${id}
    ${sql.raw(lock ? 'for update of a' : '')}`.execute(tx.sql)
  return rows[0]
}

export interface ArticleFilter {
  column?: string | undefined
  state?: string | undefined
  /** true = visitors see a version of it */
  isPublic?: boolean | undefined
  createdBy?: string | undefined
  words?: string | undefined
  sort?: string | undefined
  page: number
  size: number
}

const orders: Readonly<Record<string, string>> = {
  updatedAt: 'a.updated_at, a.id',
  '-updatedAt': 'a.updated_at desc, a.id desc',
  publishedAt: 'p.published_at nulls last, a.id',
  '-publishedAt': 'p.published_at desc nulls last, a.id desc',
  createdAt: 'a.created_at, a.id',
  '-createdAt': 'a.created_at desc, a.id desc',
}

export async function listArticles(tx: Tx, filter: ArticleFilter): Promise<{ items: ArticleLine[]; total: number }> {
  const words = filter.words?.trim() ? `%${filter.words.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<ArticleLine & { total: string }>`
    select ${lineColumns}, count(*) over () as total from ${joined}
    where a.centre_id = ${tx.centreId}
      and (${filter.column ?? null}::text is null or a.column_key = ${filter.column ?? null})
      and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
      and (${filter.isPublic ?? null}::boolean is null or (p.article_id is not null) = ${filter.isPublic ?? null})
      and (${filter.createdBy ?? null}::bigint is null or a.created_by = ${filter.createdBy ?? null})
      and (${words}::text is null or a.title ilike ${words} or a.title_en ilike ${words} or a.body_text ilike ${words})
    order by ${sql.raw(orders[filter.sort ?? ''] ?? orders['-updatedAt'] ?? 'a.id')}
    limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(tx.sql)
  return { items: rows.map(({ total: _total, ...line }) => line), total: Number(rows[0]?.total ?? 0) }
}

/** How many stand in each state, for the tabs of the list. */
export async function countByState(tx: Tx): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) from content.article where centre_id = ${tx.centreId} group by state`.execute(tx.sql)
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]))
}

export interface Stored extends ArticleFields {
  bodyText: string
}

export async function insertArticle(
  tx: Tx,
  article: Stored & {
    state: ArticleState
    planKey?: string
    source?: string
    by: { id: string | null; name: string }
  },
): Promise<string | undefined> {
  const id = tx.newId()
  const a = article
  const { rows } = await sql<{ id: string }>`
    insert into content.article (centre_id, id, column_key, title, title_en, summary, summary_en, body_html, body_html_en,
      body_text, source_name, source_name_en, author, cover_file_id, cover_alt, attachments, is_top, show_on_home,
      related_services, related_zones, publish_on, state, plan_key, source, created_by, created_by_name, created_at,
      updated_by_name, updated_at)
    values (${tx.centreId}, ${id}, ${a.columnKey}, ${a.title}, ${a.titleEn}, ${a.summary}, ${a.summaryEn}, ${a.bodyHtml},
      ${a.bodyHtmlEn}, ${a.bodyText}, ${a.sourceName}, ${a.sourceNameEn}, ${a.author}, ${a.coverFileId}, ${a.coverAlt},
      ${JSON.stringify(a.attachments)}::jsonb, ${a.isTop}, ${a.showOnHome}, ${JSON.stringify(a.relatedServices)}::jsonb,
      ${JSON.stringify(a.relatedZones)}::jsonb, ${a.publishOn}, ${a.state}, ${a.planKey ?? null}, ${a.source ?? 'own'},
      ${a.by.id}, ${a.by.name}, ${tx.now}, ${a.by.name}, ${tx.now})
    on conflict (centre_id, source, plan_key) where plan_key is not null do nothing returning id`.execute(tx.sql)
  return rows[0]?.id
}

/** Undefined = somebody changed it meanwhile, or it is under review. */
export async function updateArticle(
  tx: Tx,
  id: string,
  version: number,
  a: Stored,
  byName: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update content.article set column_key = ${a.columnKey}, title = ${a.title}, title_en = ${a.titleEn},
      summary = ${a.summary}, summary_en = ${a.summaryEn}, body_html = ${a.bodyHtml}, body_html_en = ${a.bodyHtmlEn},
      body_text = ${a.bodyText}, source_name = ${a.sourceName}, source_name_en = ${a.sourceNameEn}, author = ${a.author},
      cover_file_id = ${a.coverFileId}, cover_alt = ${a.coverAlt}, attachments = ${JSON.stringify(a.attachments)}::jsonb,
      is_top = ${a.isTop}, show_on_home = ${a.showOnHome}, related_services = ${JSON.stringify(a.relatedServices)}::jsonb,
      related_zones = ${JSON.stringify(a.relatedZones)}::jsonb, publish_on = ${a.publishOn}, state = 'draft',
      version = version + 1, updated_by_name = ${byName}, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version} and state <> 'reviewing'
    returning version`.execute(tx.sql)
  return rows[0]?.version
}

/** False = it stands in none of these states any more. */
export async function moveArticle(
  tx: Tx,
  id: string,
  move: { from: readonly ArticleState[]; to: ArticleState; reason?: string | null },
): Promise<boolean> {
  const result = await sql`
    update content.article set state = ${move.to}, state_reason = ${move.reason ?? null}
    where centre_id = ${tx.centreId} and id = ${id} and state = any(${[...move.from]}::text[])`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function insertVersion(
  tx: Tx,
  article: Article,
  act: 'submitted' | 'published' | 'withdrawn',
  byName: string,
): Promise<void> {
  await sql`
    insert into content.article_version (centre_id, id, article_id, version, act, snapshot, by_name, at)
    values (${tx.centreId}, ${tx.newId()}, ${article.id}, ${article.version}, ${act}, ${JSON.stringify(article)}::jsonb,
      ${byName}, ${tx.now})`.execute(tx.sql)
}

export interface VersionLine {
  id: string
  version: number
  act: 'submitted' | 'published' | 'withdrawn'
  title: string
  bodyHtml: string
  byName: string
  at: Date
}

export async function listVersions(tx: Tx, articleId: string): Promise<VersionLine[]> {
  const { rows } = await sql<VersionLine>`
    select id, version, act, snapshot ->> 'title' as title, snapshot ->> 'bodyHtml' as "bodyHtml", by_name as "byName", at
    from content.article_version where centre_id = ${tx.centreId} and article_id = ${articleId}
    order by id desc limit 100`.execute(tx.sql)
  return rows
}

/** A draft that nobody ever read: false = it was submitted or published before. */
export async function deleteUnread(tx: Tx, id: string): Promise<boolean> {
  const result = await sql`
    delete from content.article a where centre_id = ${tx.centreId} and id = ${id} and state = 'draft'
      and not exists (select 1 from content.publication p where p.centre_id = a.centre_id and p.article_id = a.id)
      and not exists (select 1 from content.article_version v where v.centre_id = a.centre_id and v.article_id = a.id)`.execute(
    tx.sql,
  )
  return result.numAffectedRows === 1n
}

/** Approved articles whose time has come. */
export async function listDue(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from content.article where centre_id = ${tx.centreId} and state = 'approved' and publish_on <= ${tx.now}
    order by publish_on, id for update skip locked`.execute(tx.sql)
  return rows.map((row) => row.id)
}

/** Of these files, those that visitors may fetch. */
export async function publicFilesAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from platform.file where centre_id = ${tx.centreId} and id = any(${[...ids]}::bigint[])
      and is_public and deleted_at is null`.execute(tx.sql)
  return new Set(rows.map((row) => row.id))
}

/** Articles, drafts included, that show or offer one of these files. */
export async function usesOfFiles(
  tx: Tx,
  ids: readonly string[],
): Promise<{ fileId: string; id: string; title: string }[]> {
  const { rows } = await sql<{ fileId: string; id: string; title: string }>`
    select distinct f.id::text as "fileId", a.id, a.title from unnest(${[...ids]}::bigint[]) as f (id)
    join content.article a on a.centre_id = ${tx.centreId}
    left join content.publication p on p.centre_id = a.centre_id and p.article_id = a.id
    where a.cover_file_id = f.id or p.cover_file_id = f.id
      or position('/files/' || f.id::text in a.body_html || coalesce(a.body_html_en, '') || coalesce(p.body_html, '')
        || coalesce(p.body_html_en, '')) > 0
      or a.attachments @> jsonb_build_array(jsonb_build_object('fileId', f.id::text))
      or p.attachments @> jsonb_build_array(jsonb_build_object('fileId', f.id::text))`.execute(tx.sql)
  return rows
}
