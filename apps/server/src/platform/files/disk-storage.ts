import { randomUUID } from 'node:crypto'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { access, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sqlState } from '../db.ts'
import { checkedKey, type Storage, StoredFileMissing, type StoredObject } from './storage.ts'

/** Files under one folder: written aside, flushed, renamed; a crash leaves either the whole file or none. */
export function createDiskStorage(dir: string): Storage {
  const stagingDir = join(dir, '.staging')
  const pathOf = (key: string) => join(dir, checkedKey(key))

  async function putFile(key: string, path: string): Promise<void> {
    const target = pathOf(key)
    await mkdir(dirname(target), { recursive: true })
    await flush(path)
    try {
      await rename(path, target)
    } catch (error) {
      if (sqlState(error) !== 'EXDEV') throw error
      await copyAside(path, target, stagingDir)
    }
    await flushFolder(dirname(target))
  }

  return {
    stagingDir,
    putFile,
    put: async (key, content) => {
      await mkdir(stagingDir, { recursive: true })
      const aside = join(stagingDir, randomUUID())
      try {
        await pipeline(content instanceof Uint8Array ? Readable.from([content]) : content, createWriteStream(aside))
        await putFile(key, aside)
      } finally {
        await rm(aside, { force: true })
      }
    },
    open: async (key, range) => {
      const path = pathOf(key)
      if (!(await isThere(path))) throw new StoredFileMissing(key)
      return createReadStream(path, range)
    },
    exists: (key) => isThere(pathOf(key)),
    delete: (key) => rm(pathOf(key), { force: true }),
    list: () => listFiles(dir),
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function copyAside(from: string, target: string, stagingDir: string): Promise<void> {
  await mkdir(stagingDir, { recursive: true })
  const aside = join(stagingDir, randomUUID())
  await copyFile(from, aside)
  await flush(aside)
  await rename(aside, target)
  await rm(from, { force: true })
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK)
    return true
  } catch (error) {
    if (sqlState(error) === 'ENOENT') return false
    throw error
  }
}

async function* listFiles(dir: string): AsyncGenerator<StoredObject> {
  if (!(await isThere(dir))) return
  for (const folder of await readdir(dir, { withFileTypes: true })) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue
    for (const name of await readdir(join(dir, folder.name)))
      yield { key: `${folder.name}/${name}`, modifiedAt: (await stat(join(dir, folder.name, name))).mtime }
  }
}
