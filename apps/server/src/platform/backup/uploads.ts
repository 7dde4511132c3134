import { randomUUID } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DamagedBackup, forEachLimited, hashFile, type PackedFile, refuseOther } from './pack.ts'

/** Folder of the uploads inside the backup folder: one copy of each, shared by all backups. */
export const uploadsFolder = 'files'

/** Keys of the uploads under a folder: `<aa>/<name>`; half-written ones lie elsewhere. */
export async function listUploads(dir: string): Promise<string[]> {
  const folders = (await namesOf(dir)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const keys = await Promise.all(
    folders.map(async (folder) => (await namesOf(join(dir, folder))).map((name) => `${folder}/${name}`)),
  )
  return keys.flat().sort()
}

/** Copies what is not there yet. An upload never changes under its key, so a copy once made is good. */
export async function mirrorUploads(from: string, to: string): Promise<string[]> {
  const known = new Set(await listUploads(to))
  const missing = (await listUploads(from)).filter((key) => !known.has(key))
  await forEachLimited(missing, 4, (key) => copyWhole(join(from, key), join(to, key)))
  return missing
}

/** Hashes of these uploads in the backup folder; those an earlier backup knows are not read again. */
export async function describeUploads(
  dir: string,
  keys: readonly string[],
  known: readonly PackedFile[],
): Promise<PackedFile[]> {
  const earlier = new Map(known.map((file) => [file.path, file]))
  const stored = new Set(await listUploads(dir))
  const described: PackedFile[] = []
  for (const path of keys.filter((key) => stored.has(key)))
    described.push(earlier.get(path) ?? { path, ...(await hashFile(join(dir, path))) })
  return described
}

/** Puts back what is missing and checks everything the backup knows. @throws DamagedBackup */
export async function restoreUploads(from: string, to: string, expected: readonly PackedFile[]): Promise<number> {
  await checkUploads(from, expected)
  const restored = await mirrorUploads(from, to)
  return restored.length
}

/** @throws DamagedBackup when a stored upload is missing or not what was stored */
export async function checkUploads(dir: string, expected: readonly PackedFile[]): Promise<void> {
  await forEachLimited(expected, 4, async (file) => {
    const found = await hashFile(join(dir, file.path)).catch((error: unknown) => {
      throw new DamagedBackup(file.path, error instanceof Error ? error.message : String(error))
    })
    refuseOther(file, found)
  })
}

/** Removes copies that neither a kept backup nor the living files know. */
export async function pruneUploads(dir: string, wanted: ReadonlySet<string>): Promise<number> {
  const gone = (await listUploads(dir)).filter((key) => !wanted.has(key))
  for (const key of gone) await rm(join(dir, key), { force: true })
  return gone.length
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const part = `${to}.${randomUUID()}.part`
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE)
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    // Deleted by its owner between the listing and the copy: not part of the backup.
    if (!existsSync(from)) return
    throw error
  }
}

async function namesOf(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).filter((name) => !name.endsWith('.part'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
