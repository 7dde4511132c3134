import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'

/** One file of a backup: where it lies, how long it was before packing, and the hash of what it held. */
export interface PackedFile {
  path: string
  size: number
  sha256: string
}

/** A stored file is not what the backup wrote: nothing may be restored from it. */
export class DamagedBackup extends Error {
  override name = 'DamagedBackup'
  readonly path: string
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
    this.path = path
  }
}

/** Writes `source` compressed to `target`; returns what it held. */
export async function packStream(source: Readable, target: string): Promise<{ size: number; sha256: string }> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const meter = createMeter()
  await pipeline(source, meter.stream, createZstdCompress(), createWriteStream(target, { mode: 0o600 }))
  return meter.read()
}

/** Unpacks to `target` (mode 600). @throws DamagedBackup when the content is not what was packed */
export async function unpackFile(packed: string, target: string, expected: PackedFile): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const meter = createMeter()
  try {
    await pipeline(
      createReadStream(packed),
      createZstdDecompress(),
      meter.stream,
      createWriteStream(target, { mode: 0o600 }),
    )
  } catch (error) {
    throw new DamagedBackup(expected.path, error instanceof Error ? error.message : String(error))
  }
  refuseOther(expected, meter.read())
}

/** Reads a packed file without writing anything. @throws DamagedBackup */
export async function checkPacked(packed: string, expected: PackedFile): Promise<void> {
  const meter = createMeter()
  try {
    await pipeline(createReadStream(packed), createZstdDecompress(), meter.stream, drain)
  } catch (error) {
    throw new DamagedBackup(expected.path, error instanceof Error ? error.message : String(error))
  }
  refuseOther(expected, meter.read())
}

/** Hash and length of a plain file. */
export async function hashFile(path: string): Promise<{ size: number; sha256: string }> {
  const meter = createMeter()
  await pipeline(createReadStream(path), meter.stream, drain)
  return meter.read()
}

async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of chunks);
}

export function refuseOther(expected: PackedFile, found: { size: number; sha256: string }): void {
  if (found.sha256 !== expected.sha256)
    throw new DamagedBackup(expected.path, `sha256 ${found.sha256} ≠ ${expected.sha256}`)
}

/** Does `work` for every item, at most `width` at a time. */
export async function forEachLimited<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  const lane = async () => {
    for (const item of waiting) await work(item)
  }
  // All lanes are waited for before a failure is told: who cleans up then must not race with a lane still writing.
  const ended = await Promise.allSettled(Array.from({ length: width }, lane))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

function createMeter() {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, read: () => ({ size, sha256: hash.digest('hex') }) }
}
