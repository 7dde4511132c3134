import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import { dropSearchDoc } from '../../platform/search-index.ts'
import {
  type Audience,
  deleteService,
  findService,
  findServiceByKey,
  hasApplications,
  insertService,
  listAudiences,
  listLines,
  listServices,
  type Service,
  type ServiceFields,
  type ServiceFilter,
  type ServiceLine,
  updateService,
} from './catalogue.queries.ts'
import { putServiceDoc } from './catalogue.search.ts'
import { faultsOfForm } from './form.rules.ts'

/** A service as visitors see it. */
export type PublicService = Omit<Service, 'source' | 'version' | 'updatedAt' | 'literal' | 'state'>

/** Open services with the lines and audiences to choose by. */
export async function listPublicServices(
  tx: Tx,
  filter: Pick<ServiceFilter, 'line' | 'zone' | 'audience'> = {},
): Promise<{ services: PublicService[]; lines: ServiceLine[]; audiences: Audience[] }> {
  const services = await listServices(tx, { ...filter, state: 'open' })
  return { services: services.map(publicOf), lines: await listLines(tx), audiences: await listAudiences(tx) }
}

/** Absent when there is no such service or it is closed. */
export async function findPublicService(tx: Tx, key: string): Promise<PublicService | undefined> {
  const service = await findServiceByKey(tx, key)
  return service?.state === 'open' ? publicOf(service) : undefined
}

function publicOf(service: Service): PublicService {
  const { source: _s, version: _v, updatedAt: _u, literal: _l, state: _t, ...shown } = service
  return shown
}

export async function getService(tx: Tx, id: string): Promise<Service> {
  const service = await findService(tx, id)
  if (!service) throw new Refusal('record.not_found')
  return service
}

/** @throws Refusal hall.service_invalid | record.exists */
export async function addService(tx: Tx, actor: Actor, fields: ServiceFields): Promise<Service> {
  await refuseFaults(tx, fields)
  const id = tx.newId()
  if (!(await insertService(tx, { ...fields, id, source: 'own' })))
    throw new Refusal('record.exists', { what: fields.key })
  return written(tx, actor, id, 'hall.service_added', `新增服务事项“${fields.name}”`, null)
}

/** @throws Refusal hall.service_invalid | record.changed | record.not_found */
export async function saveService(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  fields: ServiceFields,
): Promise<Service> {
  const before = await getService(tx, id)
  await refuseFaults(tx, { ...fields, key: before.key })
  if (!(await updateService(tx, id, version, fields))) throw new Refusal('record.changed')
  return written(tx, actor, id, 'hall.service_saved', `修改服务事项“${fields.name}”`, before)
}

/** Only a service that nobody applied for goes; others are closed instead. @throws Refusal record.in_use | record.changed */
export async function removeService(tx: Tx, actor: Actor, id: string, version: number): Promise<void> {
  const before = await getService(tx, id)
  if (await hasApplications(tx, id)) throw new Refusal('record.in_use', { what: '已收到的申请，可改为“暂停受理”' })
  if (!(await deleteService(tx, id, version))) throw new Refusal('record.changed')
  await dropSearchDoc(tx, 'service', before.key)
  await recordAct(tx, actor, {
    action: 'hall.service_removed',
    subject: { kind: 'service', id },
    summary: `${actor.name} 删除服务事项“${before.name}”`,
    before,
  })
  await publicChanged(tx)
}

async function written(
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  words: string,
  before: Service | null,
): Promise<Service> {
  const service = await getService(tx, id)
  await putServiceDoc(tx, service)
  await recordAct(tx, actor, {
    action,
    subject: { kind: 'service', id },
    summary: `${actor.name} ${words}`,
    before,
    after: service,
  })
  await publicChanged(tx)
  return service
}

async function refuseFaults(tx: Tx, fields: ServiceFields): Promise<void> {
  const faults: FieldFault[] = faultsOfForm(fields.form)
  if (!/^[a-z][a-z0-9_]{0,39}$/u.test(fields.key)) faults.push({ field: 'key', code: 'hall.service_key_wrong' })
  if (fields.name.trim() === '') faults.push({ field: 'name', code: 'hall.field_needed', detail: { label: '名称' } })
  if (!(await listLines(tx)).some((line) => line.key === fields.lineKey))
    faults.push({ field: 'lineKey', code: 'hall.line_unknown' })
  const audiences = new Set((await listAudiences(tx)).map((one) => one.key))
  if (fields.audience.some((one) => !audiences.has(one)))
    faults.push({ field: 'audience', code: 'hall.audience_unknown' })
  if (faults.length > 0) throw new Refusal('hall.service_invalid', {}, faults)
}
