import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

interface Asset {
  body: Buffer
  type: string
  etag: string
  /** the build put a hash in the name: it never changes */
  immutable: boolean
  packed: Partial<Record<'br' | 'gzip', Buffer>>
}

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

/** The files of one built folder, held in memory by name: nothing outside the folder can be asked for. */
export interface AssetFolder {
  has(name: string): boolean
  text(name: string): string | undefined
  send(request: FastifyRequest, reply: FastifyReply, name: string): Promise<FastifyReply>
}

/** Reads names now and bodies at first use. A folder that was not built is empty. */
export function openAssets(folder: string): AssetFolder {
  const names = new Set(listFiles(folder))
  const assets = new Map<string, Asset>()
  const load = (name: string): Asset | undefined => {
    const held = assets.get(name)
    if (held || !names.has(name)) return held
    const body = readIfThere(join(folder, name))
    if (!body) return undefined
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const asset: Asset = {
      body,
      etag,
      type: types[extname(name)] ?? 'application/octet-stream',
      immutable: /[-.][\w-]{8,}\.\w+$/.test(name),
      packed: {},
    }
    assets.set(name, asset)
    return asset
  }
  return {
    has: (name) => names.has(name),
    text: (name) => load(name)?.body.toString('utf8'),
    send: async (request, reply, name) => {
      const asset = load(name)
      if (!asset) throw new Refusal('request.not_found')
      reply.header('etag', asset.etag).header('vary', 'accept-encoding').type(asset.type)
      reply.header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
      if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
      const packing = packingOf(request, asset)
      if (!packing) return reply.send(asset.body)
      asset.packed[packing] ??= await pack(asset.body, packing)
      return reply.header('content-encoding', packing).send(asset.packed[packing])
    },
  }
}

function packingOf(request: FastifyRequest, asset: Asset): 'br' | 'gzip' | undefined {
  if (asset.body.length < 1024 || !/text|javascript|json|svg/.test(asset.type)) return undefined
  const accepted = request.headers['accept-encoding'] ?? ''
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
}

/** Packs a text for the wire; quality 5 for brotli: near the best size at a tenth of the time. */
export async function pack(body: Buffer | string, packing: 'br' | 'gzip'): Promise<Buffer> {
  return packing === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gz(body)
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative('.', name))
}

/** Serves a folder under a prefix: `/assets/x.js`. */
export function serveAssets(app: FastifyInstance, prefix: string, assets: AssetFolder): void {
  app.get(`${prefix}/*`, (request, reply) => assets.send(request, reply, (request.params as { '*': string })['*']))
}

/** A rebuild under a running server takes old names away: then the file is not there, which is no fault. */
function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}
