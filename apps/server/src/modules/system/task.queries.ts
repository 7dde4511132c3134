import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

// Long work of kind 'backup'; imports and exports in the same table belong to transfer.

export interface BackupTaskRow {
  id: string
  state: 'queued' | 'running' | 'done' | 'failed'
  done: string
  message: string | null
  created_at: Date
  finished_at: Date | null
  beat_at: Date | null
}

export async function findLatestTask(tx: Tx): Promise<BackupTaskRow | undefined> {
  const { rows } = await sql<BackupTaskRow>`
    select id, state, done, message, created_at, finished_at, beat_at from platform.task
    where centre_id = ${tx.centreId} and kind = 'backup' order by id desc limit 1`.execute(tx.sql)
  return rows[0]
}

export async function insertTask(tx: Tx, by: string | null): Promise<string> {
  const id = tx.newId()
  await sql`
    insert into platform.task (centre_id, id, kind, title, state, total, created_by, created_at, beat_at)
    values (${tx.centreId}, ${id}, 'backup', '立即备份', 'queued', 100, ${by}, ${tx.now}, ${tx.now})`.execute(tx.sql)
  return id
}

export async function beatTask(tx: Tx, id: string, percent: number): Promise<void> {
  await sql`
    update platform.task set state = 'running', done = ${percent}, started_at = coalesce(started_at, ${tx.now}),
      beat_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and state in ('queued', 'running')`.execute(tx.sql)
}

export async function endTask(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'failed'; message: string; result?: unknown },
): Promise<void> {
  await sql`
    update platform.task set state = ${end.state}, message = ${end.message}, finished_at = ${tx.now},
      done = case when ${end.state} = 'done' then 100 else done end, result = ${JSON.stringify(end.result ?? null)}::jsonb
    where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
}
