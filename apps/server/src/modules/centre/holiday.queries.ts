import type { HolidayDay, HolidayTable, HolidayYear } from '@xianghui/kit/holidays'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

interface HolidayRow {
  day: string
  name: string
  is_off: boolean
  source: string
  notice_year: number
}

/** The notices as stored, by their year; the table is one for all centres. */
export async function readHolidays(tx: Tx): Promise<HolidayTable> {
  const { rows } = await sql<HolidayRow>`
    select day, name, is_off, source, notice_year from platform.holiday order by notice_year, day`.execute(tx.sql)
  const years = new Map<number, { year: number; source: string; days: HolidayDay[] }>()
  for (const row of rows) {
    const known = years.get(row.notice_year) ?? { year: row.notice_year, source: row.source, days: [] }
    known.days.push({ date: row.day, name: row.name, isOff: row.is_off })
    years.set(row.notice_year, known)
  }
  return [...years.values()]
}

export async function insertHolidays(tx: Tx, years: readonly HolidayYear[]): Promise<void> {
  const rows = years.flatMap(({ year, source, days }) =>
    days.map((day) => ({ day: day.date, name: day.name, is_off: day.isOff, source, notice_year: year })),
  )
  await sql`
    insert into platform.holiday (day, name, is_off, source, notice_year)
    select day, name, is_off, source, notice_year from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (day date, name text, is_off boolean, source text, notice_year integer)
    on conflict do nothing`.execute(tx.sql)
}

export async function deleteHolidays(tx: Tx, year: number): Promise<void> {
  await sql`delete from platform.holiday where notice_year = ${year}`.execute(tx.sql)
}

export async function hasHolidays(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.holiday limit 1`.execute(tx.sql)
  return rows.length > 0
}
