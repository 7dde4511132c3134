import { sql } from 'kysely'
import type { Scope } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { StationLevel, StationState } from './station.rules.ts'
import type { StationTables } from './tables.ts'

const open = (tx: Tx) => tx.sql.withTables<StationTables>()

export interface StationRow {
  id: string
  code: string
  name: string
  level: StationLevel
  regionCode: string
  regionName: string | null
  address: string
  longitude: number | null
  latitude: number | null
  keeperId: string | null
  keeperName: string | null
  phone: string | null
  hours: string | null
  reason: string
  note: string | null
  state: StationState
  openedOn: string | null
  closedOn: string | null
  source: string
  version: number
  updatedAt: Date
}

// The name a code had last: a station of an ended township keeps its place's name.
const columns = sql.raw(`s.id, s.code, s.name, s.level, s.region_code as "regionCode",
  (select r.name from platform.region r where r.code = s.region_code order by r.valid_from desc limit 1) as "regionName",
  s.address, s.longitude, s.latitude, s.keeper_id as "keeperId", p.name as "keeperName", s.phone, s.hours, s.reason,
  s.note, s.state, s.opened_on as "openedOn", s.closed_on as "closedOn", s.source, s.version, s.updated_at as "updatedAt"`)
const from = sql.raw(`centre.station s
  left join identity.person p on p.centre_id = s.centre_id and p.id = s.keeper_id`)

const sortable: Readonly<Record<string, string>> = {
  code: 's.code',
  name: 's.name',
  state: 's.state',
  openedOn: 's.opened_on',
  updatedAt: 's.updated_at',
}

export interface StationFilter {
  q?: string | undefined
  state?: string | undefined
  level?: string | undefined
  /** all of a division, by the beginning of the code */
  region?: string | undefined
  scope: Scope
}

export interface Page {
  page: number
  size: number
  sort?: string | undefined
}

export async function listStations(
  tx: Tx,
  filter: StationFilter,
  page: Page,
): Promise<{ items: StationRow[]; total: number }> {
  const words = filter.q?.trim() ?? ''
  const field = sortable[page.sort?.replace(/^-/, '') ?? ''] ?? 's.code'
  const order = sql.raw(`${field} ${page.sort?.startsWith('-') ? 'desc' : 'asc'} nulls last, s.id`)
  const { rows } = await sql<StationRow & { total: string }>`
    select ${columns}, count(*) over () as total from ${from}
    where s.centre_id = ${tx.centreId} ${within(filter.scope)}
      and (${words} = '' or strpos(s.name, ${words}) > 0 or strpos(s.address, ${words}) > 0 or starts_with(s.code, ${words})
        or strpos(coalesce(p.name, ''), ${words}) > 0)
      and (${filter.state ?? null}::text is null or s.state = ${filter.state ?? null})
      and (${filter.level ?? null}::text is null or s.level = ${filter.level ?? null})
      and starts_with(s.region_code, ${filter.region ?? ''})
    order by ${order} limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx.sql)
  const items = rows.map(({ total: _total, ...row }) => row)
  return { items, total: Number(rows[0]?.total ?? 0) }
}

export async function countStationStates(tx: Tx, scope: Scope): Promise<{ state: StationState; count: number }[]> {
  const { rows } = await sql<{ state: StationState; count: number }>`
    select s.state, count(*)::integer as count from centre.station s
    where s.centre_id = ${tx.centreId} ${within(scope)} group by s.state order by s.state`.execute(tx.sql)
  return rows
}

const within = (scope: Scope) => (scope === 'centre' ? sql`` : sql`and s.id = any(${[...scope]}::bigint[])`)

/** Locks the station's row, so that two acts on one station come one after the other. */
export async function lockStation(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from centre.station where centre_id = ${tx.centreId} and id = ${id} for update`.execute(tx.sql)
}

export async function findStation(tx: Tx, id: string): Promise<StationRow | undefined> {
  const { rows } = await sql<StationRow>`
    select ${columns} from ${from} where s.centre_id = ${tx.centreId} and s.id = ${id}`.execute(tx.sql)
  return rows[0]
}

export interface StationFields {
  name: string
  level: StationLevel
  regionCode: string
  address: string
  longitude: number | null
  latitude: number | null
  keeperId: string | null
  phone: string | null
  hours: string | null
  reason: string
  note: string | null
}

const stored = (fields: StationFields) => ({
  name: fields.name,
  level: fields.level,
  region_code: fields.regionCode,
  address: fields.address,
  longitude: fields.longitude,
  latitude: fields.latitude,
  keeper_id: fields.keeperId,
  phone: fields.phone,
  hours: fields.hours,
  reason: fields.reason,
  note: fields.note,
})

export async function insertStation(tx: Tx, code: string, fields: StationFields): Promise<string> {
  const id = tx.newId()
  await open(tx)
    .insertInto('centre.station')
    .values({
      centre_id: tx.centreId,
      id,
      code,
      ...stored(fields),
      state: 'draft',
      opened_on: null,
      closed_on: null,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
  return id
}

/** Guarded by the version; false = somebody was faster. */
export async function updateStation(tx: Tx, id: string, version: number, fields: StationFields): Promise<boolean> {
  const result = await open(tx)
    .updateTable('centre.station')
    .set((e) => ({ ...stored(fields), version: e('version', '+', 1), updated_at: tx.now }))
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Moves a station on, guarded by the state it comes from; the version stays, it counts what was written in. */
export async function moveStation(
  tx: Tx,
  id: string,
  move: { from: StationState; to: StationState; openedOn?: string; closedOn?: string },
): Promise<boolean> {
  const result = await open(tx)
    .updateTable('centre.station')
    .set({
      state: move.to,
      updated_at: tx.now,
      ...(move.openedOn ? { opened_on: move.openedOn } : {}),
      ...(move.closedOn ? { closed_on: move.closedOn } : {}),
    })
    .where('centre_id', '=', tx.centreId)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function findKeeper(tx: Tx, personId: string): Promise<{ name: string; active: boolean } | undefined> {
  const { rows } = await sql<{ name: string; active: boolean }>`
    select name, state = 'active' as active from identity.person
    where centre_id = ${tx.centreId} and id = ${personId}`.execute(tx.sql)
  return rows[0]
}

export async function findOpenApproval(tx: Tx, stationId: string): Promise<{ id: string; step: number } | undefined> {
  const { rows } = await sql<{ id: string; step: number }>`
    select id, step from platform.approval
    where centre_id = ${tx.centreId} and subject_kind = 'station' and subject_id = ${stationId} and state = 'open'`.execute(
    tx.sql,
  )
  return rows[0]
}
