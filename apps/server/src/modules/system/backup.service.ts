import { join } from 'node:path'
import type { Actor } from '../../platform/actor.ts'
import { systemActor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import { type DrillResult, runDrill } from '../../platform/backup/drill.ts'
import { listStamps, type Manifest, readManifest } from '../../platform/backup/manifest.ts'
import { DamagedBackup } from '../../platform/backup/pack.ts'
import { findSource } from '../../platform/backup/source.ts'
import { takeBackup } from '../../platform/backup/take-backup.ts'
import type { Tx } from '../../platform/db.ts'
import { listCentres } from '../../platform/jobs.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { enqueue } from '../../platform/outbox.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findHealth, putHealth } from './health.queries.ts'
import { type BackupTaskRow, beatTask, endTask, findLatestTask, insertTask } from './task.queries.ts'

export type BackupDeps = Pick<ModuleDeps, 'db' | 'config' | 'now' | 'log'>

const silentMs = 120_000
const drillEveryMs = 6.5 * 86_400_000

/** Asks for a backup now; the worker takes it, the page shows how far it is. */
export async function askBackup(tx: Tx, actor: Actor): Promise<{ taskId: string }> {
  const latest = await findLatestTask(tx)
  if (latest && ['queued', 'running'].includes(stateOf(latest, tx.now))) throw new Refusal('system.backup_running')
  const taskId = await insertTask(tx, actor.id)
  await enqueue(tx, 'system.backup', { taskId }, { queue: 'backup', attempts: 1 })
  await recordAct(tx, actor, {
    action: 'system.backup_asked',
    subject: { kind: 'system.task', id: taskId },
    summary: '要求立即备份',
  })
  return { taskId }
}

/** A task whose worker has not been heard of for two minutes has died with it. */
export function stateOf(task: BackupTaskRow, now: Date): BackupTaskRow['state'] {
  const silent = now.getTime() - (task.beat_at ?? task.created_at).getTime()
  return task.state === 'running' && silent > silentMs ? 'failed' : task.state
}

/** The job behind `askBackup`. */
export async function runAskedBackup(deps: BackupDeps, centreId: string, taskId: string): Promise<void> {
  let told = 0
  const tell = (share: number) => {
    if (performance.now() - told < 1000) return
    told = performance.now()
    const percent = Math.floor(share * 95)
    deps.db
      .inCentre(centreId, (tx) => beatTask(tx, taskId, percent))
      .catch((error: unknown) => deps.log.warn({ err: error }, 'progress of the backup not noted'))
  }
  await deps.db.inCentre(centreId, (tx) => beatTask(tx, taskId, 0))
  const done = await backUp(deps, centreId, tell)
  await deps.db.inCentre(centreId, (tx) =>
    endTask(
      tx,
      taskId,
      done.ok
        ? { state: 'done', message: `备份完成：${done.manifest.stamp}`, result: { stamp: done.manifest.stamp } }
        : { state: 'failed', message: done.message },
    ),
  )
}

/** The nightly backup: a failure is noted for the health page and thrown, so that the queue tries again. */
export async function runNightlyBackup(deps: BackupDeps, centreId: string): Promise<void> {
  const done = await backUp(deps, centreId, () => undefined)
  if (!done.ok) throw new Error(done.message)
}

type BackedUp = { ok: true; manifest: Manifest } | { ok: false; message: string }

async function backUp(deps: BackupDeps, centreId: string, onProgress: (share: number) => void): Promise<BackedUp> {
  const { config, db, now, log } = deps
  try {
    const source = findSource(config)
    if (!source) throw new Error('the database is not running')
    const manifest = await takeBackup({ places: config, source, now, onProgress })
    await db.inCentre(centreId, async (tx) => {
      await putHealth(tx, 'backup', { light: 'green', message: manifest.stamp })
      await recordAct(tx, systemActor(centreId), {
        action: 'system.backed_up',
        subject: { kind: 'system.backup', id: manifest.stamp },
        summary: `备份完成：${manifest.stamp}`,
      })
    })
    return { ok: true, manifest }
  } catch (error) {
    log.error({ err: error }, 'backup failed')
    const message = error instanceof Error ? error.message : String(error)
    await db.inCentre(centreId, (tx) => putHealth(tx, 'backup', { light: 'red', message }))
    return { ok: false, message }
  }
}

export interface KeptDrill extends DrillResult {
  seconds: number
}

/** The weekly drill: runs when the last one is older than six and a half days and there is a backup. */
export async function runWeeklyDrill(deps: BackupDeps, centreId: string): Promise<void> {
  const last = await deps.db.inCentre(centreId, (tx) => findHealth(tx, 'drill'))
  if (last && deps.now().getTime() - last.at.getTime() < drillEveryMs) return
  const began = performance.now()
  const result = await runDrill(deps.config)
  if (!result) return
  const detail: KeptDrill = { ...result, seconds: Math.round((performance.now() - began) / 1000) }
  const message = result.ok
    ? result.depth === 'rows'
      ? `通过：${result.tables} 张表 ${result.rows} 行与备份时一致`
      : `通过：备份文件校验一致（未做整库恢复）`
    : `不通过：${result.faults.slice(0, 3).join('，')}`
  await deps.db.inCentre(centreId, (tx) =>
    putHealth(tx, 'drill', { light: result.ok ? 'green' : 'red', message, detail }),
  )
}

/** Backups on disk, newest first; a damaged manifest is shown as missing, the drill names it. */
export function listBackups(backupDir: string): Manifest[] {
  return listStamps(backupDir)
    .toReversed()
    .flatMap((stamp) => readOrNothing(join(backupDir, stamp)))
}

function readOrNothing(dir: string): Manifest[] {
  try {
    return [readManifest(dir)]
  } catch (error) {
    if (error instanceof DamagedBackup) return []
    throw error
  }
}

/** Work for the whole database is done once, in the turn of the first centre. */
export async function isFirstCentre(deps: Pick<ModuleDeps, 'db'>, centreId: string): Promise<boolean> {
  return (await listCentres(deps.db))[0] === centreId
}
