import type { FastifyReply } from 'fastify'

// No 'unsafe-inline' anywhere (style attributes included); the console's own style tags carry the nonce-free hash list
// of antd's CSS-in-JS through constructable style sheets or a static style file, see apps/console.
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer carries, whoever sends it (the framework or the page cache's front). */
export const securityHeaderList: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
}

export function securityHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(securityHeaderList)) reply.header(name, value)
}
