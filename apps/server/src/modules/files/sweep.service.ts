import type { Db } from '../../platform/db.ts'
import { ownerOfKey, type Storage } from '../../platform/files/storage.ts'
import { deleteAttachmentsOfFile } from './attachment.queries.ts'
import { deleteFileRow, type FileRecord, knownFileIds, listDeletedBefore } from './file.queries.ts'
import { variantKey } from './store.service.ts'

const day = 86_400_000
/** how long a removed file can still be brought back from its bytes */
export const keptDays = 30

/** Removes the bytes of files deleted long ago, and objects that never got a row (a crash between the two). */
export async function sweepFiles(
  deps: { db: Db; storage: Storage },
  centreId: string,
  now: Date,
): Promise<{ removed: number; orphans: number }> {
  const old = await deps.db.inCentre(centreId, (tx) =>
    listDeletedBefore(tx, new Date(now.getTime() - keptDays * day), 500),
  )
  for (const file of old) {
    // Bytes first: should the row's removal fail, the next sweep finds it again.
    await removeBytes(deps.storage, file)
    await deps.db.inCentre(centreId, async (tx) => {
      await deleteAttachmentsOfFile(tx, file.id)
      await deleteFileRow(tx, file.id)
    })
  }
  return { removed: old.length, orphans: await removeOrphans(deps, centreId, now) }
}

async function removeBytes(storage: Storage, file: FileRecord): Promise<void> {
  for (const variant of file.variants) await storage.delete(variantKey(file.storageKey, variant.name))
  await storage.delete(file.storageKey)
}

async function removeOrphans(deps: { db: Db; storage: Storage }, centreId: string, now: Date): Promise<number> {
  let orphans = 0
  const batch: { key: string; fileId: string }[] = []
  const flush = async () => {
    const known = await deps.db.inCentre(centreId, (tx) =>
      knownFileIds(
        tx,
        batch.map((one) => one.fileId),
      ),
    )
    for (const one of batch.splice(0))
      if (!known.has(one.fileId)) {
        await deps.storage.delete(one.key)
        orphans++
      }
  }
  for await (const { key, modifiedAt } of deps.storage.list()) {
    const owner = ownerOfKey(key)
    // A day's grace: an upload under way has bytes before it has a row.
    if (owner?.centreId !== centreId || now.getTime() - modifiedAt.getTime() < day) continue
    batch.push({ key, fileId: owner.fileId })
    if (batch.length >= 500) await flush()
  }
  if (batch.length > 0) await flush()
  return orphans
}
