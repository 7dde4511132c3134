import { sql } from 'kysely'
import type { Scope } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { ApplicationState } from './application.rules.ts'
import type { Answers, FormField } from './form.rules.ts'

export interface Application {
  id: string
  number: string
  serviceId: string
  serviceName: string
  form: FormField[]
  answers: Answers
  applicantName: string
  phone: string
  regionCode: string | null
  stationId: string | null
  codeHash: string
  state: ApplicationState
  reason: string | null
  dueOn: string | null
  assignedTo: string | null
  assignedName: string | null
  score: number | null
  comment: string | null
  revision: number
  version: number
  submittedAt: Date
  acceptedAt: Date | null
  closedAt: Date | null
  updatedAt: Date
}

const columns = sql.raw(`id, number, service_id as "serviceId", service_name as "serviceName", form, answers,
  applicant_name as "applicantName", phone, region_code as "regionCode", station_id as "stationId", code_hash as "codeHash",
  state, reason, due_on as "dueOn", assigned_to as "assignedTo", assigned_name as "assignedName", score, comment,
  revision, version, submitted_at as "submittedAt", accepted_at as "acceptedAt", closed_at as "closedAt",
  updated_at as "updatedAt"`)

export async function insertApplication(
  tx: Tx,
  row: Pick<
    Application,
    | 'id'
    | 'number'
    | 'serviceId'
    | 'serviceName'
    | 'form'
    | 'answers'
    | 'applicantName'
    | 'phone'
    | 'regionCode'
    | 'stationId'
    | 'codeHash'
  >,
): Promise<void> {
  await sql`
    insert into hall.application (centre_id, id, number, service_id, service_name, form, answers, applicant_name, phone,
      region_code, station_id, code_hash, state, consented_at, submitted_at, updated_at)
    values (${tx.centreId}, ${row.id}, ${row.number}, ${row.serviceId}, ${row.serviceName}, ${JSON.stringify(row.form)}::jsonb,
      ${JSON.stringify(row.answers)}::jsonb, ${row.applicantName}, ${row.phone}, ${row.regionCode}, ${row.stationId},
      ${row.codeHash}, 'submitted', ${tx.now}, ${tx.now}, ${tx.now})`.execute(tx.sql)
}

/** Locked where an act follows, so that two acts on one application come one after the other. */
export async function findApplication(tx: Tx, id: string, lock = false): Promise<Application | undefined> {
  const { rows } = await sql<Application>`
    select ${columns} from hall.application where centre_id = ${tx.centreId} and id = ${id}
    ${sql.raw(lock ? 'for update' : '')}`.execute(tx.sql)
  return rows[0]
}

export async function findApplicationByNumber(tx: Tx, number: string, lock = false): Promise<Application | undefined> {
  const { rows } = await sql<Application>`
    select ${columns} from hall.application where centre_id = ${tx.centreId} and number = ${number}
    ${sql.raw(lock ? 'for update' : '')}`.execute(tx.sql)
  return rows[0]
}

export type ApplicationChange = Partial<
  Pick<
    Application,
    | 'state'
    | 'reason'
    | 'dueOn'
    | 'assignedTo'
    | 'assignedName'
    | 'score'
    | 'comment'
    | 'acceptedAt'
    | 'closedAt'
    | 'revision'
    | 'answers'
    | 'form'
    | 'applicantName'
  >
>

/** Writes the whole changeable part of a row that was read for update. False = somebody changed it meanwhile. */
export async function updateApplication(tx: Tx, read: Application, change: ApplicationChange): Promise<boolean> {
  const row = { ...read, ...change }
  const result = await sql`
    update hall.application set state = ${row.state}, reason = ${row.reason}, due_on = ${row.dueOn},
      assigned_to = ${row.assignedTo}, assigned_name = ${row.assignedName}, score = ${row.score}, comment = ${row.comment},
      accepted_at = ${row.acceptedAt}, closed_at = ${row.closedAt}, revision = ${row.revision},
      answers = ${JSON.stringify(row.answers)}::jsonb, form = ${JSON.stringify(row.form)}::jsonb,
      applicant_name = ${row.applicantName}, version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${read.id} and version = ${read.version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export interface ApplicationEvent {
  id: string
  act: string
  fromState: ApplicationState | null
  toState: ApplicationState
  at: Date
  actorId: string | null
  actorName: string
  note: string | null
  insideNote: string | null
}

export async function insertEvent(
  tx: Tx,
  applicationId: string,
  event: Omit<ApplicationEvent, 'id' | 'at'>,
): Promise<void> {
  await sql`
    insert into hall.application_event (centre_id, id, application_id, act, from_state, to_state, at, actor_id, actor_name,
      note, inside_note)
    values (${tx.centreId}, ${tx.newId()}, ${applicationId}, ${event.act}, ${event.fromState}, ${event.toState}, ${tx.now},
      ${event.actorId}, ${event.actorName}, ${event.note}, ${event.insideNote})`.execute(tx.sql)
}

export async function listEvents(tx: Tx, applicationId: string): Promise<ApplicationEvent[]> {
  const { rows } = await sql<ApplicationEvent>`
    select id, act, from_state as "fromState", to_state as "toState", at, actor_id as "actorId", actor_name as "actorName",
      note, inside_note as "insideNote"
    from hall.application_event where centre_id = ${tx.centreId} and application_id = ${applicationId}
    order by at, id`.execute(tx.sql)
  return rows
}

export interface ApplicationFilter {
  state?: string | undefined
  service?: string | undefined
  region?: string | undefined
  /** account id */
  assignedTo?: string | undefined
  overdueOn?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  q?: string | undefined
  scope: Scope
}

const sorts: Readonly<Record<string, string>> = {
  submittedAt: 'submitted_at',
  number: 'number',
  dueOn: 'due_on',
  state: 'state',
  updatedAt: 'updated_at',
}

function matches(tx: Tx, filter: ApplicationFilter) {
  const words = filter.q?.trim() ?? ''
  const stations = filter.scope === 'centre' ? null : [...filter.scope]
  return sql`centre_id = ${tx.centreId}
      and (${stations}::bigint[] is null or station_id = any(${stations}::bigint[]))
      and (${filter.state ?? null}::text is null or state = any(string_to_array(${filter.state ?? null}, ',')))
      and (${filter.service ?? null}::bigint is null or service_id = ${filter.service ?? null})
      and (${filter.region ?? null}::text is null or starts_with(region_code, ${filter.region ?? null}))
      and (${filter.assignedTo ?? null}::bigint is null or assigned_to = ${filter.assignedTo ?? null})
      and (${filter.overdueOn ?? null}::date is null
        or (due_on < ${filter.overdueOn ?? null} and state in ('accepted', 'in_progress')))
      and (${filter.from ?? null}::timestamptz is null or submitted_at >= ${filter.from ?? null})
      and (${filter.to ?? null}::timestamptz is null or submitted_at < ${filter.to ?? null})
      and (${words} = '' or strpos(lower(number), lower(${words})) > 0 or strpos(applicant_name, ${words}) > 0
        or strpos(service_name, ${words}) > 0)`
}

export async function listApplications(
  tx: Tx,
  filter: ApplicationFilter,
  page: { page: number; size: number; sort?: string | undefined },
): Promise<{ items: Application[]; total: number }> {
  const field = sorts[page.sort?.replace(/^-/, '') ?? 'submittedAt'] ?? 'submitted_at'
  const order = sql.raw(`${field} ${page.sort && !page.sort.startsWith('-') ? 'asc' : 'desc'} nulls last, id desc`)
  const { rows } = await sql<Application>`
    select ${columns} from hall.application where ${matches(tx, filter)}
    order by ${order} limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx.sql)
  return { items: rows, total: await countApplications(tx, filter) }
}

export async function countApplications(tx: Tx, filter: ApplicationFilter): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from hall.application where ${matches(tx, filter)}`.execute(tx.sql)
  return Number(rows[0]?.n ?? 0)
}

/** A page in the order of filing, for exports. */
export async function listApplicationsAfter(
  tx: Tx,
  filter: ApplicationFilter,
  after: string | null,
  size: number,
): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select ${columns} from hall.application
    where ${matches(tx, filter)} and (${after}::bigint is null or id > ${after}) order by id limit ${size}`.execute(
    tx.sql,
  )
  return rows
}

export async function findOpenApproval(tx: Tx, applicationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from platform.approval where centre_id = ${tx.centreId} and subject_kind = 'application'
      and subject_id = ${applicationId} and state = 'open'`.execute(tx.sql)
  return rows[0]?.id
}

/** An account that can still sign in, and its grants: who may be named as handler. */
export async function findHandler(
  tx: Tx,
  accountId: string,
): Promise<{ name: string; grants: { role: string; stationId: string }[] } | undefined> {
  const { rows } = await sql<{ name: string; grants: { role: string; stationId: string }[] }>`
    select p.name, coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'stationId', g.station_id::text))
      from identity.role_grant g where g.centre_id = a.centre_id and g.account_id = a.id), '[]') as grants
    from identity.account a join identity.person p on p.centre_id = a.centre_id and p.id = a.person_id
    where a.centre_id = ${tx.centreId} and a.id = ${accountId}`.execute(tx.sql)
  return rows[0]
}

export async function isOpenStation(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from centre.station where centre_id = ${tx.centreId} and id = ${id} and state in ('in_service', 'rectifying')`.execute(
    tx.sql,
  )
  return rows.length > 0
}

/** Codes of the divisions that can be chosen on a day. */
export async function regionCodesOn(tx: Tx, day: string): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from platform.region where valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`.execute(
    tx.sql,
  )
  return new Set(rows.map((row) => row.code))
}

export async function regionNames(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from platform.region where code = any(${[...codes]}::text[]) order by valid_from`.execute(tx.sql)
  return new Map(rows.map((row) => [row.code, row.name]))
}
