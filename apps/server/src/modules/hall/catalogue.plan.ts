import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { dropSearchDoc } from '../../platform/search-index.ts'
import { findServiceByKey, type Guide, insertService } from './catalogue.queries.ts'
import { putServiceDoc } from './catalogue.search.ts'
import type { FormField } from './form.rules.ts'

interface PlanRow {
  key: string
  order: number
  name: string
  nameEn: string
  clause: string
  literal: string
}
export interface PlanLine extends PlanRow {
  summary: string
  summaryEn: string
}
export type PlanAudience = PlanRow
export interface PlanService extends PlanLine {
  line: string
  zone: string | null
  audience: readonly string[]
  guide: Guide & { timeLimit: number | null }
  form: readonly FormField[]
  /** 元, as the plan has it; null where it names none */
  fee: number | null
  feeNote: string | null
  feeNoteEn: string | null
}
export interface PlanHall {
  lines: readonly PlanLine[]
  services: readonly PlanService[]
  audiences: readonly PlanAudience[]
}

/** Rows of plans/<name>/service-lines.json, services.json and audiences.json; what is there already stays as it is. */
export async function insertPlanServices(tx: Tx, plan: PlanHall, source: string): Promise<void> {
  for (const line of plan.lines)
    await sql`insert into hall.service_line (centre_id, key, position, name, name_en, summary, summary_en, clause, literal, source)
      values (${tx.centreId}, ${line.key}, ${line.order}, ${line.name}, ${line.nameEn}, ${line.summary}, ${line.summaryEn},
        ${line.clause}, ${line.literal}, ${source}) on conflict do nothing`.execute(tx.sql)
  for (const one of plan.audiences)
    await sql`insert into hall.audience (centre_id, key, position, name, name_en, clause, literal, source)
      values (${tx.centreId}, ${one.key}, ${one.order}, ${one.name}, ${one.nameEn}, ${one.clause}, ${one.literal}, ${source})
      on conflict do nothing`.execute(tx.sql)
  for (const one of plan.services) {
    const { guide } = one
    const inserted = await insertService(tx, {
      id: tx.newId(),
      key: one.key,
      lineKey: one.line,
      zoneKey: one.zone,
      position: one.order,
      name: one.name,
      nameEn: one.nameEn,
      summary: one.summary,
      summaryEn: one.summaryEn,
      audience: [...one.audience],
      guide: {
        who: guide.who,
        whoEn: guide.whoEn,
        materials: guide.materials,
        materialsEn: guide.materialsEn,
        steps: guide.steps,
        stepsEn: guide.stepsEn,
        where: guide.where,
        whereEn: guide.whereEn,
      },
      form: [...one.form],
      feeFen: one.fee === null ? null : String(Math.round(one.fee * 100)),
      feeNote: one.feeNote,
      feeNoteEn: one.feeNoteEn,
      timeLimitDays: guide.timeLimit,
      state: 'open',
      clause: one.clause,
      literal: one.literal,
      source,
    })
    const service = inserted ? await findServiceByKey(tx, one.key) : undefined
    if (service) await putServiceDoc(tx, service)
  }
  await publicChanged(tx)
}

/** Services that somebody edited or applied for stay as the centre's own, with their line; they are named. */
export async function removePlanServices(tx: Tx, source: string): Promise<{ removed: number; kept: string[] }> {
  const { rows: gone } = await sql<{ key: string }>`
    delete from hall.service s where centre_id = ${tx.centreId} and source = ${source} and version = 1
      and not exists (select 1 from hall.application a where a.centre_id = s.centre_id and a.service_id = s.id)
    returning key`.execute(tx.sql)
  for (const { key } of gone) await dropSearchDoc(tx, 'service', key)
  const { rows: kept } = await sql<{ name: string }>`
    update hall.service set source = 'own' where centre_id = ${tx.centreId} and source = ${source} returning name`.execute(
    tx.sql,
  )
  const lines = await sql`
    delete from hall.service_line l where centre_id = ${tx.centreId} and source = ${source}
      and not exists (select 1 from hall.service s where s.centre_id = l.centre_id and s.line_key = l.key)`.execute(
    tx.sql,
  )
  const audiences = await sql`
    delete from hall.audience d where centre_id = ${tx.centreId} and source = ${source}
      and not exists (select 1 from hall.service s where s.centre_id = d.centre_id and s.audience ? d.key)`.execute(
    tx.sql,
  )
  await sql`update hall.service_line set source = 'own' where centre_id = ${tx.centreId} and source = ${source}`.execute(
    tx.sql,
  )
  await sql`update hall.audience set source = 'own' where centre_id = ${tx.centreId} and source = ${source}`.execute(
    tx.sql,
  )
  await publicChanged(tx)
  const removed = gone.length + Number(lines.numAffectedRows ?? 0n) + Number(audiences.numAffectedRows ?? 0n)
  return { removed, kept: kept.map((row) => `服务事项“${row.name}”`) }
}
