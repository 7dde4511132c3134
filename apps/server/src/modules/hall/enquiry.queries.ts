import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { EnquiryKind } from './enquiry.kinds.ts'

export type EnquiryState = 'open' | 'answered' | 'closed'

export interface Enquiry {
  id: string
  number: string
  kind: EnquiryKind
  name: string | null
  phone: string | null
  contact: string | null
  page: string | null
  content: string
  codeHash: string
  state: EnquiryState
  answer: string | null
  answeredAt: Date | null
  answeredByName: string | null
  closedAt: Date | null
  score: number | null
  comment: string | null
  version: number
  createdAt: Date
}

const columns = sql.raw(`id, number, kind, name, phone, contact, page, content, code_hash as "codeHash", state, answer,
  answered_at as "answeredAt", answered_by_name as "answeredByName", closed_at as "closedAt", score, comment, version,
  created_at as "createdAt"`)

export async function insertEnquiry(
  tx: Tx,
  row: Pick<Enquiry, 'id' | 'number' | 'kind' | 'name' | 'phone' | 'contact' | 'page' | 'content' | 'codeHash'>,
): Promise<void> {
  await sql`
    insert into hall.enquiry (centre_id, id, number, kind, name, phone, contact, page, content, code_hash, state, created_at, updated_at)
    values (${tx.centreId}, ${row.id}, ${row.number}, ${row.kind}, ${row.name}, ${row.phone}, ${row.contact}, ${row.page},
      ${row.content}, ${row.codeHash}, 'open', ${tx.now}, ${tx.now})`.execute(tx.sql)
}

export async function findEnquiry(tx: Tx, id: string): Promise<Enquiry | undefined> {
  const { rows } = await sql<Enquiry>`
    select ${columns} from hall.enquiry where centre_id = ${tx.centreId} and id = ${id} for update`.execute(tx.sql)
  return rows[0]
}

export async function findEnquiryByNumber(tx: Tx, number: string): Promise<Enquiry | undefined> {
  const { rows } = await sql<Enquiry>`
    select ${columns} from hall.enquiry where centre_id = ${tx.centreId} and number = ${number} for update`.execute(
    tx.sql,
  )
  return rows[0]
}

export type EnquiryChange = Partial<
  Pick<Enquiry, 'state' | 'answer' | 'answeredAt' | 'answeredByName' | 'closedAt' | 'score' | 'comment'>
>

export async function updateEnquiry(tx: Tx, read: Enquiry, change: EnquiryChange): Promise<boolean> {
  const row = { ...read, ...change }
  const result = await sql`
    update hall.enquiry set state = ${row.state}, answer = ${row.answer}, answered_at = ${row.answeredAt},
      answered_by_name = ${row.answeredByName}, closed_at = ${row.closedAt}, score = ${row.score}, comment = ${row.comment},
      version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${read.id} and version = ${read.version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function listEnquiries(
  tx: Tx,
  filter: { state?: string | undefined; kind?: string | undefined; q?: string | undefined },
  page: { page: number; size: number; sort?: string | undefined },
): Promise<{ items: Enquiry[]; total: number }> {
  const words = filter.q?.trim() ?? ''
  const order = sql.raw(page.sort === 'createdAt' ? 'created_at, id' : 'created_at desc, id desc')
  const { rows } = await sql<Enquiry & { total: string }>`
    select ${columns}, count(*) over () as total from hall.enquiry
    where centre_id = ${tx.centreId}
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
      and (${words} = '' or strpos(lower(number), lower(${words})) > 0 or strpos(content, ${words}) > 0)
    order by ${order} limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx.sql)
  return { items: rows.map(({ total: _total, ...row }) => row), total: Number(rows[0]?.total ?? 0) }
}
