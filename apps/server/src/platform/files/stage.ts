import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../refusal.ts'

/** A received file, whole on the local disk and not yet anybody's. */
export interface StagedFile {
  path: string
  size: number
  sha256: string
}

export interface StageOptions {
  stagingDir: string
  /** most bytes; one more is a refusal and the rest is not read */
  most: number
}

/** Streams to a temporary file while counting and hashing. The caller removes it (`discard`) or hands it to a storage. */
export async function stage(source: Readable, options: StageOptions): Promise<StagedFile> {
  await mkdir(options.stagingDir, { recursive: true })
  const path = join(options.stagingDir, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      if (size > options.most) done(new Refusal('files.too_large', { most: megabytes(options.most) }))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(source, count, createWriteStream(path))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, size, sha256: hash.digest('hex') }
}

export const discard = (file: { path: string }): Promise<void> => rm(file.path, { force: true })

const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
