import { businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import { nextNumber } from '../../platform/counter.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type EquipmentFields, findEquipment, insertEquipment, updateEquipment } from './equipment.queries.ts'
import { findPerson } from './person.queries.ts'
import { findZone, updateZone, type ZoneEdit } from './zone.queries.ts'
import { putZoneDoc } from './zone.search.ts'

/** @throws Refusal record.changed | zone.* */
export async function editZone(tx: Tx, actor: Actor, input: ZoneEdit & { id: string; version: number }): Promise<void> {
  const before = await findZone(tx, { id: input.id })
  if (!before) throw new Refusal('record.not_found')
  const { id, version, ...edit } = input
  if (edit.staffId !== null) {
    const person = await findPerson(tx, edit.staffId, businessDate(tx.now))
    if (person?.state !== 'active')
      throw new Refusal('zone.staff_wrong', {}, [{ field: 'staffId', code: 'zone.staff_wrong' }])
  }
  if (!(await updateZone(tx, id, version, edit))) throw new Refusal('record.changed')
  await putZoneDoc(tx, { key: before.key, name: edit.name, purpose: edit.purpose })
  await recordAct(tx, actor, {
    action: 'zone.edited',
    subject: { kind: 'zone', id },
    summary: `${actor.name} 修改功能区 ${edit.name}`,
    before,
    after: edit,
  })
  await publicChanged(tx)
}

/** Puts a thing on the register; without a tag of its own it gets the next one, gap-free. */
export async function addEquipment(
  tx: Tx,
  actor: Actor,
  input: EquipmentFields & { assetTag: string | null },
): Promise<{ id: string; assetTag: string }> {
  const { assetTag: given, ...fields } = input
  await checkEquipment(tx, fields)
  const assetTag = given?.trim() || `ZC-${String(await nextNumber(tx, 'equipment')).padStart(4, '0')}`
  const id = await insertEquipment(tx, assetTag, fields)
  if (id === undefined)
    throw new Refusal('equipment.tag_taken', { assetTag }, [
      { field: 'assetTag', code: 'equipment.tag_taken', detail: { assetTag } },
    ])
  await recordAct(tx, actor, {
    action: 'equipment.added',
    subject: { kind: 'equipment', id },
    summary: `${actor.name} 登记设备 ${assetTag} ${fields.name} × ${fields.quantity}`,
    after: fields,
  })
  return { id, assetTag }
}

export async function editEquipment(
  tx: Tx,
  actor: Actor,
  input: EquipmentFields & { id: string; version: number },
): Promise<void> {
  const before = await findEquipment(tx, input.id)
  if (!before) throw new Refusal('record.not_found')
  const { id, version, ...fields } = input
  await checkEquipment(tx, fields)
  if (!(await updateEquipment(tx, id, version, fields))) throw new Refusal('record.changed')
  await recordAct(tx, actor, {
    action: 'equipment.edited',
    subject: { kind: 'equipment', id },
    summary: `${actor.name} 修改设备 ${before.assetTag} ${fields.name}`,
    before,
    after: fields,
  })
}

/** @throws Refusal zone.unknown, equipment.day_wrong */
export async function checkEquipment(tx: Tx, fields: EquipmentFields): Promise<void> {
  if (fields.zoneId !== null && !(await findZone(tx, { id: fields.zoneId })))
    throw new Refusal('zone.unknown', {}, [{ field: 'zoneId', code: 'zone.unknown' }])
  const day = fields.acquiredOn
  if (day !== null && (!isBusinessDate(day) || day > businessDate(tx.now)))
    throw new Refusal('equipment.day_wrong', {}, [{ field: 'acquiredOn', code: 'equipment.day_wrong' }])
}
