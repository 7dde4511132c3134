import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Db, Tx } from '../../platform/db.ts'
import { type DrawnImage, redraw } from '../../platform/files/image.ts'
import { type FileKind, sniffFile } from '../../platform/files/sniff.ts'
import { discard, type StagedFile, stage } from '../../platform/files/stage.ts'
import { type Storage, storageKey } from '../../platform/files/storage.ts'
import { Refusal } from '../../platform/refusal.ts'
import { insertFile, type NewFile } from './file.queries.ts'

export interface StoreDeps {
  db: Db
  storage: Storage
}

/** Most bytes of one uploaded file; the form parser's own limit is the same. */
export const mostBytes = 50 * 1024 * 1024

/** Receives a file into a temporary one; `discard` it when done with it. @throws Refusal files.* */
export async function receiveFile(storage: Storage, source: Readable, name: string, most = mostBytes) {
  const staged = await stage(source, { stagingDir: storage.stagingDir, most })
  try {
    if (staged.size === 0) throw new Refusal('files.empty', { name: cleanName(name) })
    return { ...staged, kind: await sniffFile(staged.path, name) }
  } catch (error) {
    await discard(staged)
    throw error
  }
}

export interface KeepOptions {
  centreId: string
  name: string
  createdBy: string | null
  isPublic?: boolean
  alt?: string | null
}

/**
 * Puts a received file's bytes into the storage; images are drawn anew. Nothing is known of it until `saveFile` writes
 * its row, so call it outside a transaction; what a failure leaves behind the sweep removes.
 */
export async function keepFile(
  deps: StoreDeps,
  staged: StagedFile & { kind: FileKind },
  options: KeepOptions,
): Promise<NewFile> {
  const { centreId } = options
  const fileId = await deps.db.inCentre(centreId, async (tx) => tx.newId())
  const storedKey = storageKey({ sha256: staged.sha256, centreId, fileId })
  const common = {
    id: fileId,
    sha256: staged.sha256,
    storageKey: storedKey,
    isPublic: options.isPublic ?? false,
    alt: options.alt?.trim() || null,
    createdBy: options.createdBy,
  }
  const name = cleanName(options.name)
  if (!staged.kind.image) {
    await deps.storage.put(storedKey, createReadStream(staged.path))
    const { mime, ext } = staged.kind
    return {
      ...common,
      name: withExtension(name, ext),
      mime,
      size: staged.size,
      width: null,
      height: null,
      variants: [],
    }
  }
  const drawn = await redraw(staged.path)
  await putImage(deps.storage, storedKey, drawn)
  return {
    ...common,
    name: withExtension(name, drawn.ext),
    mime: drawn.mime,
    size: drawn.content.length,
    width: drawn.width,
    height: drawn.height,
    variants: drawn.variants.map(({ content: _content, ...variant }) => variant),
  }
}

/** Writes the row: from here on the file exists. */
export async function saveFile(tx: Tx, file: NewFile): Promise<void> {
  await insertFile(tx, file)
}

/** Receives, keeps and records in one go, for modules with a stream in hand (an applicant's upload, a finished export). */
export async function storeStream(
  deps: StoreDeps,
  source: Readable,
  options: KeepOptions & { most?: number },
): Promise<NewFile> {
  const staged = await receiveFile(deps.storage, source, options.name, options.most)
  try {
    const file = await keepFile(deps, staged, options)
    await deps.db.inCentre(options.centreId, (tx) => saveFile(tx, file))
    return file
  } finally {
    await discard(staged)
  }
}

export const variantKey = (key: string, variant: string): string => `${key}.${variant}`

async function putImage(storage: Storage, key: string, drawn: DrawnImage): Promise<void> {
  await storage.put(key, drawn.content)
  for (const variant of drawn.variants) await storage.put(variantKey(key, variant.name), variant.content)
}

/** The last part of the path, without control characters, at most 200 characters. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a header or a file list
  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return (clean || '未命名').slice(-200)
}

/** The extension says what the file really is, whatever it was called. */
export function withExtension(name: string, ext: string): string {
  const same = new RegExp(`\\.${ext === 'jpg' ? 'jpe?g' : ext}$`, 'i')
  return same.test(name) ? name : `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ext}`
}

/** Most bytes of a table that the house itself writes. */
const mostSheetBytes = 2 * 1024 * 1024 * 1024

/** A table written by the house on its way into the storage; its kind is known, nothing to sniff. */
export async function stageSheet(storage: Storage, content: Readable, format: 'csv' | 'xlsx') {
  const staged = await stage(content, { stagingDir: storage.stagingDir, most: mostSheetBytes })
  return { ...staged, kind: sheetKinds[format] }
}

const sheetKinds: Record<'csv' | 'xlsx', FileKind> = {
  csv: { mime: 'text/csv', ext: 'csv', image: false },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ext: 'xlsx', image: false },
}
