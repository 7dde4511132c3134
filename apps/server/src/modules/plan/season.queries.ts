import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface SeasonRow {
  key: string
  name: string
  nameEn: string
  fromMonth: number
  toMonth: number
  note: string | null
  noteEn: string | null
  seasonSource: string
  clause: string
  source: string
  version: number
}

const columns = sql.raw(`key, name, name_en as "nameEn", from_month as "fromMonth", to_month as "toMonth", note,
  note_en as "noteEn", season_source as "seasonSource", clause, source, version`)

export async function listFamilies(tx: Tx): Promise<SeasonRow[]> {
  const { rows } = await sql<SeasonRow>`
    select ${columns} from plan.product_family where centre_id = ${tx.centreId} order by position`.execute(tx.sql)
  return rows
}

export async function findFamily(tx: Tx, key: string): Promise<SeasonRow | undefined> {
  const { rows } = await sql<SeasonRow>`
    select ${columns} from plan.product_family where centre_id = ${tx.centreId} and key = ${key}`.execute(tx.sql)
  return rows[0]
}

/** False = somebody changed it meanwhile. */
export async function writeSeason(
  tx: Tx,
  season: Pick<SeasonRow, 'key' | 'fromMonth' | 'toMonth' | 'note' | 'noteEn' | 'seasonSource' | 'version'>,
): Promise<boolean> {
  const result = await sql`
    update plan.product_family set from_month = ${season.fromMonth}, to_month = ${season.toMonth}, note = ${season.note},
      note_en = ${season.noteEn}, season_source = ${season.seasonSource.trim()}, version = version + 1
    where centre_id = ${tx.centreId} and key = ${season.key} and version = ${season.version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}
