import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface Correction {
  id: string
  pagePath: string
  words: string
  contact: string | null
  state: 'open' | 'mended' | 'declined'
  answer: string | null
  handledByName: string | null
  handledAt: Date | null
  createdAt: Date
}

const columns = sql.raw(`id, page_path as "pagePath", words, contact, state, answer, handled_by_name as "handledByName",
  handled_at as "handledAt", created_at as "createdAt"`)

export async function insertCorrection(
  tx: Tx,
  correction: Pick<Correction, 'pagePath' | 'words' | 'contact'>,
): Promise<string> {
  const id = tx.newId()
  await sql`
    insert into content.correction (centre_id, id, page_path, words, contact, created_at)
    values (${tx.centreId}, ${id}, ${correction.pagePath}, ${correction.words}, ${correction.contact}, ${tx.now})`.execute(
    tx.sql,
  )
  return id
}

export async function listCorrections(
  tx: Tx,
  filter: { state?: string | undefined; words?: string | undefined; page: number; size: number },
): Promise<{ items: Correction[]; total: number }> {
  const words = filter.words?.trim() ? `%${filter.words.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<Correction & { total: string }>`
    select ${columns}, count(*) over () as total from content.correction where centre_id = ${tx.centreId}
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${words}::text is null or words ilike ${words} or page_path ilike ${words})
    order by id desc limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(tx.sql)
  return { items: rows.map(({ total: _total, ...row }) => row), total: Number(rows[0]?.total ?? 0) }
}

export async function findCorrection(tx: Tx, id: string): Promise<Correction | undefined> {
  const { rows } = await sql<Correction>`
    select ${columns} from content.correction where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
  return rows[0]
}

/** False = somebody closed it meanwhile. */
export async function closeCorrection(
  tx: Tx,
  id: string,
  end: { state: 'mended' | 'declined'; answer: string; byName: string },
): Promise<boolean> {
  const result = await sql`
    update content.correction set state = ${end.state}, answer = ${end.answer}, handled_by_name = ${end.byName},
      handled_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and state = 'open'`.execute(tx.sql)
  return result.numAffectedRows === 1n
}
