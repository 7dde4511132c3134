import { type Actor, may } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { type Attachable, mayAttachable } from '../../platform/files/attachable.ts'
import { listAttachmentsOfFiles } from './attachment.queries.ts'
import type { FileRecord } from './file.queries.ts'

export type Attachables = ReadonlyMap<string, Attachable>

/**
 * Public files are for anyone. Others: who uploaded it; who may read a thing it is attached to; who holds `file.read`,
 * unless the file belongs to something confidential (identity papers of an applicant, somebody's export).
 */
export async function mayReadFile(tx: Tx, actor: Actor, file: FileRecord, attachables: Attachables): Promise<boolean> {
  if (file.isPublic || actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  if (file.createdBy !== null && file.createdBy === actor.id) return true
  const attached = await listAttachmentsOfFiles(tx, [file.id])
  for (const one of attached) {
    const subject = attachables.get(one.kind)
    if (subject && (await mayAttachable(tx, actor, subject, one.subjectId, 'read'))) return true
  }
  const confidential = attached.some((one) => isConfidential(one.kind, attachables))
  return !confidential && may(actor, 'file.read')
}

/** A kind that nobody registers any more counts as confidential. */
export const isConfidential = (kind: string, attachables: Attachables): boolean =>
  attachables.get(kind)?.confidential ?? !attachables.has(kind)

export const confidentialKinds = (attachables: Attachables): string[] =>
  [...attachables.values()].filter((one) => one.confidential).map((one) => one.kind)
