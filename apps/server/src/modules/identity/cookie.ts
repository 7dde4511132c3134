import type { FastifyReply, FastifyRequest } from 'fastify'

// __Host- binds the cookie to this very host over https; plain http (a first start on loopback) cannot carry it.
const nameOf = (https: boolean) => (https ? '__Host-xh_session' : 'xh_session')

export function setCookie(reply: FastifyReply, token: string, expires: Date, https: boolean): void {
  reply.setCookie(nameOf(https), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: https, expires })
}

export function clearCookie(reply: FastifyReply, https: boolean): void {
  reply.clearCookie(nameOf(https), { path: '/', httpOnly: true, sameSite: 'lax', secure: https })
}

export function readCookie(request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(true)] ?? request.cookies[nameOf(false)]
}
