import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export interface Duty {
  text: string
  textEn: string
  clause: string
}

export interface UnitRow {
  id: string
  key: string | null
  parentId: string | null
  position: number
  name: string
  nameEn: string
  clause: string | null
  literal: string | null
  duties: Duty[]
  source: string
  version: number
}

export interface PostRow extends Omit<UnitRow, 'parentId'> {
  unitId: string
  superiorId: string | null
}

export interface AssignmentRow {
  id: string
  postId: string
  postName: string
  personId: string
  personName: string
  validFrom: string
  validTo: string | null
  main: boolean
  leaderId: string | null
  leaderName: string | null
}

const common = sql.raw('id, key, position, name, name_en as "nameEn", clause, literal, duties, source, version')

export async function listUnits(tx: Tx): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`select ${common}, parent_id as "parentId" from centre.org_unit
    where centre_id = ${tx.centreId} order by position, id`.execute(tx.sql)
  return rows
}

export async function listPosts(tx: Tx): Promise<PostRow[]> {
  const { rows } =
    await sql<PostRow>`select ${common}, unit_id as "unitId", superior_id as "superiorId" from centre.post
    where centre_id = ${tx.centreId} order by position, id`.execute(tx.sql)
  return rows
}

const assigned = sql.raw(`a.id, a.post_id as "postId", o.name as "postName", a.person_id as "personId",
  p.name as "personName", a.valid_from as "validFrom", a.valid_to as "validTo", a.main, a.leader_id as "leaderId",
  l.name as "leaderName"
  from centre.assignment a
  join centre.post o on o.centre_id = a.centre_id and o.id = a.post_id
  join identity.person p on p.centre_id = a.centre_id and p.id = a.person_id
  left join identity.person l on l.centre_id = a.centre_id and l.id = a.leader_id`)

/** Assignments in force on the day. */
export async function listAssignmentsOn(tx: Tx, day: string): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`select ${assigned} where a.centre_id = ${tx.centreId}
    and a.valid_from <= ${day} and (a.valid_to is null or a.valid_to >= ${day})
    order by a.main desc, a.valid_from, a.id`.execute(tx.sql)
  return rows
}

export async function listAssignmentsOf(tx: Tx, personId: string): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`select ${assigned} where a.centre_id = ${tx.centreId}
    and a.person_id = ${personId} order by a.valid_from desc, a.id`.execute(tx.sql)
  return rows
}

export async function findAssignment(tx: Tx, id: string): Promise<AssignmentRow | undefined> {
  const { rows } =
    await sql<AssignmentRow>`select ${assigned} where a.centre_id = ${tx.centreId} and a.id = ${id}`.execute(tx.sql)
  return rows[0]
}

export async function insertAssignment(
  tx: Tx,
  one: {
    postId: string
    personId: string
    validFrom: string
    validTo: string | null
    main: boolean
    leaderId: string | null
  },
): Promise<string> {
  const id = tx.newId()
  await sql`insert into centre.assignment (centre_id, id, post_id, person_id, valid_from, valid_to, main, leader_id, created_at)
    values (${tx.centreId}, ${id}, ${one.postId}, ${one.personId}, ${one.validFrom}, ${one.validTo}, ${one.main},
      ${one.leaderId}, ${tx.now})`.execute(tx.sql)
  return id
}

export async function setAssignmentEnd(tx: Tx, id: string, lastDay: string): Promise<void> {
  await sql`update centre.assignment set valid_to = ${lastDay}
    where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
}

/** Ends what runs beyond the day; what would begin after it never does. */
export async function endAssignments(tx: Tx, personId: string, lastDay: string): Promise<void> {
  await sql`delete from centre.assignment
    where centre_id = ${tx.centreId} and person_id = ${personId} and valid_from > ${lastDay}`.execute(tx.sql)
  await sql`update centre.assignment set valid_to = ${lastDay} where centre_id = ${tx.centreId}
    and person_id = ${personId} and (valid_to is null or valid_to > ${lastDay})`.execute(tx.sql)
}

export interface OrgEdit {
  name: string
  nameEn: string
  position: number
  duties: readonly Duty[]
}

export async function updateUnit(
  tx: Tx,
  id: string,
  version: number,
  edit: OrgEdit & { parentId: string | null },
): Promise<boolean> {
  const result = await sql`update centre.org_unit set name = ${edit.name}, name_en = ${edit.nameEn},
      position = ${edit.position}, duties = ${JSON.stringify(edit.duties)}::jsonb, parent_id = ${edit.parentId},
      version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function updatePost(
  tx: Tx,
  id: string,
  version: number,
  edit: OrgEdit & { unitId: string; superiorId: string | null },
): Promise<boolean> {
  const result = await sql`update centre.post set name = ${edit.name}, name_en = ${edit.nameEn},
      position = ${edit.position}, duties = ${JSON.stringify(edit.duties)}::jsonb, unit_id = ${edit.unitId},
      superior_id = ${edit.superiorId}, version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

/** What still stands in a unit or hangs on a post; empty = it can go. */
export async function listOrgUses(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from centre.org_unit where centre_id = ${tx.centreId} and parent_id = ${id}
    union all select name from centre.post where centre_id = ${tx.centreId} and (unit_id = ${id} or superior_id = ${id})
    union all select p.name from centre.assignment a join identity.person p on p.centre_id = a.centre_id
      and p.id = a.person_id where a.centre_id = ${tx.centreId} and a.post_id = ${id} limit 5`.execute(tx.sql)
  return rows.map((row) => row.name)
}
