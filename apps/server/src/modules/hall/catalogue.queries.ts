import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { FormField } from './form.rules.ts'

export interface ServiceLine {
  key: string
  position: number
  name: string
  nameEn: string
  summary: string
  summaryEn: string
}
export interface Audience {
  key: string
  position: number
  name: string
  nameEn: string
}
/** What people read before they apply (办事指南). */
export interface Guide {
  who: string
  whoEn: string
  materials: string[]
  materialsEn: string[]
  steps: string[]
  stepsEn: string[]
  where: string
  whereEn: string
}
export interface ServiceFields {
  key: string
  lineKey: string
  zoneKey: string | null
  position: number
  name: string
  nameEn: string
  summary: string
  summaryEn: string
  audience: string[]
  guide: Guide
  form: FormField[]
  feeFen: string | null
  feeNote: string | null
  feeNoteEn: string | null
  timeLimitDays: number | null
  state: 'open' | 'closed'
}
export interface Service extends ServiceFields {
  id: string
  clause: string | null
  literal: string | null
  source: string
  version: number
  updatedAt: Date
}

const columns = sql.raw(`id, key, line_key as "lineKey", zone_key as "zoneKey", position, name, name_en as "nameEn",
  summary, summary_en as "summaryEn", audience, guide, form, fee_fen as "feeFen", fee_note as "feeNote",
  fee_note_en as "feeNoteEn", time_limit_days as "timeLimitDays", state, clause, literal, source, version,
  updated_at as "updatedAt"`)

export interface ServiceFilter {
  line?: string | undefined
  zone?: string | undefined
  audience?: string | undefined
  state?: string | undefined
  q?: string | undefined
}

export async function listServices(tx: Tx, filter: ServiceFilter = {}): Promise<Service[]> {
  const words = filter.q?.trim() ?? ''
  const { rows } = await sql<Service>`
    select ${columns} from hall.service
    where centre_id = ${tx.centreId}
      and (${filter.line ?? null}::text is null or line_key = ${filter.line ?? null})
      and (${filter.zone ?? null}::text is null or zone_key = ${filter.zone ?? null})
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${filter.audience ?? null}::text is null or audience ? ${filter.audience ?? null})
      and (${words} = '' or strpos(name, ${words}) > 0 or strpos(lower(name_en), lower(${words})) > 0)
    order by position, name, id`.execute(tx.sql)
  return rows
}

export async function findService(tx: Tx, id: string): Promise<Service | undefined> {
  const { rows } = await sql<Service>`
    select ${columns} from hall.service where centre_id = ${tx.centreId} and id = ${id}`.execute(tx.sql)
  return rows[0]
}

export async function findServiceByKey(tx: Tx, key: string): Promise<Service | undefined> {
  const { rows } = await sql<Service>`
    select ${columns} from hall.service where centre_id = ${tx.centreId} and key = ${key}`.execute(tx.sql)
  return rows[0]
}

/** False = the key is taken. */
export async function insertService(
  tx: Tx,
  service: ServiceFields & { id: string; source: string; clause?: string | null; literal?: string | null },
): Promise<boolean> {
  const result = await sql`
    insert into hall.service (centre_id, id, key, line_key, zone_key, position, name, name_en, summary, summary_en, audience,
      guide, form, fee_fen, fee_note, fee_note_en, time_limit_days, state, clause, literal, source, updated_at)
    values (${tx.centreId}, ${service.id}, ${service.key}, ${service.lineKey}, ${service.zoneKey}, ${service.position},
      ${service.name}, ${service.nameEn}, ${service.summary}, ${service.summaryEn}, ${JSON.stringify(service.audience)}::jsonb,
      ${JSON.stringify(service.guide)}::jsonb, ${JSON.stringify(service.form)}::jsonb, ${service.feeFen}, ${service.feeNote},
      ${service.feeNoteEn}, ${service.timeLimitDays}, ${service.state}, ${service.clause ?? null}, ${service.literal ?? null},
      ${service.source}, ${tx.now})
    on conflict (centre_id, key) do nothing`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

/** False = somebody changed it meanwhile. The key stays: filed applications and links name it. */
export async function updateService(tx: Tx, id: string, version: number, service: ServiceFields): Promise<boolean> {
  const result = await sql`
    update hall.service set line_key = ${service.lineKey}, zone_key = ${service.zoneKey}, position = ${service.position},
      name = ${service.name}, name_en = ${service.nameEn}, summary = ${service.summary}, summary_en = ${service.summaryEn},
      audience = ${JSON.stringify(service.audience)}::jsonb, guide = ${JSON.stringify(service.guide)}::jsonb,
      form = ${JSON.stringify(service.form)}::jsonb, fee_fen = ${service.feeFen}, fee_note = ${service.feeNote},
      fee_note_en = ${service.feeNoteEn}, time_limit_days = ${service.timeLimitDays}, state = ${service.state},
      version = version + 1, updated_at = ${tx.now}
    where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function deleteService(tx: Tx, id: string, version: number): Promise<boolean> {
  const result = await sql`
    delete from hall.service where centre_id = ${tx.centreId} and id = ${id} and version = ${version}`.execute(tx.sql)
  return result.numAffectedRows === 1n
}

export async function hasApplications(tx: Tx, serviceId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from hall.application where centre_id = ${tx.centreId} and service_id = ${serviceId} limit 1`.execute(
    tx.sql,
  )
  return rows.length > 0
}

export async function listLines(tx: Tx): Promise<ServiceLine[]> {
  const { rows } = await sql<ServiceLine>`
    select key, position, name, name_en as "nameEn", summary, summary_en as "summaryEn" from hall.service_line
    where centre_id = ${tx.centreId} order by position, key`.execute(tx.sql)
  return rows
}

export async function listAudiences(tx: Tx): Promise<Audience[]> {
  const { rows } = await sql<Audience>`
    select key, position, name, name_en as "nameEn" from hall.audience
    where centre_id = ${tx.centreId} order by position, key`.execute(tx.sql)
  return rows
}

/** Zones by key, for choosing; the zones themselves belong to the centre. */
export async function listZoneNames(tx: Tx): Promise<{ key: string; name: string; nameEn: string }[]> {
  const { rows } = await sql<{ key: string; name: string; nameEn: string }>`
    select key, name, name_en as "nameEn" from centre.zone where centre_id = ${tx.centreId} order by position`.execute(
    tx.sql,
  )
  return rows
}
