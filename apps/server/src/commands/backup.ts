import { backupBusy, databaseStopped } from '../platform/backup/restore-faults.ts'
import { findSource } from '../platform/backup/source.ts'
import { BackupBusy, takeBackup } from '../platform/backup/take-backup.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { describeFaults, describeStartError, StartFault } from '../platform/start-fault.ts'

// `npm run backup`: one backup now, while the server runs.
const loaded = loadConfig(process.env)
if (!loaded.ok) {
  console.error(describeFaults(loaded.faults))
  process.exitCode = 1
} else {
  try {
    const { config } = loaded
    const source = findSource(config)
    if (!source) throw new StartFault(databaseStopped())
    const began = performance.now()
    const done = await takeBackup({ places: config, source, now: systemClock })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const megabytes = (done.bytes / 1e6).toFixed(1)
    console.log(
      [
        `✓ 备份完成：${config.backupDir}/${done.stamp}（${seconds} 秒，${megabytes} MB，${done.tables.length} 张表，${done.uploads?.length ?? 0} 个文件）`,
        `✓ Backed up to ${config.backupDir}/${done.stamp} (${seconds} s, ${megabytes} MB, ${done.tables.length} tables, ${done.uploads?.length ?? 0} files)`,
      ].join('\n'),
    )
  } catch (error) {
    const said = error instanceof BackupBusy ? new StartFault(backupBusy(), { cause: error }) : error
    const { text, exitCode } = describeStartError(said)
    console.error(text)
    process.exitCode = exitCode
  }
}
