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

export function securityHeaders(reply: FastifyReply): void {
  reply.header('content-security-policy', policy)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('x-frame-options', 'DENY')
  reply.header('referrer-policy', 'strict-origin-when-cross-origin')
  reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(self), interest-cohort=()')
  reply.header('cross-origin-opener-policy', 'same-origin')
}
