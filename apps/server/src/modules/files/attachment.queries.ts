import type { Tx } from '../../platform/db.ts'
import type { FilesTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<FilesTables>()

export interface Attachment {
  kind: string
  subjectId: string
  fileId: string
  label: string | null
}

/** Who uses these files, by the attachment list. */
export async function listAttachmentsOfFiles(tx: Tx, fileIds: readonly string[]): Promise<Attachment[]> {
  if (fileIds.length === 0) return []
  const rows = await open(tx)
    .selectFrom('platform.attachment')
    .select(['subject_kind', 'subject_id', 'file_id', 'label'])
    .where('centre_id', '=', tx.centreId)
    .where('file_id', 'in', [...fileIds])
    .execute()
  return rows.map((row) => ({
    kind: row.subject_kind,
    subjectId: row.subject_id,
    fileId: row.file_id,
    label: row.label,
  }))
}

/** The files of one subject, in its order. */
export async function listAttachments(tx: Tx, kind: string, subjectId: string): Promise<Attachment[]> {
  const rows = await open(tx)
    .selectFrom('platform.attachment')
    .select(['file_id', 'label'])
    .where('centre_id', '=', tx.centreId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('position')
    .orderBy('file_id')
    .execute()
  return rows.map((row) => ({ kind, subjectId, fileId: row.file_id, label: row.label }))
}

/** Puts the whole list in place of the earlier one. */
export async function replaceAttachments(
  tx: Tx,
  subject: { kind: string; id: string },
  files: readonly { fileId: string; label?: string | null }[],
  by: string | null,
): Promise<void> {
  await open(tx)
    .deleteFrom('platform.attachment')
    .where('centre_id', '=', tx.centreId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
  if (files.length === 0) return
  const rows = files.map((file, position) => ({
    centre_id: tx.centreId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    file_id: file.fileId,
    label: file.label ?? null,
    position,
    created_by: by,
    created_at: tx.now,
  }))
  await open(tx).insertInto('platform.attachment').values(rows).execute()
}

export async function deleteAttachmentsOfFile(tx: Tx, fileId: string): Promise<void> {
  await open(tx)
    .deleteFrom('platform.attachment')
    .where('centre_id', '=', tx.centreId)
    .where('file_id', '=', fileId)
    .execute()
}
