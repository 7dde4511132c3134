import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { AppraisalResult } from './station.rules.ts'
import type { StationTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<StationTables>()

export interface StationEvent {
  stationId: string
  act: string
  from: string | null
  to: string
  note?: string | null
  data?: object
}

export async function insertStationEvent(tx: Tx, actor: Actor, event: StationEvent): Promise<void> {
  await open(tx)
    .insertInto('centre.station_event')
    .values({
      centre_id: tx.centreId,
      id: tx.newId(),
      station_id: event.stationId,
      act: event.act,
      from_state: event.from,
      to_state: event.to,
      at: tx.now,
      actor_id: actor.id,
      actor_name: actor.name,
      note: event.note ?? null,
      data: event.data ? JSON.stringify(event.data) : null,
    })
    .execute()
}

export async function listStationEvents(tx: Tx, stationId: string) {
  const { rows } = await sql<{
    id: string
    act: string
    fromState: string | null
    toState: string
    at: Date
    actorName: string
    note: string | null
    data: unknown
  }>`select id, act, from_state as "fromState", to_state as "toState", at, actor_name as "actorName", note, data
    from centre.station_event where centre_id = ${tx.centreId} and station_id = ${stationId} order by at, id`.execute(
    tx.sql,
  )
  return rows
}

/** Is there a passed acceptance record since the station was approved last? */
export async function hasAcceptance(tx: Tx, stationId: string): Promise<boolean> {
  const { rows } = await sql<{ act: string }>`
    select act from centre.station_event where centre_id = ${tx.centreId} and station_id = ${stationId}
      and act in ('approve', 'inspected') order by at desc, id desc limit 1`.execute(tx.sql)
  return rows[0]?.act === 'inspected'
}

export interface Appraisal {
  year: number
  score: number
  result: AppraisalResult
  subsidyFen: number | null
  note: string | null
}

/** false = this year is there already. */
export async function insertAppraisal(tx: Tx, actor: Actor, stationId: string, one: Appraisal): Promise<boolean> {
  const result = await open(tx)
    .insertInto('centre.appraisal')
    .values({
      centre_id: tx.centreId,
      id: tx.newId(),
      station_id: stationId,
      year: one.year,
      score: one.score.toFixed(2),
      result: one.result,
      subsidy_fen: one.subsidyFen === null ? null : String(one.subsidyFen),
      note: one.note,
      created_at: tx.now,
      created_by: actor.id,
      created_by_name: actor.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function listAppraisals(tx: Tx, stationId: string) {
  const { rows } = await sql<Appraisal & { createdAt: Date; createdByName: string }>`
    select year, score::float8 as score, result, subsidy_fen::float8 as "subsidyFen", note, created_at as "createdAt",
      created_by_name as "createdByName"
    from centre.appraisal where centre_id = ${tx.centreId} and station_id = ${stationId} order by year desc`.execute(
    tx.sql,
  )
  return rows
}
