import type { Readable } from 'node:stream'

/** Bytes from `start` to `end`, both counted from 0 and included. */
export interface ByteRange {
  start: number
  end: number
}

export interface StoredObject {
  key: string
  modifiedAt: Date
}

/** Where files lie: on disk or in an S3 bucket, the same to everyone above. Keys are made by `storageKey`. */
export interface Storage {
  /** Keeps a finished local file (it may be moved away); whole or not at all. */
  putFile(key: string, path: string): Promise<void>
  put(key: string, content: Readable | Uint8Array): Promise<void>
  /** @throws StoredFileMissing */
  open(key: string, range?: ByteRange): Promise<Readable>
  exists(key: string): Promise<boolean>
  /** Nothing happens where there is nothing. */
  delete(key: string): Promise<void>
  list(): AsyncIterable<StoredObject>
  /** a folder for half-written files, on the same disk as the finished ones where that is possible */
  readonly stagingDir: string
}

export class StoredFileMissing extends Error {
  constructor(key: string) {
    super(`stored file is missing: ${key}`)
    this.name = 'StoredFileMissing'
  }
}

/** `<aa>/<sha256>-<centre>-<file>[.variant]`: spread over 256 folders, never shared between two records. */
export function storageKey(parts: { sha256: string; centreId: string; fileId: string }): string {
  return `${parts.sha256.slice(0, 2)}/${parts.sha256}-${parts.centreId}-${parts.fileId}`
}

const keyForm = /^[0-9a-f]{2}\/[0-9a-f]{64}-(\d+)-(\d+)(\.[a-z0-9.]{1,20})?$/

/** Whose object this is; undefined for a key that is not ours. */
export function ownerOfKey(key: string): { centreId: string; fileId: string } | undefined {
  const match = keyForm.exec(key)
  return match?.[1] && match[2] ? { centreId: match[1], fileId: match[2] } : undefined
}

/** A key becomes a path or an address, so anything but our own form is a fault of ours. */
export function checkedKey(key: string): string {
  if (!keyForm.test(key)) throw new Error(`not a storage key: ${key}`)
  return key
}
