import { endpoint, Id, Instant, Nullable, OneOf } from '@xianghui/kit/contract'
import Type from 'typebox'

export const lights = ['green', 'amber', 'red'] as const

const HealthItem = Type.Object({
  key: Type.String(),
  light: OneOf(lights),
  /** what is looked at, in the caller's language */
  name: Type.String(),
  /** what was found */
  finding: Type.String(),
  /** what to do; empty when nothing is to be done */
  mend: Type.String(),
})

const Backup = Type.Object({
  stamp: Type.String(),
  kind: OneOf(['physical', 'logical']),
  /** the moment whose data it holds */
  point: Instant,
  seconds: Type.Integer(),
  bytes: Type.Integer(),
  tables: Type.Integer(),
  rows: Type.String(),
  /** null: uploads lie in an S3 bucket and are not part of it */
  uploads: Nullable(Type.Integer()),
  /** its rows can be compared by the drill */
  comparable: Type.Boolean(),
})

export const backupTaskStates = ['queued', 'running', 'done', 'failed'] as const

const BackupTask = Type.Object({
  id: Id,
  state: OneOf(backupTaskStates),
  /** 0–100 */
  percent: Type.Integer(),
  message: Nullable(Type.String()),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
})

const Drill = Type.Object({
  at: Instant,
  ok: Type.Boolean(),
  stamp: Type.String(),
  depth: OneOf(['rows', 'files']),
  tables: Type.Integer(),
  rows: Type.String(),
  uploads: Type.Integer(),
  seconds: Type.Integer(),
  faults: Type.Array(Type.String()),
})

export const systemContract = {
  health: endpoint('GET', '/api/system/health', '系统状态（红黄绿与处理办法）', {
    reply: Type.Object({
      light: OneOf(lights),
      checkedAt: Instant,
      items: Type.Array(HealthItem),
    }),
  }),
  listBackups: endpoint('GET', '/api/system/backups', '备份清单', {
    reply: Type.Object({
      database: OneOf(['embedded', 'external']),
      backupDir: Type.String(),
      nightlyAt: Type.String(),
      items: Type.Array(Backup),
      task: Nullable(BackupTask),
      drill: Nullable(Drill),
    }),
  }),
  backUpNow: endpoint('POST', '/api/system/backups', '立即备份', {
    reply: Type.Object({ taskId: Id }),
    idempotent: true,
  }),
}
