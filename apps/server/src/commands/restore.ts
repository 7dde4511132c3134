import { parseArgs } from 'node:util'
import { type Restored, restore } from '../platform/backup/restore.ts'
import { badArguments } from '../platform/backup/restore-faults.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { createLogger } from '../platform/log.ts'
import { describeFaults, describeStartError, StartFault } from '../platform/start-fault.ts'

// `npm run restore -- [--from <stamp>|latest] [--to '<instant>']`, with the server stopped.
try {
  const wish = readWish(process.argv.slice(2))
  const loaded = loadConfig(process.env)
  if (!loaded.ok) throw new StartFault(loaded.faults)
  const began = performance.now()
  const done = await restore(wish, { config: loaded.config, now: systemClock, log: createLogger('warn') })
  console.log(describe(done, (performance.now() - began) / 1000))
} catch (error) {
  const { text, exitCode } = describeStartError(error)
  console.error(error instanceof StartFault ? describeFaults(error.faults) : text)
  process.exitCode = exitCode
}

function readWish(args: string[]): { from: string | undefined; to: Date | undefined } {
  const values = parsed(args)
  const to = values.to === undefined ? undefined : momentOf(values.to)
  return { from: values.from === 'latest' ? undefined : values.from, to }
}

function parsed(args: string[]): { from?: string; to?: string } {
  try {
    return parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } }).values
  } catch (error) {
    throw new StartFault(badArguments(args.join(' ')), { cause: error })
  }
}

// A time without a zone is the county's own: +08:00.
function momentOf(text: string): Date {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}+08:00`
  const at = new Date(zoned)
  if (Number.isNaN(at.getTime())) throw new StartFault(badArguments(`--to ${text}`))
  return at
}

function describe(done: Restored, seconds: number): string {
  const at = new Intl.DateTimeFormat('zh-CN', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  }).format(done.reached)
  const took = seconds.toFixed(1)
  const zh = [
    `✓ 已从备份 ${done.stamp} 恢复，数据到 ${at} 为止（${done.tables} 张表 ${done.rows} 行，补回 ${done.uploads} 个文件，用时 ${took} 秒）。`,
    ...(done.salvaged > 0 ? [`  另从原数据目录救回 ${done.salvaged} 段尚未归档的日志。`] : []),
    ...(done.aside ? [`  原来的数据库保存在 ${done.aside}，确认无误后可以删除。`] : []),
    '  现在可以启动：npm start',
  ]
  const en = [
    `✓ Restored from ${done.stamp}; the data is as of ${done.reached.toISOString()} (${done.tables} tables, ${done.rows} rows, ${done.uploads} files put back, ${took} s).`,
    ...(done.salvaged > 0
      ? [`  ${done.salvaged} log segments not yet archived were salvaged from the old cluster.`]
      : []),
    ...(done.aside ? [`  The former database is kept in ${done.aside}; delete it when all is well.`] : []),
    '  Now start: npm start',
  ]
  return [...zh, ...en].join('\n')
}
