import type { Fault } from '../start-fault.ts'

// The table of what can stop a restore; each entry names the mend in both languages.

export function backupMissing(backupDir: string, wanted: string | undefined, known: readonly string[]): Fault {
  const shown = known.slice(-5).join('、') || '（没有）'
  return {
    code: 'restore.backup_missing',
    zh: `在 ${backupDir} 没有找到备份${wanted ? ` ${wanted}` : ''}，现有最近的备份：${shown}。`,
    en: `No backup${wanted ? ` ${wanted}` : ''} in ${backupDir}; the newest there: ${known.slice(-5).join(', ') || 'none'}.`,
    mendZh: '用 --from 写出上面的一个备份号，或用 BACKUP_DIR 指定备份所在的目录。',
    mendEn: 'name one of them with --from, or point BACKUP_DIR to where the backups are.',
  }
}

export function backupDamaged(what: string): Fault {
  return {
    code: 'restore.backup_damaged',
    zh: `备份已损坏，校验不符：${what}。现有数据没有被改动。`,
    en: `The backup is damaged, a check sum differs: ${what}. The present data was not touched.`,
    mendZh: '用 --from 换用另一个备份，并检查备份所在的磁盘。',
    mendEn: 'take another backup with --from, and check the disk that holds the backups.',
  }
}

export function recoveryFailed(log: string): Fault {
  return {
    code: 'restore.recovery_failed',
    zh: `数据库没有恢复成功，现有数据没有被改动。日志末尾：\n${log}`,
    en: 'The database could not be recovered; the present data was not touched.',
    mendZh: '换用另一个备份（--from），或把恢复时刻改早一些（--to）。',
    mendEn: 'take another backup (--from) or an earlier moment (--to).',
  }
}

export function databaseNotEmpty(): Fault {
  return {
    code: 'restore.database_not_empty',
    zh: 'DATABASE_URL 指向的数据库不是空的，为防止覆盖数据，没有恢复。',
    en: 'The database of DATABASE_URL is not empty; nothing was restored, so that nothing is overwritten.',
    mendZh: '请新建一个空数据库（CREATE DATABASE …），把 DATABASE_URL 指向它，再执行恢复。',
    mendEn: 'make an empty database (CREATE DATABASE …), point DATABASE_URL to it and restore again.',
  }
}

export function momentTooEarly(kind: 'physical' | 'logical'): Fault {
  const external = kind === 'logical'
  return {
    code: 'restore.moment_unavailable',
    zh: external
      ? '外部数据库的备份只能恢复到备份的时刻，不能用 --to。'
      : '没有早于这个时刻的备份，无法恢复到这个时刻。',
    en: external
      ? 'A backup of an external database restores to its own moment only, without --to.'
      : 'No backup is older than that moment.',
    mendZh: external
      ? '用 --from 选一个备份；恢复到任意时刻请用数据库自带的归档（PITR）。'
      : '把 --to 改晚一些，或不写 --to 恢复到最新。',
    mendEn: external
      ? "choose one with --from; for any moment use the database's own archive (PITR)."
      : 'name a later moment, or leave --to out for the latest.',
  }
}

export function notForThisDatabase(kind: 'physical' | 'logical'): Fault {
  return {
    code: 'restore.other_kind',
    zh:
      kind === 'physical'
        ? '这是外部数据库的备份，不能恢复到内置数据库。'
        : '这是内置数据库的备份，不能恢复到外部数据库。',
    en: `The backup is not one of ${kind === 'physical' ? 'the embedded' : 'an external'} database.`,
    mendZh: kind === 'physical' ? '设置 DATABASE_URL 指向一个空数据库后再恢复。' : '去掉 DATABASE_URL 后再恢复。',
    mendEn: kind === 'physical' ? 'set DATABASE_URL to an empty database.' : 'restore without DATABASE_URL.',
  }
}

export function badArguments(what: string): Fault {
  return {
    code: 'restore.arguments',
    zh: `看不懂参数：${what}。`,
    en: `Not understood: ${what}.`,
    mendZh: '用法：npm run restore -- [--from 备份号|latest] [--to "2026-11-23 09:30:00"]',
    mendEn: 'usage: npm run restore -- [--from <stamp>|latest] [--to "2026-11-23 09:30:00"]',
  }
}

export function databaseStopped(): Fault {
  return {
    code: 'backup.database_stopped',
    zh: '内置数据库没有运行，无法备份。',
    en: 'The embedded database is not running: nothing can be backed up.',
    mendZh: '先启动服务（npm start），再执行 npm run backup。',
    mendEn: 'start the server (npm start), then run npm run backup.',
  }
}

export function backupBusy(): Fault {
  return {
    code: 'backup.busy',
    zh: '另一个备份正在进行。',
    en: 'Another backup is under way.',
    mendZh: '等它完成后再试。',
    mendEn: 'wait for it to finish.',
  }
}
