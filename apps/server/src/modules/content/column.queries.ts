import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { type Column, mergeColumns } from './column.defaults.ts'
import { countByColumn } from './publication.queries.ts'

export async function listColumns(tx: Tx): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select key, name, name_en as "nameEn", position, is_shown as "isShown", version from content.section
    where centre_id = ${tx.centreId}`.execute(tx.sql)
  return mergeColumns(rows)
}

/** Columns as visitors see them, with how many articles each holds. */
export async function listPublicColumns(
  tx: Tx,
): Promise<{ key: string; name: string; nameEn: string; count: number }[]> {
  const counts = await countByColumn(tx)
  const shown = (await listColumns(tx)).filter((column) => column.isShown)
  return shown.map(({ key, name, nameEn }) => ({ key, name, nameEn, count: counts.get(key) ?? 0 }))
}

/** False = somebody changed it meanwhile. Version 0 = not stored yet. */
export async function saveColumn(tx: Tx, column: Column): Promise<boolean> {
  const { key, name, nameEn, position, isShown, version } = column
  const result =
    version === 0
      ? await sql`
          insert into content.section (centre_id, key, name, name_en, position, is_shown, updated_at)
          values (${tx.centreId}, ${key}, ${name}, ${nameEn}, ${position}, ${isShown}, ${tx.now})
          on conflict do nothing`.execute(tx.sql)
      : await sql`
          update content.section set name = ${name}, name_en = ${nameEn}, position = ${position}, is_shown = ${isShown},
            version = version + 1, updated_at = ${tx.now}
          where centre_id = ${tx.centreId} and key = ${key} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}
