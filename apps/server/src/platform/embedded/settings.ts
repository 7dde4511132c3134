/** What the embedded database is told at each start. Pure. */
export interface ClusterSettings {
  port: number
  walArchive: string
  logDir: string
  sharedBuffers: string
  maxConnections: number
  /** false only for tests: speed instead of safety */
  durable: boolean
}

/** Text of xianghui.conf, included last by postgresql.conf. */
export function settingsText(settings: ClusterSettings): string {
  const lines: [string, string | number][] = [
    ['listen_addresses', '127.0.0.1'],
    ['port', settings.port],
    ['unix_socket_directories', ''],
    ['max_connections', settings.maxConnections],
    ['shared_buffers', settings.sharedBuffers],
    ['timezone', 'Asia/Shanghai'],
    ['log_timezone', 'Asia/Shanghai'],
    ['wal_level', 'replica'],
    ['max_wal_size', '512MB'],
    ['min_wal_size', '80MB'],
    ...(settings.durable ? durable(settings) : forgetful),
  ]
  return `# written at every start; changes here are lost\n${lines.map(([key, value]) => `${key} = ${quoted(value)}\n`).join('')}`
}

// archive_timeout: at most one minute of work may be lost with the machine (bars.md R7).
function durable(settings: ClusterSettings): [string, string | number][] {
  return [
    ['fsync', 'on'],
    ['synchronous_commit', 'on'],
    ['full_page_writes', 'on'],
    ['archive_mode', 'on'],
    ['archive_timeout', '60s'],
    ['archive_command', archiveCommand(settings.walArchive)],
    ['logging_collector', 'on'],
    ['log_directory', settings.logDir],
    // one file a weekday, overwritten a week later: never more than seven
    ['log_filename', 'postgres-%a.log'],
    ['log_rotation_age', '1d'],
    ['log_rotation_size', 0],
    ['log_truncate_on_rotation', 'on'],
    ['log_min_duration_statement', '2s'],
    ['log_line_prefix', '%m [%p] %q%u@%d %a '],
  ]
}

const forgetful: [string, string | number][] = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
  ['archive_mode', 'off'],
  ['logging_collector', 'off'],
]

/**
 * Copies one WAL segment, compressed (a forced switch leaves mostly zeros), to a part file, makes it durable, then names
 * it; a segment already there must hold the same bytes, as when the server died between the rename and its note of it.
 */
export function archiveCommand(walArchive: string): string {
  const dir = shellQuoted(walArchive).replaceAll('%', '%%')
  const target = `${dir}/%f.gz`
  const part = `${dir}/.%f.part`
  return (
    `if test -f ${target}; then gzip -dc ${target} | cmp -s - "%p"; ` +
    `else gzip -1 -c "%p" > ${part} && sync ${part} && mv ${part} ${target}; fi`
  )
}

/** The restore_command that reads what `archiveCommand` wrote. */
export function restoreCommand(walArchive: string): string {
  const dir = shellQuoted(walArchive).replaceAll('%', '%%')
  return `test -f ${dir}/%f.gz && gzip -dc ${dir}/%f.gz > "%p"`
}

/** A value as postgresql.conf wants it. */
export function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value)
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

function shellQuoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`
}
