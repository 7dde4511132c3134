import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that a page of another site caused (CSRF), beside SameSite cookies: browsers name the initiator in
 * Sec-Fetch-Site, older ones (Chrome 78, iOS 13) only in Origin. A caller without either is no browser and has no cookie to abuse.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  if (reading.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const origin = request.headers.origin
  if (site === undefined && origin === undefined) return
  if (origin && (origin === publicUrl || hostOf(origin) === request.headers.host)) return
  throw new Refusal('request.cross_site')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
