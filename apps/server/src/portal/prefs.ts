import type { FastifyInstance } from 'fastify'
import { plainQuery } from './ask.ts'
import { formatModes, modesCookie, parseModes, safeBack } from './modes.ts'

const year = 365 * 24 * 3600

/** `/prefs?modes=e0&back=/news` and `?lang=en`: keeps the choice in a cookie and goes back; works without script. */
export function mountPrefs(http: FastifyInstance): void {
  http.get('/prefs', (request, reply) => {
    const query = plainQuery(request.query)
    const cookie = { path: '/', maxAge: year, sameSite: 'lax' as const }
    if (query.modes !== undefined) reply.setCookie(modesCookie, formatModes(parseModes(query.modes)), cookie)
    if (query.lang === 'en' || query.lang === 'zh-CN') reply.setCookie('xh_lang', query.lang, cookie)
    return reply.header('cache-control', 'no-store').redirect(safeBack(query.back), 303)
  })
}
