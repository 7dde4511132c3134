import { sql } from 'kysely'
import type { OpenApproval } from '../../platform/approval.ts'
import type { Tx } from '../../platform/db.ts'

export type ApprovalRow = Omit<OpenApproval, 'snapshot' | 'subjectVersion'>

/** One step a person's permission reaches: the whole centre, or these stations. */
export interface Reach {
  flow: string
  step: number
  stations: 'centre' | readonly string[]
}

export interface ApprovalFilter {
  view: 'decide' | 'asked' | 'all'
  accountId: string | null
  /** what this person may decide, step by step */
  reach: readonly Reach[]
  state?: string | undefined
  flow?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  words?: string | undefined
  page: number
  size: number
}

export async function listApprovals(tx: Tx, filter: ApprovalFilter): Promise<{ items: ApprovalRow[]; total: number }> {
  const words = filter.words?.trim() ? `%${filter.words.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<ApprovalRow & { total: string }>`
    select a.id, a.flow, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.title, a.station_id as "stationId",
      a.step, a.state, a.asked_by as "askedBy", a.asked_by_name as "askedByName", a.asked_at as "askedAt",
      count(*) over () as total
    from platform.approval a
    where a.centre_id = ${tx.centreId} and ${inView(filter)}
      and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
      and (${filter.flow ?? null}::text is null or a.flow = ${filter.flow ?? null})
      and (${filter.subjectKind ?? null}::text is null or a.subject_kind = ${filter.subjectKind ?? null})
      and (${filter.subjectId ?? null}::bigint is null or a.subject_id = ${filter.subjectId ?? null})
      and (${words}::text is null or a.title ilike ${words})
    order by a.asked_at desc, a.id desc limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(tx.sql)
  return { items: rows.map(({ total: _total, ...row }) => row), total: Number(rows[0]?.total ?? 0) }
}

function inView({ view, accountId, reach }: ApprovalFilter) {
  const rules = JSON.stringify(
    reach.map(({ flow, step, stations }) => ({
      flow,
      step,
      everywhere: stations === 'centre',
      stations: stations === 'centre' ? [] : stations,
    })),
  )
  const reached = (sameStep: boolean) => sql`exists (
    select 1 from jsonb_to_recordset(${rules}::jsonb) as r (flow text, step integer, everywhere boolean, stations jsonb)
    where r.flow = a.flow ${sql.raw(sameStep ? 'and r.step = a.step' : '')}
      and (r.everywhere or r.stations ? a.station_id::text))`
  if (view === 'asked') return sql`a.asked_by = ${accountId}::bigint`
  if (view === 'all') return sql`(a.asked_by = ${accountId}::bigint or ${reached(false)})`
  return sql`a.state = 'open' and ${reached(true)}`
}
