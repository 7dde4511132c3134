import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { findStation, type StationRow } from './station.queries.ts'

export async function findStationByCode(tx: Tx, code: string): Promise<StationRow | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from centre.station where centre_id = ${tx.centreId} and code = ${code}`.execute(tx.sql)
  return rows[0] && findStation(tx, rows[0].id)
}
