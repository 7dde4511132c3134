import { searchQuery, searchTokens } from '@xianghui/kit/ngram'
import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** A findable thing; written by its module in the same transaction as the thing itself. */
export interface SearchDoc {
  /** `article`, `service`, `zone` … */
  kind: string
  ref: string
  title: string
  /** plain text shown under the title */
  summary: string
  /** searched but not shown */
  body?: string
  /** site path for 'public', console path for 'staff' */
  url: string
  audience: 'public' | 'staff'
}

export async function putSearchDoc(tx: Tx, doc: SearchDoc): Promise<void> {
  const title = vectorOf(searchTokens(doc.title))
  const all = vectorOf(searchTokens(`${doc.title}\n${doc.summary}\n${doc.body ?? ''}`))
  await sql`
    insert into platform.search_doc (centre_id, kind, ref, title, summary, url, audience, tokens, title_tokens, updated_at)
    values (${tx.centreId}, ${doc.kind}, ${doc.ref}, ${doc.title}, ${doc.summary}, ${doc.url}, ${doc.audience},
      array_to_tsvector(${all}::text[]), array_to_tsvector(${title}::text[]), ${tx.now})
    on conflict (centre_id, kind, ref) do update set title = excluded.title, summary = excluded.summary, url = excluded.url,
      audience = excluded.audience, tokens = excluded.tokens, title_tokens = excluded.title_tokens,
      updated_at = excluded.updated_at`.execute(tx.sql)
}

export async function dropSearchDoc(tx: Tx, kind: string, ref: string): Promise<void> {
  await sql`delete from platform.search_doc where centre_id = ${tx.centreId} and kind = ${kind} and ref = ${ref}`.execute(
    tx.sql,
  )
}

export interface Found {
  kind: string
  ref: string
  title: string
  summary: string
  url: string
}

/** All words must occur; things whose title holds them come first, then the newest. */
export async function search(
  tx: Tx,
  ask: {
    words: string
    audience: 'public' | 'staff'
    kind?: string
    /** what the asker may not see */
    without?: readonly string[]
    page: number
    size: number
  },
): Promise<{ items: Found[]; total: number }> {
  const tokens = searchQuery(ask.words)
  if (tokens.length === 0) return { items: [], total: 0 }
  const query = tokens.map((token) => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ')
  const { rows } = await sql<Found & { total: string }>`
    select kind, ref, title, summary, url, count(*) over () as total from platform.search_doc
    where centre_id = ${tx.centreId} and audience = ${ask.audience} and tokens @@ ${query}::tsquery
      and (${ask.kind ?? null}::text is null or kind = ${ask.kind ?? null})
      and kind <> all(${[...(ask.without ?? [])]}::text[])
    order by (title_tokens @@ ${query}::tsquery) desc, updated_at desc, ref
    limit ${ask.size} offset ${(ask.page - 1) * ask.size}`.execute(tx.sql)
  return { items: rows.map(({ total: _total, ...item }) => item), total: Number(rows[0]?.total ?? 0) }
}

/** tsvector lexemes are at most 2 KB; longer "words" (hashes, links) are not searched for. */
function vectorOf(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token.length > 0 && token.length <= 64)
}
