import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createIdMaker } from '@xianghui/kit/id'
import { insertPlanArticles, publicListStatement } from '../apps/server/src/modules/content/index.ts'
import { openDb } from '../apps/server/src/platform/db.ts'
import { findRunningEmbedded } from '../apps/server/src/platform/embedded/embedded.ts'
import { createLogger } from '../apps/server/src/platform/log.ts'
import { type Bench, conditions, type Figure, median, round } from './figure.ts'
import { load } from './load.ts'
import { cpuMs, cpuMsOfTree, type Running, root, runUntilPage } from './process.ts'

const articles = 240
const ports = { uncached: 23_201, cached: 23_202, limit: 23_203 }
const path = '/news?size=24'

/** P4: the news list of 24 as a server-rendered page, from the database and from the cache, against the bare limit. */
export const page: Bench = async ({ quick }) => {
  const home = mkdtempSync(join(tmpdir(), 'xianghui-bench-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const node = process.execPath
  const ours = (port: number, env: NodeJS.ProcessEnv) =>
    runUntilPage(
      node,
      ['apps/server/src/main.ts'],
      { METRICS_PORT: 'off', LOG_LEVEL: 'warn', PORT: String(port), ...env },
      `http://127.0.0.1:${port}/livez`,
    )
  const running: Running[] = []
  try {
    running.push(await ours(ports.cached, { DATA_DIR: dataDir }))
    const urls = findRunningEmbedded(dataDir)
    if (!urls) throw new Error('the embedded database does not answer')
    await seed(urls.appUrl)
    const external = {
      DATABASE_URL: urls.ownerUrl,
      DATABASE_APP_URL: urls.appUrl,
      DATA_DIR: join(home, 'second'),
      ROLE_OF_PROCESS: 'web',
    }
    running.push(await ours(ports.uncached, { ...external, PAGE_CACHE_MB: '0' }))
    const statement = publicListStatement('1', { page: 1, size: 24 })
    const limitArgs = [
      'bench/limit-server.ts',
      String(ports.limit),
      urls.superUrl,
      statement.text,
      JSON.stringify(statement.values),
    ]
    running.push(await runUntilPage(node, limitArgs, {}, `http://127.0.0.1:${ports.limit}/`))
    const postmaster = Number(readFileSync(join(urls.pgDir, 'postmaster.pid'), 'utf8').split('\n')[0])
    return await measure(running, postmaster, quick)
  } finally {
    for (const one of running.reverse()) await one.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

interface Round {
  perSecond: number
  cpuMs: number
  cpuMsDb: number
}

async function measure([cached, uncached, limit]: Running[], postmaster: number, quick: boolean): Promise<Figure[]> {
  const contenders = {
    uncached: { url: `http://127.0.0.1:${ports.uncached}${path}`, pid: uncached?.child.pid ?? 0 },
    limit: { url: `http://127.0.0.1:${ports.limit}/`, pid: limit?.child.pid ?? 0 },
    cached: { url: `http://127.0.0.1:${ports.cached}${path}`, pid: cached?.child.pid ?? 0 },
  }
  const seconds = quick ? 2 : 6
  const rounds: Record<keyof typeof contenders, Round[]> = { uncached: [], limit: [], cached: [] }
  for (const { url } of Object.values(contenders)) await load(url, { connections: 16, seconds: 1 })
  for (let i = 0; i < (quick ? 3 : 5); i++)
    for (const [name, { url, pid }] of Object.entries(contenders)) {
      const before = { server: cpuMs(pid), db: cpuMsOfTree(postmaster) }
      const result = await load(url, { connections: 16, seconds, headers: { 'accept-encoding': 'identity' } })
      if (result.failures > 0) throw new Error(`${name}: ${result.failures} answers were not 200`)
      rounds[name as keyof typeof contenders].push({
        perSecond: result.perSecond,
        cpuMs: (cpuMs(pid) - before.server) / result.answers,
        cpuMsDb: (cpuMsOfTree(postmaster) - before.db) / result.answers,
      })
    }
  const html = await (await fetch(contenders.cached.url)).text()
  const figure = (name: 'uncached' | 'cached'): Figure => {
    const of = (key: keyof Round, whose: Round[]) => median(whose.map((one) => one[key]))
    return {
      bench: 'page',
      name: `news list of 24 as a page, ${name}`,
      value: round(of('perSecond', rounds[name]), 0),
      unit: 'pages/s',
      against: 'limit: node:http + one named pg statement, same rows, same run',
      againstValue: round(of('perSecond', rounds.limit), 0),
      ratio: round(median(rounds[name].map((one, i) => one.perSecond / (rounds.limit[i]?.perSecond ?? Number.NaN)))),
      cpuMsServer: round(of('cpuMs', rounds[name]), 3),
      cpuMsDb: round(of('cpuMsDb', rounds[name]), 3),
      conditions: conditions(
        `${articles} articles, 16 keep-alive clients in a third process, ${rounds[name].length} rounds in turn of ${seconds} s, forced row-level security; limit ${round(of('cpuMs', rounds.limit), 3)} CPU-ms`,
      ),
    }
  }
  const size: Figure = {
    bench: 'page',
    name: 'HTML of the news list, gzip',
    value: round(gzipSync(html).length / 1024, 1),
    unit: 'KB',
    against: 'bar P4',
    againstValue: 30,
    ratio: round(gzipSync(html).length / 1024 / 30),
    cpuMsServer: null,
    cpuMsDb: null,
    conditions: conditions(`${html.length} characters of HTML from ${root}`),
  }
  return [figure('uncached'), figure('cached'), size]
}

/** Articles through the module's own door, as a plan's texts come in. */
async function seed(appUrl: string): Promise<void> {
  const now = () => new Date()
  const db = openDb({
    url: appUrl,
    log: createLogger('silent'),
    now,
    newId: createIdMaker({ now, node: 1000 }),
    size: 2,
  })
  const rows = Array.from({ length: articles }, (_, i) => ({
    key: `bench-${i}`,
    order: i,
    column: i % 3 === 0 ? 'notice' : 'news',
    title: `基准稿件第 ${i + 1} 篇：六库街道举办农村电商培训班`,
    titleEn: `Bench article ${i + 1}`,
    summary: '本期培训讲授网店注册、商品推广与经营管理，面向返乡创业人员和居家主妇，现场答疑并登记后续服务需求。',
    summaryEn: 'A class on opening a shop, promotion and management.',
    bodyHtml: '<p>培训内容见方案一（一）5。</p>',
    bodyHtmlEn: '<p>See the plan.</p>',
    source: '基准数据',
    sourceEn: 'Bench data',
  }))
  await db.inCentre('1', (tx) => insertPlanArticles(tx, rows, 'bench'))
  await db.close()
}
