import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { programMigrations } from './migrate.ts'

/** GET /readyz: 200 when the database answers and holds exactly this program's migrations, else 503. */
export function serveReadiness(http: FastifyInstance, db: Db): void {
  const program = programMigrations()
  http.get('/readyz', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      const applied = await db.globally(async (tx) => {
        const { rows } = await sql<{
          version: number
        }>`select version from xianghui.migration order by version`.execute(tx.sql)
        return rows.map((row) => row.version)
      })
      if (String(applied) === String(await program)) return { ok: true, database: true, migrations: true }
      return reply.code(503).header('retry-after', '2').send({ ok: false, database: true, migrations: false })
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).header('retry-after', '2').send({ ok: false, database: false, migrations: false })
    }
  })
}
