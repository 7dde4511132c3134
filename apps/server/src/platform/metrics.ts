import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from './db.ts'

export interface Metrics {
  registry: Registry
  /** answers by route, method and status class */
  watch(app: FastifyInstance): void
  cache: Counter<'outcome'>
}

/** The process's own figures; the text is served on a port of its own (METRICS_PORT), never on the public one. */
export function createMetrics(db: Db): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'xianghui_http_seconds',
    help: 'time to answer, by route',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  })
  const cache = new Counter({
    name: 'xianghui_page_cache_total',
    help: 'answers of the page cache',
    labelNames: ['outcome'] as const,
    registers: [registry],
  })
  new Gauge({
    name: 'xianghui_database_connections',
    help: 'connections of this process by use',
    labelNames: ['use'] as const,
    registers: [registry],
    collect() {
      this.set({ use: 'total' }, db.pool.totalCount)
      this.set({ use: 'idle' }, db.pool.idleCount)
      this.set({ use: 'waiting' }, db.pool.waitingCount)
    },
  })
  new Gauge({
    name: 'xianghui_acts_unsealed',
    help: 'acts not yet linked into the chain, of the first hundred centres',
    registers: [registry],
    async collect() {
      this.set(await countUnsealed(db))
    },
  })
  return {
    registry,
    cache,
    watch: (app) => {
      app.addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url ?? 'none'
        duration.observe(
          { route, method: request.method, status: `${Math.floor(reply.statusCode / 100)}xx` },
          reply.elapsedTime / 1000,
        )
        done()
      })
    },
  }
}

async function countUnsealed(db: Db): Promise<number> {
  const { rows } = await db.globally((tx) =>
    sql<{ centre_id: string }>`select centre_id from platform.centres() limit 100`.execute(tx.sql),
  )
  let unsealed = 0
  for (const { centre_id } of rows)
    unsealed += await db.inCentre(centre_id, async (tx) => {
      const counted = await sql<{ n: number }>`
        select count(*)::int as n from platform.audit a where a.centre_id = ${centre_id}
          and a.id > coalesce((select audit_id from platform.audit_chain where centre_id = ${centre_id} order by seq desc limit 1), 0)`.execute(
        tx.sql,
      )
      return counted.rows[0]?.n ?? 0
    })
  return unsealed
}

/** GET /metrics on loopback or wherever HOST says; returns how to close it. */
export function serveMetrics(registry: Registry, place: { host: string; port: number }): Promise<() => Promise<void>> {
  const server: Server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    )
  })
  server.headersTimeout = 8_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(place.port, place.host, () => resolve(() => new Promise((done) => server.close(() => done()))))
  })
}
