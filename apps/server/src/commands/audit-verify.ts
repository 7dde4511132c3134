import { createIdMaker } from '@xianghui/kit/id'
import { verifyActs } from '../platform/audit-chain.ts'
import { databaseStopped } from '../platform/backup/restore-faults.ts'
import { systemClock } from '../platform/clock.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { openDb } from '../platform/db.ts'
import { findRunningEmbedded } from '../platform/embedded/embedded.ts'
import { prepareExternal } from '../platform/external-database.ts'
import { listCentres } from '../platform/jobs.ts'
import { createLogger } from '../platform/log.ts'
import { describeFaults, describeStartError, StartFault } from '../platform/start-fault.ts'

const problems = {
  content_changed: '内容被改过 / its content was changed',
  link_broken: '与前一条的链接断开 / the link to the one before is broken',
  act_missing: '记录被删除 / the act is missing',
  act_unsealed: '没有封存 / it was never sealed',
} as const

// `npm run audit:verify`: recomputes the chain over the acts of every centre; exit code 1 when something does not fit.
const loaded = loadConfig(process.env)
if (!loaded.ok) {
  console.error(describeFaults(loaded.faults))
  process.exitCode = 1
} else {
  try {
    process.exitCode = (await verifyAll(loaded.config)) ? 0 : 1
  } catch (error) {
    const { text, exitCode } = describeStartError(error)
    console.error(text)
    process.exitCode = exitCode
  }
}

async function verifyAll(config: Config): Promise<boolean> {
  const log = createLogger('silent')
  const newId = createIdMaker({ now: systemClock, node: 0 })
  const db = openDb({ url: await appUrlOf(config), log, now: systemClock, newId, size: 2 })
  let sound = true
  try {
    for (const centreId of await listCentres(db)) {
      const { acts, faults } = await verifyActs(db, centreId, systemClock())
      if (faults.length === 0)
        console.log(`✓ 中心 ${centreId}：${acts} 条操作记录完整 / centre ${centreId}: ${acts} acts, chain sound`)
      for (const fault of faults)
        console.error(
          `✗ 中心 ${centreId} 第 ${fault.seq ?? '—'} 条（编号 ${fault.auditId}）：${problems[fault.problem]}`,
        )
      sound &&= faults.length === 0
    }
  } finally {
    await db.close()
  }
  return sound
}

async function appUrlOf({ database, dataDir }: Config): Promise<string> {
  if (database.kind === 'external') return (await prepareExternal(database.ownerUrl, database.appUrl, dataDir)).appUrl
  const running = findRunningEmbedded(dataDir)
  if (!running) throw new StartFault(databaseStopped())
  return running.appUrl
}
