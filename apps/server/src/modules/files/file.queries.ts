import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Variant } from '../../platform/files/image.ts'
import type { FilesTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<FilesTables>()

export interface FileRecord {
  id: string
  name: string
  mime: string
  size: number
  sha256: string
  storageKey: string
  width: number | null
  height: number | null
  variants: Variant[]
  isPublic: boolean
  alt: string | null
  createdBy: string | null
  createdAt: Date
  deletedAt: Date | null
}

export type NewFile = Omit<FileRecord, 'createdAt' | 'deletedAt'>

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await open(tx)
    .insertInto('platform.file')
    .values({
      centre_id: tx.centreId,
      id: file.id,
      name: file.name,
      mime: file.mime,
      size: String(file.size),
      sha256: file.sha256,
      storage_key: file.storageKey,
      width: file.width,
      height: file.height,
      variants: JSON.stringify(file.variants),
      is_public: file.isPublic,
      alt: file.alt,
      created_by: file.createdBy,
      created_at: tx.now,
      deleted_at: null,
    })
    .execute()
}

export async function findFiles(tx: Tx, ids: readonly string[]): Promise<FileRecord[]> {
  if (ids.length === 0) return []
  const rows = await open(tx)
    .selectFrom('platform.file')
    .selectAll()
    .where('centre_id', '=', tx.centreId)
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .execute()
  return rows.map(recordOf)
}

export async function findFile(tx: Tx, id: string): Promise<FileRecord | undefined> {
  return (await findFiles(tx, [id]))[0]
}

export interface FileListQuery {
  page: number
  size: number
  sort?: string
  q?: string
  /** 'image' or 'document' */
  kind?: string
  /** 'public' or 'private' */
  visibility?: string
  /** kinds of subjects whose files are not for the library */
  confidentialKinds: readonly string[]
}

/** The library: newest first; files of confidential subjects stay out. */
export async function listFiles(tx: Tx, query: FileListQuery): Promise<{ items: FileRecord[]; total: number }> {
  let rows = open(tx).selectFrom('platform.file').where('centre_id', '=', tx.centreId).where('deleted_at', 'is', null)
  if (query.kind === 'image') rows = rows.where('mime', 'like', 'image/%')
  if (query.kind === 'document') rows = rows.where('mime', 'not like', 'image/%')
  if (query.visibility) rows = rows.where('is_public', '=', query.visibility === 'public')
  const words = query.q?.trim()
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((one) => one.or([one('name', 'ilike', like), one('alt', 'ilike', like)]))
  }
  const kinds = [...query.confidentialKinds]
  if (kinds.length > 0)
    rows = rows.where(
      sql<boolean>`not exists (select 1 from platform.attachment a where a.centre_id = ${tx.centreId}
        and a.file_id = platform.file.id and a.subject_kind = any(${kinds}::text[]))`,
    )
  const total = await rows.select(({ fn }) => fn.countAll<string>().as('n')).executeTakeFirst()
  const order = sortable[(query.sort ?? '').replace(/^-/, '')] ?? 'created_at'
  const direction = query.sort === undefined || query.sort.startsWith('-') ? 'desc' : 'asc'
  const items = await rows
    .selectAll()
    .orderBy(order, direction)
    .orderBy('id', direction)
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { items: items.map(recordOf), total: Number(total?.n ?? 0) }
}

const sortable: Readonly<Record<string, 'name' | 'size' | 'created_at'>> = {
  name: 'name',
  size: 'size',
  createdAt: 'created_at',
}

export async function updateFile(
  tx: Tx,
  id: string,
  change: { name?: string; alt?: string | null; isPublic?: boolean; deletedAt?: Date },
): Promise<void> {
  await open(tx)
    .updateTable('platform.file')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.alt === undefined ? {} : { alt: change.alt }),
      ...(change.isPublic === undefined ? {} : { is_public: change.isPublic }),
      ...(change.deletedAt === undefined ? {} : { deleted_at: change.deletedAt }),
      // An empty change is still a statement: it touches nothing but proves that the row is there.
      centre_id: tx.centreId,
    })
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .execute()
}

/** Which of these ids still have a row, deleted or not. */
export async function knownFileIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await open(tx)
    .selectFrom('platform.file')
    .select('id')
    .where('centre_id', '=', tx.centreId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Files removed by people before this day: their bytes may go. */
export async function listDeletedBefore(tx: Tx, before: Date, most: number): Promise<FileRecord[]> {
  const rows = await open(tx)
    .selectFrom('platform.file')
    .selectAll()
    .where('centre_id', '=', tx.centreId)
    .where('deleted_at', '<', before)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(recordOf)
}

export async function deleteFileRow(tx: Tx, id: string): Promise<void> {
  await open(tx).deleteFrom('platform.file').where('centre_id', '=', tx.centreId).where('id', '=', id).execute()
}

export function recordOf(row: FilesTables['platform.file']): FileRecord {
  return {
    id: row.id,
    name: row.name,
    mime: row.mime,
    size: Number(row.size),
    sha256: row.sha256,
    storageKey: row.storage_key,
    width: row.width,
    height: row.height,
    variants: row.variants as Variant[],
    isPublic: row.is_public,
    alt: row.alt,
    createdBy: row.created_by,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  }
}
