import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { listPeopleRows, type PersonFilter, type PersonRow } from './person.queries.ts'

/** everybody: more than any centre has (listPeopleRows) */
const everybody = 1_000_000

export async function countPeople(tx: Tx, filter: PersonFilter): Promise<number> {
  return (await listPeopleRows(tx, filter, everybody)).length
}

/** A page in the order of ids; the list itself sorts by name in memory, so one read serves every page. */
export async function listPeopleAfter(
  tx: Tx,
  filter: PersonFilter,
  after: string | null,
  size: number,
): Promise<PersonRow[]> {
  const rows = await listPeopleRows(tx, filter, everybody)
  const ordered = rows.sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
  return ordered.filter((one) => after === null || BigInt(one.id) > BigInt(after)).slice(0, size)
}

export interface LikePerson {
  id: string
  phone: string | null
  /** by badge number or citizen ID, not by name alone */
  sure: boolean
}

/** Who a row of a file may be about. */
export async function findPeopleLike(
  tx: Tx,
  row: { name: string; badgeNo: string | null; citizenId: string | null },
): Promise<LikePerson[]> {
  const { rows } = await sql<LikePerson>`
    select id, phone, true as sure from identity.person
      where centre_id = ${tx.centreId} and badge_no = ${row.badgeNo}
    union all
    select id, phone, true from identity.person
      where centre_id = ${tx.centreId} and ${row.badgeNo}::text is null and citizen_id = upper(${row.citizenId})
    union all
    select id, phone, false from identity.person
      where centre_id = ${tx.centreId} and ${row.badgeNo}::text is null and name = ${row.name}
    limit 50`.execute(tx.sql)
  return rows
}

/** Only as imported, and only who has no account, post, station or consent yet; false = leave him. */
export async function deletePerson(tx: Tx, id: string, version: number): Promise<boolean> {
  const result = await sql`
    delete from identity.person p where p.centre_id = ${tx.centreId} and p.id = ${id} and p.version = ${version}
      and not exists (select 1 from identity.account a where a.centre_id = p.centre_id and a.person_id = p.id)
      and not exists (select 1 from identity.consent c where c.centre_id = p.centre_id and c.person_id = p.id)
      and not exists (select 1 from centre.assignment s where s.centre_id = p.centre_id and (s.person_id = p.id or s.leader_id = p.id))
      and not exists (select 1 from centre.station t where t.centre_id = p.centre_id and t.keeper_id = p.id)
      and not exists (select 1 from centre.zone z where z.centre_id = p.centre_id and z.staff_id = p.id)`.execute(
    tx.sql,
  )
  return result.numAffectedRows === 1n
}
