import type { Mount } from '../../platform/http.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { askBackup, type KeptDrill, listBackups, stateOf } from './backup.service.ts'
import { systemContract as contract } from './contract.ts'
import { findHealth } from './health.queries.ts'
import { judgeHealth, worstOf } from './health.rules.ts'
import { gatherHealth } from './health.service.ts'
import { findLatestTask } from './task.queries.ts'

export function mountSystem(mount: Mount, deps: ModuleDeps): void {
  mount(contract.health, { may: 'system.read' }, async ({ centreId, locale }) => {
    const facts = await gatherHealth(deps, centreId)
    const items = judgeHealth(facts)
    const said = locale === 'en' ? 'en' : 'zh'
    return {
      light: worstOf(items),
      checkedAt: facts.now.toISOString(),
      items: items.map(({ key, light, name, finding, mend }) => ({
        key,
        light,
        name: name[said],
        finding: finding[said],
        mend: mend?.[said] ?? '',
      })),
    }
  })
  mount(contract.listBackups, { may: 'system.read' }, async ({ inCentre }) => {
    const { config } = deps
    const { task, drill, now } = await inCentre(async (tx) => ({
      task: await findLatestTask(tx),
      drill: await findHealth(tx, 'drill'),
      now: tx.now,
    }))
    return {
      database: config.database.kind,
      backupDir: config.backupDir,
      nightlyAt: config.backupAt,
      items: listBackups(config.backupDir).map(rowOf),
      task: task
        ? {
            id: task.id,
            state: stateOf(task, now),
            percent: Number(task.done),
            message: task.message,
            createdAt: task.created_at.toISOString(),
            finishedAt: task.finished_at?.toISOString() ?? null,
          }
        : null,
      drill: drill?.detail ? { ...(drill.detail as KeptDrill), at: drill.at.toISOString() } : null,
    }
  })
  mount(contract.backUpNow, { may: 'system.write' }, async ({ actor, inCentre }) =>
    inCentre((tx) => askBackup(tx, actor)),
  )
}

function rowOf(manifest: ReturnType<typeof listBackups>[number]) {
  const { stamp, kind, point, startedAt, finishedAt, bytes, tables, uploads } = manifest
  return {
    stamp,
    kind,
    point,
    seconds: Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
    bytes,
    tables: tables.length,
    rows: String(tables.reduce((sum, table) => sum + BigInt(table.rows), 0n)),
    uploads: uploads?.length ?? null,
    comparable: tables.length > 0,
  }
}
