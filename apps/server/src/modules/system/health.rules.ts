import type { HealthFacts, KeptFact } from './health.facts.ts'

export type Light = 'green' | 'amber' | 'red'

export interface Words {
  zh: string
  en: string
}

export interface HealthItem {
  key: string
  light: Light
  name: Words
  finding: Words
  /** null: nothing to do */
  mend: Words | null
}

const hour = 3_600_000
const gigabyte = 1e9

/** The traffic lights: facts in, one item a line out, red first. Every item that is not green says what to do. Pure. */
export function judgeHealth(facts: HealthFacts): HealthItem[] {
  const items = [
    database(facts),
    archive(facts),
    ...facts.disks.map(disk),
    backup(facts),
    drill(facts),
    queue(facts),
    seal(facts),
    chain(facts),
    holidays(facts),
    outgoing(facts),
    clock(facts),
    memory(facts),
    version(facts),
  ]
  return items.sort((a, b) => rank[a.light] - rank[b.light])
}

export function worstOf(items: readonly { light: Light }[]): Light {
  return items.reduce<Light>((worst, { light }) => (rank[light] < rank[worst] ? light : worst), 'green')
}

const rank: Record<Light, number> = { red: 0, amber: 1, green: 2 }

const words = (zh: string, en: string): Words => ({ zh, en })

function item(key: string, name: Words, light: Light, finding: Words, mend: Words | null): HealthItem {
  return { key, light, name, finding, mend: light === 'green' ? null : mend }
}

function database({ database: d }: HealthFacts): HealthItem {
  const megabytes = Math.round(d.bytes / 1e6)
  return item(
    'database',
    words('数据库', 'Database'),
    d.answerMs > 1000 ? 'amber' : 'green',
    words(
      `PostgreSQL ${d.version}，${d.kind === 'embedded' ? '内置' : '外部'}，应答 ${d.answerMs} 毫秒，已用 ${megabytes} MB`,
      `PostgreSQL ${d.version}, ${d.kind}, answers in ${d.answerMs} ms, ${megabytes} MB`,
    ),
    words('数据库应答很慢，请查看磁盘和内存是否繁忙。', 'The database is slow: look at disk and memory.'),
  )
}

function archive({ database: d, archive: a, now }: HealthFacts): HealthItem {
  const name = words('变更日志归档', 'Log archive')
  if (d.kind === 'external' || a === null) {
    return item(
      'archive',
      name,
      'amber',
      words(
        '外部数据库：本系统每晚备份一次，两次备份之间的变更靠数据库自带的归档保护',
        "External database: backed up nightly; changes in between are protected by the database's own archive",
      ),
      words(
        '要做到最多丢 1 分钟，请数据库管理员打开归档（PITR），见 docs/runbook/backup.md。',
        "For a loss of at most 1 minute turn on the database's own archive (PITR); see docs/runbook/backup.md.",
      ),
    )
  }
  const late = a.oldestWaiting === null ? 0 : now.getTime() - a.oldestWaiting.getTime()
  const seconds = Math.round(late / 1000)
  return item(
    'archive',
    name,
    a.failing || late > 5 * 60_000 ? 'red' : late > 2 * 60_000 ? 'amber' : 'green',
    a.waiting === 0
      ? words('全部已归档，最多丢失 1 分钟内的变更', 'All archived; at most one minute of changes could be lost')
      : words(`${a.waiting} 段待归档，最早的已等 ${seconds} 秒`, `${a.waiting} segments waiting, for ${seconds} s`),
    words(
      '检查备份目录所在磁盘是否已满、能否写入；恢复后会自动补上。',
      'Check that the disk of the backup folder is not full and can be written; it catches up by itself.',
    ),
  )
}

function disk({ what, dir, free, total }: HealthFacts['disks'][number]): HealthItem {
  const light = free < 2 * gigabyte ? 'red' : free < 10 * gigabyte || free < total * 0.1 ? 'amber' : 'green'
  const [left, all] = [free, total].map((bytes) => (bytes / gigabyte).toFixed(1))
  return item(
    `disk.${what}`,
    what === 'data' ? words('数据磁盘', 'Disk of the data') : words('备份磁盘', 'Disk of the backups'),
    light,
    words(`剩余 ${left} GB（共 ${all} GB），${dir}`, `${left} GB free of ${all} GB, ${dir}`),
    words(
      '清理或扩容磁盘；低于 2 GB 时系统将不再启动。',
      'Free or add space; below 2 GB the system does not start any more.',
    ),
  )
}

function backup({ lastBackup, lastBackupFailure, nightlyAt, now }: HealthFacts): HealthItem {
  const name = words('最近备份', 'Last backup')
  const mend = words(
    '到“备份与恢复”页点“立即备份”；若失败，按提示处理磁盘或数据库问题。',
    'Press “Back up now” on the backup page; if it fails, mend what it names.',
  )
  if (lastBackup === null) {
    const finding = words(`还没有备份，今晚 ${nightlyAt} 自动进行`, `None yet; tonight at ${nightlyAt} by itself`)
    return item('backup', name, 'amber', finding, mend)
  }
  const age = now.getTime() - lastBackup.getTime()
  const failed = lastBackupFailure !== null && lastBackupFailure.at > lastBackup
  const hours = Math.round(age / hour)
  return item(
    'backup',
    name,
    age > 50 * hour ? 'red' : failed || age > 26 * hour ? 'amber' : 'green',
    failed
      ? words(`最近一次没有成功：${lastBackupFailure?.message}`, `The last one failed: ${lastBackupFailure?.message}`)
      : hours === 0
        ? words('不到 1 小时前', 'Less than an hour ago')
        : words(`${hours} 小时前`, `${hours} hours ago`),
    mend,
  )
}

function drill({ drill: d, now }: HealthFacts): HealthItem {
  const mend = words(
    '演练每周自动进行；不通过时请立即备份，再看“备份与恢复”页列出的原因。',
    'The drill runs weekly by itself; when it fails, back up at once and read the reasons on the backup page.',
  )
  const name = words('恢复演练', 'Restore drill')
  if (d === null) return item('drill', name, 'amber', words('还没有做过', 'Not done yet'), mend)
  const days = Math.floor((now.getTime() - d.at.getTime()) / (24 * hour))
  return item('drill', name, d.light === 'green' && days > 9 ? 'amber' : d.light, aged(d, days), mend)
}

function aged({ message }: KeptFact, days: number): Words {
  return words(`${message}（${days} 天前）`, `${message} (${days} days ago)`)
}

function queue({ queue: q, now }: HealthFacts): HealthItem {
  const late = q.oldestDue === null ? 0 : Math.round((now.getTime() - q.oldestDue.getTime()) / 1000)
  return item(
    'queue',
    words('后台任务', 'Background jobs'),
    q.failed > 0 || late > 15 * 60 ? 'red' : q.retrying > 0 || late > 60 ? 'amber' : 'green',
    words(
      `等待 ${q.waiting}，进行中 ${q.running}，重试中 ${q.retrying}，已放弃 ${q.failed}${late > 1 ? `，最早的已等 ${late} 秒` : ''}`,
      `${q.waiting} waiting, ${q.running} running, ${q.retrying} retrying, ${q.failed} given up${late > 1 ? `, oldest waits ${late} s` : ''}`,
    ),
    words(
      '重试会自动进行；有已放弃的任务时请查看日志中的 “job failed”，处理后重启服务。',
      'Retries go on by themselves; for jobs given up read “job failed” in the log, mend it and restart.',
    ),
  )
}

function seal({ unsealed, now }: HealthFacts): HealthItem {
  const late = unsealed.oldest === null ? 0 : Math.round((now.getTime() - unsealed.oldest.getTime()) / 1000)
  return item(
    'seal',
    words('操作记录封存', 'Sealing of the audit trail'),
    late > 600 ? 'red' : late > 120 ? 'amber' : 'green',
    unsealed.count === 0
      ? words('全部已封存', 'All sealed')
      : words(`${unsealed.count} 条待封存，最早 ${late} 秒前`, `${unsealed.count} waiting, the oldest for ${late} s`),
    words('后台进程可能没有运行，请重启服务。', 'The worker may not be running: restart the server.'),
  )
}

function chain({ chain: c, now }: HealthFacts): HealthItem {
  const name = words('操作记录校验', 'Check of the audit trail')
  const mend = words(
    '每晚自动校验；出现异常说明记录被改动，请保留现场并联系维护人员（npm run audit:verify 可再查一遍）。',
    'Checked nightly; a fault means that records were altered: keep everything as it is and call maintenance.',
  )
  if (c === null) return item('chain', name, 'green', words('今晚首次校验', 'First check tonight'), null)
  return item('chain', name, c.light, aged(c, Math.floor((now.getTime() - c.at.getTime()) / (24 * hour))), mend)
}

function holidays({ holidays: state }: HealthFacts): HealthItem {
  const findings = {
    ok: words('齐全', 'Complete'),
    'missing-next': words('还没有明年的放假安排', "Next year's notice is missing"),
    'missing-current': words('缺少今年的放假安排', "This year's notice is missing"),
  }
  return item(
    'holidays',
    words('节假日表', 'Holiday table'),
    state === 'ok' ? 'green' : 'amber',
    findings[state],
    words(
      '国务院办公厅通知发布后，到“规则—节假日”录入；缺少时办理期限按周末推算。',
      'Enter the State Council notice under Rules – Holidays; until then time limits count weekends only.',
    ),
  )
}

function outgoing({ outgoing: o }: HealthFacts): HealthItem {
  const kept = o.mail === 'outbox'
  return item(
    'outgoing',
    words('短信与邮件', 'Text messages and mail'),
    o.failed > 0 ? 'red' : o.overdue > 0 ? 'amber' : 'green',
    words(
      `${kept ? '不外发，只存入待发箱' : '邮件经 SMTP 外发'}；7 天内失败 ${o.failed}，超时未发 ${o.overdue}`,
      `${kept ? 'Kept in the outbox, nothing leaves' : 'Mail leaves by SMTP'}; failed in 7 days ${o.failed}, overdue ${o.overdue}`,
    ),
    words(
      '到“待发信息”页查看失败原因；检查 MAIL 设置中的服务器、账号和密码。',
      'See the reasons on the outbox page; check server, user and password in MAIL.',
    ),
  )
}

function clock({ skewMs }: HealthFacts): HealthItem {
  const off = Math.abs(skewMs)
  return item(
    'clock',
    words('时钟', 'Clock'),
    off > 30_000 ? 'red' : off > 2000 ? 'amber' : 'green',
    words(`程序与数据库相差 ${off} 毫秒`, `Program and database differ by ${off} ms`),
    words('打开系统对时（NTP）。', 'Turn on time synchronisation (NTP).'),
  )
}

function memory({ memory: m }: HealthFacts): HealthItem {
  const used = m.heapUsed / m.heapLimit
  const [resident, free] = [m.resident, m.free].map((bytes) => Math.round(bytes / 1e6))
  return item(
    'memory',
    words('内存', 'Memory'),
    used > 0.9 || m.free < 100e6 ? 'red' : used > 0.75 || m.free < 300e6 ? 'amber' : 'green',
    words(`服务占用 ${resident} MB，本机可用 ${free} MB`, `${resident} MB used by the server, ${free} MB free`),
    words('重启服务；仍然偏高请增加内存。', 'Restart the server; if it stays high, add memory.'),
  )
}

function version({ version: v }: HealthFacts): HealthItem {
  const same = v.programMigrations === v.databaseMigrations
  const at = v.databaseMigrations.split(',').at(-1)
  const wanted = v.programMigrations.split(',').at(-1)
  return item(
    'version',
    words('程序版本', 'Version'),
    same ? 'green' : 'red',
    words(
      `程序 ${v.program}，Node ${v.node}，数据库结构第 ${at} 版`,
      `Program ${v.program}, Node ${v.node}, schema ${at}`,
    ),
    words(`程序要求数据库结构第 ${wanted} 版，请重启服务完成升级。`, `The program wants schema ${wanted}: restart it.`),
  )
}
