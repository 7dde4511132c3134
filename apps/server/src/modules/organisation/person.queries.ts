import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { PersonFields } from './person.rules.ts'

export interface PersonRow extends PersonFields {
  id: string
  state: 'active' | 'left'
  version: number
  source: string
  /** posts held today, 、-joined */
  posts: string | null
  accountId: string | null
  createdAt: Date
}

const columns = sql.raw(`p.id, p.name, p.gender, p.phone, p.email, p.citizen_id as "citizenId", p.badge_no as "badgeNo",
  p.note, p.state, p.version, p.source, p.created_at as "createdAt",
  (select a.id from identity.account a where a.centre_id = p.centre_id and a.person_id = p.id limit 1) as "accountId"`)

const postsOn = (day: string) => sql`(select string_agg(o.name, '、' order by s.main desc, o.position)
  from centre.assignment s join centre.post o on o.centre_id = s.centre_id and o.id = s.post_id
  where s.centre_id = p.centre_id and s.person_id = p.id and s.valid_from <= ${day}
    and (s.valid_to is null or s.valid_to >= ${day})) as posts`

export interface PersonFilter {
  q?: string | undefined
  state?: string | undefined
  postId?: string | undefined
  day: string
}

/** Everybody who fits, unsorted: names are sorted by pinyin in the service. */
export async function listPeopleRows(tx: Tx, filter: PersonFilter, most = 5000): Promise<PersonRow[]> {
  const words = filter.q?.trim() ?? ''
  const { rows } = await sql<PersonRow>`
    select ${columns}, ${postsOn(filter.day)} from identity.person p
    where p.centre_id = ${tx.centreId}
      and (${filter.state ?? null}::text is null or p.state = ${filter.state ?? null})
      and (${words} = '' or strpos(p.name, ${words}) > 0 or p.badge_no = ${words} or p.phone = ${words}
        or p.citizen_id = ${words.toUpperCase()})
      and (${filter.postId ?? null}::bigint is null or exists (select 1 from centre.assignment s
        where s.centre_id = p.centre_id and s.person_id = p.id and s.post_id = ${filter.postId ?? null}
          and s.valid_from <= ${filter.day} and (s.valid_to is null or s.valid_to >= ${filter.day})))
    limit ${most}`.execute(tx.sql)
  return rows
}

export async function findPerson(tx: Tx, id: string, day: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${columns}, ${postsOn(day)} from identity.person p
    where p.centre_id = ${tx.centreId} and p.id = ${id}`.execute(tx.sql)
  return rows[0]
}

/** undefined = the badge number is taken. */
export async function insertPersonRow(tx: Tx, person: PersonFields): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into identity.person (centre_id, id, name, pinyin, gender, phone, email, citizen_id, badge_no, note, state,
      created_at, updated_at)
    values (${tx.centreId}, ${tx.newId()}, ${person.name}, '', ${person.gender}, ${person.phone}, ${person.email},
      ${person.citizenId}, ${person.badgeNo}, ${person.note}, 'active', ${tx.now}, ${tx.now})
    on conflict (centre_id, badge_no) where badge_no is not null do nothing returning id`.execute(tx.sql)
  return rows[0]?.id
}

export async function badgeHolder(tx: Tx, badgeNo: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity.person where centre_id = ${tx.centreId} and badge_no = ${badgeNo}`.execute(tx.sql)
  return rows[0]
}

/** Guarded by the version; false = somebody was faster. */
export async function updatePersonRow(
  tx: Tx,
  id: string,
  version: number,
  person: PersonFields & { state: 'active' | 'left' },
): Promise<boolean> {
  const result = await sql`
    update identity.person set name = ${person.name}, gender = ${person.gender}, phone = ${person.phone},
      email = ${person.email}, citizen_id = ${person.citizenId}, badge_no = ${person.badgeNo}, note = ${person.note},
      state = ${person.state}, version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

/** What a person still answers for: open stations kept and zones manned, by name. */
export async function listDuties(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select '站点 ' || name as name from centre.station
      where centre_id = ${tx.centreId} and keeper_id = ${personId} and state <> 'closed'
    union all
    select '功能区 ' || name from centre.zone where centre_id = ${tx.centreId} and staff_id = ${personId}`.execute(
    tx.sql,
  )
  return rows.map((row) => row.name)
}

export interface ConsentRow {
  id: string
  purpose: string
  textVersion: string
  givenAt: Date
  withdrawnAt: Date | null
}

export async function listConsents(tx: Tx, personId: string): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select id, purpose, text_version as "textVersion", given_at as "givenAt", withdrawn_at as "withdrawnAt"
    from identity.consent where centre_id = ${tx.centreId} and person_id = ${personId} order by given_at desc, id`.execute(
    tx.sql,
  )
  return rows
}

export async function insertConsent(
  tx: Tx,
  consent: { personId: string; purpose: string; textVersion: string },
): Promise<void> {
  await sql`insert into identity.consent (centre_id, id, person_id, purpose, text_version, given_at)
    values (${tx.centreId}, ${tx.newId()}, ${consent.personId}, ${consent.purpose}, ${consent.textVersion}, ${tx.now})`.execute(
    tx.sql,
  )
}

/** Ends every consent of the purpose (null = all); returns how many. */
export async function endConsents(tx: Tx, personId: string, purpose: string | null): Promise<number> {
  const result = await sql`
    update identity.consent set withdrawn_at = ${tx.now} where centre_id = ${tx.centreId} and person_id = ${personId}
      and withdrawn_at is null and (${purpose}::text is null or purpose = ${purpose})`.execute(tx.sql)
  return Number(result.numAffectedRows ?? 0n)
}
