import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { ActivityReport, ActivityStatus } from './activity.rules.ts'

export interface Activity {
  id: string
  key: string
  position: number
  /** as the plan's table has it; null for the milestone */
  month: string | null
  calendarMonth: string
  name: string
  nameEn: string
  content: string | null
  contentEn: string | null
  remark: string | null
  remarkEn: string | null
  kind: string
  milestone: boolean
  outOfOrder: boolean
  expectedPeople: number | null
  clause: string
  literal: string
  status: ActivityStatus
  actualDate: string | null
  headCount: number | null
  evidence: string | null
  evidenceFileId: string | null
  source: string
  version: number
}

const columns =
  sql.raw(`id, key, position, month, calendar_month as "calendarMonth", name, name_en as "nameEn", content,
  content_en as "contentEn", remark, remark_en as "remarkEn", kind, milestone, out_of_order as "outOfOrder",
  expected_people as "expectedPeople", clause, literal, status, actual_date as "actualDate", head_count as "headCount",
  evidence, evidence_file_id as "evidenceFileId", source, version`)

export async function listActivities(tx: Tx): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select ${columns} from plan.activity where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  return rows
}

export async function findActivity(tx: Tx, id: string): Promise<Activity | undefined> {
  const { rows } = await sql<Activity>`
    select ${columns} from plan.activity where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
  return rows[0]
}

/** False = somebody changed it meanwhile. */
export async function writeReport(tx: Tx, id: string, version: number, report: ActivityReport): Promise<boolean> {
  const result = await sql`
    update plan.activity set status = ${report.status}, actual_date = ${report.actualDate}, head_count = ${report.headCount},
      evidence = ${report.evidence}, evidence_file_id = ${report.evidenceFileId}, version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function isFile(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.file where centre_id = ${tx.centreId} and id = ${id} and deleted_at is null`.execute(tx.sql)
  return rows.length === 1
}
