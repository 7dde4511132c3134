import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface Counts {
  zones: number
  servicesOpen: number
  received: number
  receivedMonth: number
  finished: number
  finishedMonth: number
  /** days from filing to completion, of everything that was completed */
  medianDays: number | null
  enquiriesAnswered: number
  activitiesDone: number
  activitiesPlanned: number
  /** null where no head-count was entered */
  participants: number | null
  stationsInService: number
  stationsRectifying: number
}

/** Plain counts, all in one statement. `monthStart` = midnight of the 1st at +08:00. */
export async function countAll(tx: Tx, monthStart: Date): Promise<Counts> {
  const c = tx.centreId
  const { rows } = await sql<Counts>`
    select
      (select count(*) from centre.pub_zone where centre_id = ${c})::int as zones,
      (select count(*) from hall.pub_service where centre_id = ${c} and state = 'open')::int as "servicesOpen",
      a.*, v.*, s.*,
      (select count(*) from hall.pub_enquiry where centre_id = ${c} and answered_at is not null)::int as "enquiriesAnswered"
    from
      (select count(*)::int as received,
        count(*) filter (where submitted_at >= ${monthStart})::int as "receivedMonth",
        count(*) filter (where state = 'done')::int as finished,
        count(*) filter (where state = 'done' and closed_at >= ${monthStart})::int as "finishedMonth",
        percentile_cont(0.5) within group (order by extract(epoch from closed_at - submitted_at) / 86400)
          filter (where state = 'done') as "medianDays"
       from hall.pub_application where centre_id = ${c}) a,
      (select count(*) filter (where status = 'done')::int as "activitiesDone",
        count(*) filter (where status = 'planned')::int as "activitiesPlanned",
        (sum(head_count) filter (where status = 'done'))::int as participants
       from plan.pub_activity where centre_id = ${c} and not milestone) v,
      (select count(*) filter (where state = 'in_service')::int as "stationsInService",
        count(*) filter (where state = 'rectifying')::int as "stationsRectifying"
       from centre.pub_station where centre_id = ${c}) s`.execute(tx.sql)
  const row = rows[0]
  if (!row) throw new Error('counting gave no row')
  return row
}

/** Stations that serve, by township. */
export async function countStationsByTownship(
  tx: Tx,
): Promise<{ code: string; name: string; nameEn: string; count: number }[]> {
  const { rows } = await sql<{ code: string; name: string; nameEn: string; count: number }>`
    select s.township_code as code, coalesce(r.name, s.township_code) as name, coalesce(r.name_en, '') as "nameEn", s.count
    from (select township_code, count(*)::int as count from centre.pub_station
      where centre_id = ${tx.centreId} and state in ('in_service', 'rectifying') group by township_code) s
    left join lateral (select name, name_en from platform.region where code = s.township_code
      order by valid_from desc limit 1) r on true
    order by s.township_code`.execute(tx.sql)
  return rows
}

export async function countServicesByLine(
  tx: Tx,
): Promise<{ key: string; name: string; nameEn: string; open: number; received: number; finished: number }[]> {
  const { rows } = await sql<{
    key: string
    name: string
    nameEn: string
    open: number
    received: number
    finished: number
  }>`
    select l.key, l.name, l.name_en as "nameEn",
      (select count(*) from hall.pub_service s where s.centre_id = l.centre_id and s.line_key = l.key and s.state = 'open')::int as open,
      (select count(*) from hall.pub_application a where a.centre_id = l.centre_id and a.line_key = l.key)::int as received,
      (select count(*) from hall.pub_application a where a.centre_id = l.centre_id and a.line_key = l.key and a.state = 'done')::int as finished
    from hall.service_line l where l.centre_id = ${tx.centreId} order by l.position, l.key`.execute(tx.sql)
  return rows
}

/** Applications received and finished on each day at +08:00 from `from` on; days without any are absent. */
export async function countApplicationsByDay(
  tx: Tx,
  from: Date,
): Promise<{ day: string; received: number; finished: number }[]> {
  const { rows } = await sql<{ day: string; received: number; finished: number }>`
    select day, sum(received)::int as received, sum(finished)::int as finished from (
      select to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, 1 as received, 0 as finished
        from hall.pub_application where centre_id = ${tx.centreId} and submitted_at >= ${from}
      union all
      select to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), 0, 1
        from hall.pub_application where centre_id = ${tx.centreId} and state = 'done' and closed_at >= ${from}) d
    group by day order by day`.execute(tx.sql)
  return rows
}

export async function countApplicationsByState(tx: Tx): Promise<{ state: string; count: number }[]> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from hall.pub_application where centre_id = ${tx.centreId} group by state`.execute(
    tx.sql,
  )
  return rows
}

export async function listZoneStates(
  tx: Tx,
): Promise<{ key: string; name: string; nameEn: string; state: 'open' | 'maintenance' | 'closed' }[]> {
  const { rows } = await sql<{ key: string; name: string; nameEn: string; state: 'open' | 'maintenance' | 'closed' }>`
    select key, name, name_en as "nameEn", state from centre.pub_zone where centre_id = ${tx.centreId} order by position`.execute(
    tx.sql,
  )
  return rows
}
