import { createIdMaker } from '@xianghui/kit/id'
import { sql } from 'kysely'
import { systemClock } from './platform/clock.ts'
import { type Config, loadConfig } from './platform/config.ts'
import { type Db, openDb } from './platform/db.ts'
import { createLogger } from './platform/log.ts'
import { createMetrics, type Metrics, serveMetrics } from './platform/metrics.ts'
import { migrate } from './platform/migrate.ts'
import { openDatabase } from './platform/open-database.ts'
import { openChangeFeed } from './platform/public-change.ts'
import { checkDisk, checkPort, listenFault } from './platform/start-checks.ts'
import { describeFaults, describeStartError, StartFault } from './platform/start-fault.ts'
import { metricsPortBusy } from './platform/start-faults.ts'

export interface RunningServer {
  /** what the operating system gave, where PORT was 0 */
  port: number
  db: Db
  setupLink: string | null
  stop(): Promise<void>
}

const drainMs = 10_000

/** Start, print the addresses, drain and stop on a signal. Leaves with the exit code of what went wrong. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<void> {
  const loaded = loadConfig(env)
  if (!loaded.ok) return leave(describeFaults(loaded.faults), 1)
  try {
    const starting = runServer(loaded.config)
    stopOnSignal(starting)
    printAddresses(loaded.config, await starting)
  } catch (error) {
    const { text, exitCode } = describeStartError(error)
    leave(text, exitCode)
  }
}

/** Brings everything up in order; whatever was started is stopped again when a later step fails. */
export async function runServer(config: Config, options: { now?: () => Date } = {}): Promise<RunningServer> {
  const now = options.now ?? systemClock
  const log = createLogger(config.logLevel)
  const stops: (() => Promise<unknown>)[] = []
  let markStopping = () => {}
  const stop = async () => {
    markStopping()
    for (const one of stops.reverse()) await one()
    stops.length = 0
  }
  // The database comes up while the modules of the application are read (P7).
  const loading = Promise.all([import('./app.ts'), import('./background.ts'), import('./first-start.ts')])
  try {
    if (config.port !== 0) await checkPort(config.port, config.host)
    if (config.metricsPort) await checkMetricsPort(config.metricsPort, config.host)
    checkDisk(config.dataDir)
    const database = await openDatabase(config, { log, now })
    stops.push(database.stop)
    markStopping = database.markStopping
    stops.push(database.keepAlive())
    await migrate(database.ownerUrl, { log, appRole: database.appRole })
    const db = await openAppDb(database.appUrl, log, now)
    stops.push(() => db.close())
    const feed = openChangeFeed(database.appUrl, log)
    stops.push(() => feed.close())
    const metrics = createMetrics(db)
    stops.push(await openMetrics(config, metrics))
    const [{ createApp }, { startBackground }, { firstStart }] = await loading
    const app = await createApp({ config, db, log, now, feed, metrics })
    stops.push(() => app.http.close())
    const { setupLink } = await firstStart({ config, db, log, now })
    await app.http.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw new StartFault(listenFault(error, config.port, config.host), { cause: error })
    })
    if (config.role !== 'web') stops.push(startBackground({ app, config, database, db, log }))
    const address = app.http.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    return { port, db, setupLink, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

// Before anything is made, as with the site's own port.
async function checkMetricsPort(port: number, host: string): Promise<void> {
  await checkPort(port, host).catch((error: unknown) => {
    throw new StartFault(metricsPortBusy(port, host), { cause: error })
  })
}

async function openMetrics(config: Config, metrics: Metrics): Promise<() => Promise<void>> {
  const port = config.metricsPort
  if (port === null) return async () => undefined
  return serveMetrics(metrics.registry, { host: config.host, port }).catch((error: unknown) => {
    throw new StartFault(metricsPortBusy(port, config.host), { cause: error })
  })
}

async function openAppDb(url: string, log: ReturnType<typeof createLogger>, now: () => Date): Promise<Db> {
  const unnumbered = openDb({ url, log, now, newId: () => '0', size: 1 })
  const node = await unnumbered.globally(async (tx) => {
    const { rows } = await sql<{ node: string }>`select nextval('platform.node') as node`.execute(tx.sql)
    return Number(rows[0]?.node ?? 0)
  })
  await unnumbered.close()
  return openDb({ url, log, now, newId: createIdMaker({ now, node }), size: 16 })
}

// Armed before the start has finished: a signal during the start must not leave the database running either.
function stopOnSignal(starting: Promise<RunningServer>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) return
    stopping = true
    console.log('正在停止：处理完手头的请求后关闭数据库…… / Stopping: draining requests, then the database…')
    // A request that never ends must not keep the database from a clean stop for ever.
    setTimeout(() => process.exit(1), drainMs + 15_000).unref()
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => leave(describeStartError(error).text, 1),
      )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  // scripts/start.mjs holds the other end: when it is killed, the server stops by itself.
  process.on('disconnect', onSignal)
}

function printAddresses(config: Config, server: RunningServer): void {
  const base = config.port === 0 ? `http://${config.host}:${server.port}` : config.publicUrl
  const lines = [
    '',
    '乡汇已启动 / Xianghui is running',
    `  公众网站 Site         ${base}/`,
    `  管理后台 Console      ${base}/console/`,
    `  数据大屏 Data screen  ${base}/screen/`,
  ]
  if (server.setupLink)
    lines.push(
      '',
      '中心还没有开通，请在浏览器打开下面的一次性链接 / Not set up yet, open this one-time link:',
      `  ${base}${server.setupLink}`,
    )
  lines.push('', '按 Ctrl-C 停止 / Ctrl-C stops it', '')
  console.log(lines.join('\n'))
}

function leave(text: string, exitCode: number): void {
  console.error(text)
  process.exit(exitCode)
}
