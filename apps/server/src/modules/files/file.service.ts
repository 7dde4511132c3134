import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import type { FileUse } from '../../platform/files/attachable.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Attachables, isConfidential, mayReadFile } from './access.ts'
import { listAttachmentsOfFiles } from './attachment.queries.ts'
import { type FileRecord, findFile, updateFile } from './file.queries.ts'

export interface FileParts {
  attachables: Attachables
  fileUses: readonly FileUse[]
}

export interface UsedBy {
  zh: string
  en: string
  title: string
  link: string
}

/** @throws Refusal record.not_found — also for what the actor may not see: he learns nothing */
export async function getFile(tx: Tx, actor: Actor, id: string, parts: FileParts): Promise<FileRecord> {
  const file = await findFile(tx, id)
  if (!file || !(await mayReadFile(tx, actor, file, parts.attachables))) throw new Refusal('record.not_found')
  return file
}

export async function usesOf(tx: Tx, fileId: string, parts: FileParts): Promise<UsedBy[]> {
  const uses: UsedBy[] = []
  for (const one of await listAttachmentsOfFiles(tx, [fileId])) {
    const subject = parts.attachables.get(one.kind)
    const found = await subject?.find(tx, one.subjectId)
    uses.push({
      zh: subject?.zh ?? one.kind,
      en: subject?.en ?? one.kind,
      title: found?.title ?? one.subjectId,
      link: found?.link ?? '',
    })
  }
  for (const use of parts.fileUses)
    for (const found of await use.find(tx, [fileId]))
      uses.push({ zh: '', en: '', title: found.title, link: found.link })
  return uses
}

/** How many things use each file. */
export async function countUses(tx: Tx, ids: readonly string[], parts: FileParts): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const one of await listAttachmentsOfFiles(tx, ids)) add(one.fileId)
  if (ids.length > 0) for (const use of parts.fileUses) for (const found of await use.find(tx, ids)) add(found.fileId)
  return counts
}

export interface FileChange {
  name?: string
  alt?: string | null
  isPublic?: boolean
}

export async function changeFile(
  tx: Tx,
  actor: Actor,
  id: string,
  change: FileChange,
  parts: FileParts,
): Promise<FileRecord> {
  const before = await getFile(tx, actor, id, parts)
  if (change.isPublic) await refuseConfidential(tx, id, parts)
  await updateFile(tx, id, change)
  const after = { ...before, ...change }
  await recordAct(tx, actor, {
    action: 'files.changed',
    subject: { kind: 'file', id },
    summary: `修改文件“${after.name}”${change.isPublic === undefined ? '' : change.isPublic ? '，设为公开' : '，设为不公开'}`,
    before: { name: before.name, alt: before.alt, isPublic: before.isPublic },
    after: { name: after.name, alt: after.alt, isPublic: after.isPublic },
  })
  if (before.isPublic || after.isPublic) await publicChanged(tx)
  return after
}

/** Out of the library; the bytes stay for thirty days (sweep.service.ts). */
export async function removeFile(tx: Tx, actor: Actor, id: string, parts: FileParts): Promise<void> {
  const file = await getFile(tx, actor, id, parts)
  const uses = await usesOf(tx, id, parts)
  if (uses.length > 0) {
    const what = uses
      .slice(0, 3)
      .map((one) => `${one.zh}${one.zh ? '：' : ''}${one.title}`)
      .join('、')
    throw new Refusal('record.in_use', { what })
  }
  await updateFile(tx, id, { deletedAt: tx.now })
  await recordAct(tx, actor, {
    action: 'files.removed',
    subject: { kind: 'file', id },
    summary: `删除文件“${file.name}”`,
    before: { name: file.name, mime: file.mime, size: file.size, sha256: file.sha256 },
  })
  if (file.isPublic) await publicChanged(tx)
}

async function refuseConfidential(tx: Tx, id: string, parts: FileParts): Promise<void> {
  const attached = await listAttachmentsOfFiles(tx, [id])
  const one = attached.find(({ kind }) => isConfidential(kind, parts.attachables))
  if (one) throw new Refusal('files.confidential', { what: parts.attachables.get(one.kind)?.zh ?? one.kind })
}

/** Opens or closes files to visitors, for a module that publishes what they belong to. */
export async function setFilesPublic(tx: Tx, ids: readonly string[], isPublic: boolean): Promise<void> {
  for (const id of ids) await updateFile(tx, id, { isPublic })
  if (ids.length > 0) await publicChanged(tx)
}
