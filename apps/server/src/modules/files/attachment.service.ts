import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { type Attachable, mayAttachable } from '../../platform/files/attachable.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Attachables, isConfidential, mayReadFile } from './access.ts'
import { listAttachments, replaceAttachments } from './attachment.queries.ts'
import { fileAddress } from './contract.ts'
import { type FileRecord, findFiles } from './file.queries.ts'

export interface AttachedFileView {
  fileId: string
  label: string | null
  name: string
  mime: string
  size: number
  isImage: boolean
  isPublic: boolean
  alt: string | null
  url: string
}

export interface Subject {
  kind: string
  id: string
}

/** The files of a subject in their order; asks for no right: the caller has shown the subject already. */
export async function listAttachedFiles(tx: Tx, subject: Subject): Promise<AttachedFileView[]> {
  const attached = await listAttachments(tx, subject.kind, subject.id)
  const files = await findFiles(
    tx,
    attached.map((one) => one.fileId),
  )
  const byId = new Map(files.map((file) => [file.id, file]))
  return attached.flatMap((one) => {
    const file = byId.get(one.fileId)
    return file ? [viewOf(file, one.label)] : []
  })
}

/** As asked for by a person: by the subject's own rule. */
export async function readAttachments(tx: Tx, actor: Actor, subject: Subject, attachables: Attachables) {
  await refuseUnless(tx, actor, subject, 'read', attachables)
  return listAttachedFiles(tx, subject)
}

/** As set by a person: the subject's rule, and every added file must be one that he may read himself. */
export async function setAttachments(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  files: readonly { fileId: string; label?: string | null }[],
  attachables: Attachables,
): Promise<AttachedFileView[]> {
  const kind = await refuseUnless(tx, actor, subject, 'write', attachables)
  const before = await listAttachedFiles(tx, subject)
  await refuseForeignFiles(tx, actor, before, files, attachables, isConfidential(subject.kind, attachables))
  await attachFiles(tx, subject, files, actor.id)
  const after = await listAttachedFiles(tx, subject)
  await recordAct(tx, actor, {
    action: 'files.attached',
    subject,
    summary: `设定${kind.zh}的附件（${after.length} 个）`,
    before: before.map(({ fileId, name, label }) => ({ fileId, name, label })),
    after: after.map(({ fileId, name, label }) => ({ fileId, name, label })),
  })
  return after
}

/** Puts the list in place without asking for rights, for services that did (an application with its papers). */
export async function attachFiles(
  tx: Tx,
  subject: Subject,
  files: readonly { fileId: string; label?: string | null }[],
  by: string | null,
): Promise<void> {
  const unique = files.filter((one, index) => files.findIndex((other) => other.fileId === one.fileId) === index)
  await replaceAttachments(tx, subject, unique, by)
}

async function refuseForeignFiles(
  tx: Tx,
  actor: Actor,
  before: readonly AttachedFileView[],
  files: readonly { fileId: string }[],
  attachables: Attachables,
  confidential: boolean,
): Promise<void> {
  const kept = new Set(before.map((one) => one.fileId))
  const added = files.filter((one) => !kept.has(one.fileId)).map((one) => one.fileId)
  const found = new Map((await findFiles(tx, added)).map((file) => [file.id, file]))
  for (const id of added) {
    const file = found.get(id)
    if (!file || !(await mayReadFile(tx, actor, file, attachables))) throw new Refusal('record.not_found')
    if (confidential && file.isPublic) throw new Refusal('files.confidential', { what: file.name })
  }
}

async function refuseUnless(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  how: 'read' | 'write',
  attachables: Attachables,
): Promise<Attachable> {
  const kind = attachables.get(subject.kind)
  if (!kind || !(await kind.find(tx, subject.id))) throw new Refusal('files.unknown_subject')
  if (!(await mayAttachable(tx, actor, kind, subject.id, how))) throw new Refusal('files.subject_not_allowed')
  return kind
}

function viewOf(file: FileRecord, label: string | null): AttachedFileView {
  return {
    fileId: file.id,
    label,
    name: file.name,
    mime: file.mime,
    size: file.size,
    isImage: file.mime.startsWith('image/'),
    isPublic: file.isPublic,
    alt: file.alt,
    url: fileAddress(file.id),
  }
}
