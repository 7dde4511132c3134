import type { Fault } from './start-fault.ts'

// The table of start failures. Every entry names the mend in both languages (issue 2, item 1).

export function portBusy(port: number, host: string): Fault {
  return {
    code: 'port_busy',
    zh: `端口 ${port}（${host}）已被其他程序占用。`,
    en: `Port ${port} on ${host} is already in use.`,
    mendZh: `停掉占用该端口的程序，或换一个端口启动，例如：PORT=${port + 80} npm start`,
    mendEn: `stop the program that uses it, or start on another port, for example: PORT=${port + 80} npm start`,
  }
}

export function metricsPortBusy(port: number, host: string): Fault {
  return {
    code: 'metrics_port_busy',
    zh: `指标端口 ${port}（${host}）无法使用，可能已被其他程序占用。`,
    en: `The metrics port ${port} on ${host} cannot be used; another program may hold it.`,
    mendZh: `换一个指标端口，或关闭它，例如：METRICS_PORT=off npm start`,
    mendEn: `choose another one or turn it off, for example: METRICS_PORT=off npm start`,
  }
}

export function portForbidden(port: number, host: string, reason: string): Fault {
  return {
    code: 'port_forbidden',
    zh: `无法在 ${host} 的端口 ${port} 上监听（${reason}）。`,
    en: `Cannot listen on port ${port} of ${host} (${reason}).`,
    mendZh: '把 PORT 改为 1024 以上的端口，并确认 HOST 是本机的地址。',
    mendEn: 'set PORT to a port above 1024, and HOST to an address of this machine.',
  }
}

export function diskFull(dir: string, freeBytes: number, neededBytes: number): Fault {
  const free = gigabytes(freeBytes)
  const needed = gigabytes(neededBytes)
  return {
    code: 'disk_full',
    zh: `磁盘空间不足：${dir} 所在磁盘只剩 ${free} GB，至少需要 ${needed} GB。`,
    en: `Not enough disk space: ${free} GB left where ${dir} is, ${needed} GB needed.`,
    mendZh: '清理磁盘，或用 DATA_DIR 指定空间更大的目录。',
    mendEn: 'free some space, or point DATA_DIR to a directory on a larger disk.',
  }
}

export function dataDirUnwritable(dir: string, reason: string): Fault {
  return {
    code: 'data_dir_unwritable',
    zh: `数据目录 ${dir} 无法写入（${reason}）。`,
    en: `The data directory ${dir} cannot be written (${reason}).`,
    mendZh: '让当前用户拥有该目录（chown），或用 DATA_DIR 指定可以写入的目录。',
    mendEn: 'make it writable for this user (chown), or point DATA_DIR to a directory that is.',
  }
}

export function dataDirUnreachable(dir: string, blockedAt: string, user: string): Fault {
  return {
    code: 'data_dir_unreachable',
    zh: `以 root 启动时，数据库以系统用户 ${user} 运行，但该用户进不了 ${blockedAt}，因此用不了 DATA_DIR=${dir}。`,
    en: `Started as root, the database runs as the system user ${user}, who cannot enter ${blockedAt}, so DATA_DIR=${dir} cannot be used.`,
    mendZh: `把 DATA_DIR 换成 /var/lib/xianghui 之类的目录，或放开该目录的进入权限：chmod o+x '${blockedAt}'`,
    mendEn: `point DATA_DIR to a place such as /var/lib/xianghui, or let others enter: chmod o+x '${blockedAt}'`,
  }
}

export function anotherServer(dataDir: string, pid: number): Fault {
  return {
    code: 'another_server',
    zh: `数据目录 ${dataDir} 正由另一个乡汇服务使用（进程号 ${pid}）。`,
    en: `The data directory ${dataDir} is in use by another Xianghui server (process ${pid}).`,
    mendZh: `先停掉它（kill ${pid}），或用 DATA_DIR 为这次启动指定另一个目录。`,
    mendEn: `stop it first (kill ${pid}), or give this start a directory of its own with DATA_DIR.`,
  }
}

export function embeddedUnavailable(platform: string): Fault {
  return {
    code: 'embedded_unavailable',
    zh: `没有适合本机（${platform}）的内置 PostgreSQL。`,
    en: `There is no embedded PostgreSQL for this machine (${platform}).`,
    mendZh: '删除 node_modules 后重新执行 npm start；若仍不行，请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。',
    mendEn: 'delete node_modules and run npm start again; else install PostgreSQL ≥ 15 and set DATABASE_URL.',
  }
}

export function systemUserMissing(user: string, reason: string): Fault {
  return {
    code: 'system_user_missing',
    zh: `PostgreSQL 不允许以 root 运行，而系统用户 ${user} 创建失败（${reason}）。`,
    en: `PostgreSQL refuses to run as root, and the system user ${user} could not be made (${reason}).`,
    mendZh: `以普通用户启动，或先执行：useradd --system ${user}`,
    mendEn: `start as an ordinary user, or first run: useradd --system ${user}`,
  }
}

export function embeddedFailed(what: string, logFile: string, lastLines: string): Fault {
  return {
    code: 'embedded_failed',
    zh: `内置数据库没有启动成功（${what}）。日志末尾：\n${lastLines}`,
    en: `The embedded database did not start (${what}).`,
    mendZh: `查看日志 ${logFile}；内存、磁盘或权限问题处理后再启动。数据没有被改动。`,
    mendEn: `read ${logFile}, mend what it names (memory, disk, rights) and start again. No data was changed.`,
  }
}

export function clusterForeign(dir: string, reason: string): Fault {
  return {
    code: 'cluster_foreign',
    zh: `目录 ${dir} 不能作为内置数据库使用（${reason}）。`,
    en: `The directory ${dir} cannot be used as the embedded database (${reason}).`,
    mendZh: '把该目录移到别处保存，再从备份恢复（npm run restore）；或用 DATA_DIR 指定原来的数据目录。',
    mendEn: 'move it aside and restore from a backup (npm run restore), or point DATA_DIR to the right directory.',
  }
}

export function databaseUnreachable(where: string, reason: string): Fault {
  return {
    code: 'database_unreachable',
    zh: `连不上数据库 ${where}（${reason}）。`,
    en: `Cannot reach the database ${where} (${reason}).`,
    mendZh: '检查 DATABASE_URL 的地址、端口、用户名和密码，并确认数据库已启动；不设 DATABASE_URL 则使用内置数据库。',
    mendEn:
      'check host, port, user and password of DATABASE_URL and that the database runs; without DATABASE_URL the embedded one is used.',
  }
}

export function databaseTooOld(version: string): Fault {
  return {
    code: 'database_too_old',
    zh: `数据库版本是 PostgreSQL ${version}，需要 15 或以上版本。`,
    en: `The database is PostgreSQL ${version}; version 15 or later is needed.`,
    mendZh: '升级数据库，或改用内置数据库（不设 DATABASE_URL）。',
    mendEn: 'upgrade the database, or use the embedded one (leave DATABASE_URL unset).',
  }
}

export function databaseNewer(databaseAt: string, programAt: string): Fault {
  return {
    code: 'database_newer',
    zh: `数据库比程序新：数据库已到 ${databaseAt}，本程序只到 ${programAt}。为防止损坏数据，拒绝启动。`,
    en: `The database is newer than the program: it is at ${databaseAt}, this program knows ${programAt}. Refusing to start.`,
    mendZh: '换用与数据库相同或更新版本的程序，或恢复升级前的备份。',
    mendEn:
      'run the program version that made this database, or a later one, or restore a backup from before the upgrade.',
  }
}

/** A connection string without its password, fit for a message or a log line. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '(DATABASE_URL)'
  const parsed = new URL(url)
  return `${parsed.protocol}//${parsed.username ? `${parsed.username}@` : ''}${parsed.host}${parsed.pathname}`
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1)
}
