import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { Storage } from '../../platform/files/storage.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Attachables, mayReadFile } from './access.ts'
import { type FileRecord, recordOf } from './file.queries.ts'
import { chooseVariant, disposition, parseRange } from './serve.rules.ts'
import { variantKey } from './store.service.ts'
import type { FilesTables } from './tables.ts'

export interface ServeDeps {
  db: Db
  storage: Storage
  attachables: Attachables
}

const byId = `select * from platform.file where centre_id = $1 and id = $2 and deleted_at is null`

/** Answers with a file's bytes; who may not have it gets 404, as for one that is not there. */
export async function serveFile(
  deps: ServeDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  params: { id: string; variant?: string },
): Promise<FastifyReply> {
  const [row] = await deps.db.readOnce<FilesTables['platform.file']>(request.centreId, {
    name: 'file-by-id',
    text: byId,
    values: [request.centreId, params.id],
  })
  const file = row && recordOf(row)
  if (!file || !(await isAllowed(deps, request, file))) throw new Refusal('request.not_found')
  const part = partOf(file, params.variant)
  writeHeaders(reply, file, part)
  if (request.headers['if-none-match'] === part.etag) return reply.code(304).send()
  // A changed file under the same address cannot be: If-Range always holds, unless it names another tag.
  const ranged = request.headers['if-range'] === undefined || request.headers['if-range'] === part.etag
  const range = ranged ? parseRange(request.headers.range, part.size) : undefined
  if (range === 'bad') {
    reply.header('content-range', `bytes */${part.size}`)
    throw new Refusal('files.bad_range')
  }
  if (range) {
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${part.size}`)
    reply.header('content-length', range.end - range.start + 1)
  } else reply.header('content-length', part.size)
  return reply.send(await deps.storage.open(part.key, range))
}

async function isAllowed(deps: ServeDeps, request: FastifyRequest, file: FileRecord): Promise<boolean> {
  if (file.isPublic) return true
  if (request.actor.kind === 'anonymous') return false
  return deps.db.inCentre(request.centreId, (tx) => mayReadFile(tx, request.actor, file, deps.attachables))
}

interface Part {
  key: string
  mime: string
  size: number
  etag: string
}

function partOf(file: FileRecord, asked: string | undefined): Part {
  const tag = file.sha256.slice(0, 32)
  if (asked === undefined || asked === '')
    return { key: file.storageKey, mime: file.mime, size: file.size, etag: `"${tag}"` }
  const variant = chooseVariant(file.variants, asked)
  if (!variant) throw new Refusal('request.not_found')
  return {
    key: variantKey(file.storageKey, variant.name),
    mime: `image/${variant.name.split('.')[1]}`,
    size: variant.size,
    etag: `"${tag}-${variant.name}"`,
  }
}

function writeHeaders(reply: FastifyReply, file: FileRecord, part: Part): void {
  const isImage = file.mime.startsWith('image/')
  const text = part.mime.startsWith('text/') ? '; charset=utf-8' : ''
  reply.header('content-type', `${part.mime}${text}`)
  reply.header('content-disposition', disposition(file.name, isImage))
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  reply.header('cross-origin-resource-policy', 'same-site')
  reply.header('accept-ranges', 'bytes')
  reply.header('etag', part.etag)
  // A file's bytes never change under its id; a private one is asked for again, since the right may have gone.
  reply.header('cache-control', file.isPublic ? 'public, max-age=31536000, immutable' : 'private, no-cache')
}
