import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'
import type { AssetFolder } from './static-files.ts'

/**
 * Serves a built one-page application below `/<prefix>`: its files by name, its index.html for every other address.
 * Libraries that write style tags at run time (antd) get a nonce of the page's own in place of `__NONCE__`; so no 'unsafe-inline'.
 */
export function serveSinglePageApp(http: FastifyInstance, prefix: string, files: AssetFolder): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const name = (request.params as { '*'?: string })['*'] ?? ''
    if (name !== 'index.html' && files.has(name)) return files.send(request, reply, name)
    const page = files.text('index.html')
    if (!page || name.startsWith('assets/')) throw new Refusal('request.not_found')
    const nonce = randomBytes(16).toString('base64')
    const policy = String(reply.getHeader('content-security-policy'))
    reply.header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('__NONCE__', nonce))
  }
  http.get(`/${prefix}`, answer)
  http.get(`/${prefix}/*`, answer)
}
