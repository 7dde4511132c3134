import type { Light } from './health.rules.ts'

/** A result kept in platform.health from a job of the night. */
export interface KeptFact {
  light: Light
  message: string
  at: Date
}

/** Everything the traffic lights are judged by; gathered in health.service.ts. */
export interface HealthFacts {
  now: Date
  nightlyAt: string
  database: { kind: 'embedded' | 'external'; version: string; answerMs: number; bytes: number }
  archive: { waiting: number; oldestWaiting: Date | null; failing: boolean } | null
  disks: { what: 'data' | 'backup'; dir: string; free: number; total: number }[]
  lastBackup: Date | null
  lastBackupFailure: KeptFact | null
  drill: KeptFact | null
  chain: KeptFact | null
  queue: { waiting: number; running: number; retrying: number; failed: number; oldestDue: Date | null }
  unsealed: { count: number; oldest: Date | null }
  holidays: 'ok' | 'missing-next' | 'missing-current'
  outgoing: { mail: 'outbox' | 'smtp'; failed: number; overdue: number }
  /** database minus process */
  skewMs: number
  memory: { resident: number; heapUsed: number; heapLimit: number; free: number }
  version: { program: string; node: string; programMigrations: string; databaseMigrations: string }
}
