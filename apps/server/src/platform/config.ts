import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  choiceOf,
  countOf,
  directoryOf,
  type Environment,
  hostOf,
  originOf,
  portOf,
  type Reading,
  required,
  textOf,
  timeOfDay,
  trustOf,
  urlOf,
} from './config.rules.ts'
import { defaultDataDir } from './embedded/places.ts'
import type { Fault } from './start-fault.ts'

export interface Config {
  host: string
  port: number
  /** null: no metrics port */
  metricsPort: number | null
  /** what the address bar shows; links in mails, share cards and feeds start with it */
  publicUrl: string
  trustProxy: boolean | number | string[]
  role: 'web' | 'worker' | 'both'
  logLevel: (typeof logLevels)[number]
  dataDir: string
  backupDir: string
  /** time of day of the nightly backup, +08:00 */
  backupAt: string
  database: { kind: 'embedded' } | { kind: 'external'; ownerUrl: string; appUrl: string | null }
  files: { kind: 'disk'; dir: string } | S3Files
  sms: { kind: 'outbox' }
  mail: { kind: 'outbox' } | { kind: 'smtp'; url: string }
  plan: 'lushui' | 'empty'
  /** most hours a session lives */
  sessionHours: number
  /** memory for pages that are the same for everybody; 0 turns the page cache off */
  pageCacheMb: number
}

export interface S3Files {
  kind: 's3'
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

export type LoadedConfig = { ok: true; config: Config } | { ok: false; faults: Fault[] }

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The root of the program's own files. */
export const programDir = resolve(fileURLToPath(import.meta.url), '../../../../..')

/** Reads every setting from the environment; all faults are listed at once, nothing is touched on disk. */
export function loadConfig(env: Environment): LoadedConfig {
  const faults: Fault[] = []
  const reading: Reading = { env, report: (fault) => faults.push(fault) }
  const port = portOf(reading, 'PORT', 3000)
  const host = hostOf(reading, 'HOST', '127.0.0.1')
  const dataDir = directoryOf(reading, 'DATA_DIR', '') || defaultDataDir(programDir)
  const config: Config = {
    host,
    port,
    metricsPort: metricsPortOf(reading, port),
    publicUrl: originOf(reading, 'PUBLIC_URL', shownOrigin(host, port)),
    trustProxy: trustOf(reading, 'TRUST_PROXY'),
    role: choiceOf(reading, 'ROLE_OF_PROCESS', ['web', 'worker', 'both'], 'both'),
    logLevel: choiceOf(reading, 'LOG_LEVEL', logLevels, 'info'),
    dataDir,
    backupDir: directoryOf(reading, 'BACKUP_DIR', join(dataDir, 'backup')),
    backupAt: timeOfDay(reading, 'BACKUP_AT', '02:30'),
    database: databaseOf(reading),
    files: filesOf(reading, dataDir),
    sms: { kind: choiceOf(reading, 'SMS', ['outbox'], 'outbox') },
    mail: mailOf(reading),
    plan: choiceOf(reading, 'PLAN', ['lushui', 'empty'], 'lushui'),
    sessionHours: countOf(reading, 'SESSION_HOURS', 12, 1, 720),
    pageCacheMb: countOf(reading, 'PAGE_CACHE_MB', 48, 0, 4096),
  }
  if (config.metricsPort === port && port !== 0) faults.push(samePort(port))
  return faults.length === 0 ? { ok: true, config } : { ok: false, faults }
}

function metricsPortOf(reading: Reading, port: number): number | null {
  // Set but empty means off; not set means the port after the site's.
  if (reading.env.METRICS_PORT !== undefined && textOf(reading, 'METRICS_PORT') === '') return null
  if (textOf(reading, 'METRICS_PORT') === 'off') return null
  return portOf(reading, 'METRICS_PORT', port === 0 ? 0 : (port % 65_535) + 1)
}

function databaseOf(reading: Reading): Config['database'] {
  const schemes = ['postgres', 'postgresql']
  const ownerUrl = urlOf(reading, 'DATABASE_URL', schemes, 'postgres://owner:password@127.0.0.1:5432/xianghui')
  const appUrl = urlOf(reading, 'DATABASE_APP_URL', schemes, 'postgres://app:password@127.0.0.1:5432/xianghui')
  if (textOf(reading, 'DATABASE_URL') !== '') return { kind: 'external', ownerUrl: ownerUrl ?? '', appUrl }
  if (appUrl !== null) required(reading, 'DATABASE_URL', 'DATABASE_APP_URL')
  return { kind: 'embedded' }
}

function filesOf(reading: Reading, dataDir: string): Config['files'] {
  const kind = choiceOf(reading, 'FILES', ['disk', 's3'], 'disk')
  if (kind === 'disk') return { kind, dir: join(dataDir, 'files') }
  const because = 'FILES=s3'
  const endpoint = required(reading, 'S3_ENDPOINT', because)
  return {
    kind,
    endpoint: endpoint && (urlOf(reading, 'S3_ENDPOINT', ['http', 'https'], 'https://s3.example.com') ?? ''),
    bucket: required(reading, 'S3_BUCKET', because),
    region: textOf(reading, 'S3_REGION') || 'us-east-1',
    accessKey: required(reading, 'S3_ACCESS_KEY', because),
    secretKey: required(reading, 'S3_SECRET_KEY', because),
  }
}

function mailOf(reading: Reading): Config['mail'] {
  if (['', 'outbox'].includes(textOf(reading, 'MAIL'))) return { kind: 'outbox' }
  const url = urlOf(reading, 'MAIL', ['smtp', 'smtps'], 'smtps://user:password@mail.example.com')
  return { kind: 'smtp', url: url ?? '' }
}

function shownOrigin(host: string, port: number): string {
  const shown = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shown}${port === 80 ? '' : `:${port}`}`
}

function samePort(port: number): Fault {
  return {
    code: 'config.METRICS_PORT',
    zh: `PORT 与 METRICS_PORT 都是 ${port}。`,
    en: `PORT and METRICS_PORT are both ${port}.`,
    mendZh: '给 METRICS_PORT 换一个端口，或设为 off 不开放。',
    mendEn: 'give METRICS_PORT another port, or set it to off.',
  }
}
