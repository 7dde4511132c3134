import { businessDate } from '@xianghui/kit/calendar'
import { type Actor, mayAt, scopeOf } from '../../platform/actor.ts'
import { askApproval, withdrawApproval } from '../../platform/approval.ts'
import { recordAct } from '../../platform/audit.ts'
import { nextNumber } from '../../platform/counter.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type CheckedFields, checkFields, checkRegion } from './station.checks.ts'
import { notOpen, stationFlow, step } from './station.flow.ts'
import {
  findOpenApproval,
  findStation,
  insertStation,
  lockStation,
  type StationFields,
  type StationRow,
  updateStation,
} from './station.queries.ts'
import { actPermission, nextState, type StationAct, stationCode, townshipOf } from './station.rules.ts'
import { refreshStationDoc } from './station.search.ts'
import { insertStationEvent, listAppraisals, listStationEvents } from './station-event.queries.ts'

export interface SavedStation {
  id: string
  code: string
  warnings: CheckedFields['warnings']
}

/** A new station as a draft; its code is <township>-<number>, gap-free in the township. */
export async function createStation(tx: Tx, actor: Actor, input: StationFields): Promise<SavedStation> {
  if (!mayAt(actor, 'station.write', null)) throw new Refusal('auth.forbidden', { permission: 'station.write' })
  return insertDraft(tx, actor, input)
}

/** For the public hall: a visitor's application becomes a station that waits for approval. Call within `tx` of the hall. */
export async function applyForStation(tx: Tx, actor: Actor, input: StationFields): Promise<SavedStation> {
  const saved = await insertDraft(tx, actor, input)
  const station = await findStation(tx, saved.id)
  if (!station) throw new Refusal('record.not_found')
  await askToOpen(tx, actor, station, saved.warnings)
  return saved
}

async function insertDraft(tx: Tx, actor: Actor, input: StationFields): Promise<SavedStation> {
  const { fields, warnings } = await checkFields(tx, input)
  const township = townshipOf(fields.regionCode)
  const code = stationCode(township, await nextNumber(tx, `station:${township}`))
  const id = await insertStation(tx, code, fields)
  await insertStationEvent(tx, actor, { stationId: id, act: 'create', from: null, to: 'draft' })
  await recordAct(tx, actor, {
    action: 'station.created',
    subject: { kind: 'station', id },
    summary: `${actor.name} 登记服务站点 ${code} ${fields.name}`,
    after: fields,
  })
  const station = await findStation(tx, id)
  if (station) await refreshStationDoc(tx, station)
  return { id, code, warnings }
}

/** The station with its lock, if the actor may do this act here and the state allows it. */
export async function openForAct(tx: Tx, actor: Actor, id: string, act: StationAct): Promise<StationRow> {
  await lockStation(tx, id)
  const station = await findStation(tx, id)
  if (!station || !mayAt(actor, 'station.read', id)) throw new Refusal('record.not_found')
  if (!mayAt(actor, actPermission[act], id)) throw new Refusal('auth.forbidden', { permission: actPermission[act] })
  if (!nextState(station.state, act)) throw notOpen(station.state, act)
  return station
}

/** @throws Refusal record.changed | station.* */
export async function editStation(
  tx: Tx,
  actor: Actor,
  input: StationFields & { id: string; version: number },
): Promise<SavedStation> {
  const { id, version, ...asked } = input
  const before = await openForAct(tx, actor, id, 'edit')
  if (before.version !== version) throw new Refusal('record.changed')
  const { fields, warnings } = await checkFields(tx, asked, before)
  if (!mayAt(actor, 'station.write', null)) refuseBeyondKeeper(before, fields)
  if (!(await updateStation(tx, id, version, fields))) throw new Refusal('record.changed')
  await insertStationEvent(tx, actor, { stationId: id, act: 'edit', from: before.state, to: before.state })
  await recordAct(tx, actor, {
    action: 'station.edited',
    subject: { kind: 'station', id },
    summary: `${actor.name} 修改服务站点 ${before.code} ${fields.name}`,
    before: fieldsOf(before),
    after: fields,
  })
  await refreshStationDoc(tx, { ...before, ...fields, version: version + 1 })
  return { id, code: before.code, warnings }
}

/** Submits for approval; the approver sees the station as it stands now. */
export async function submitStation(tx: Tx, actor: Actor, input: { id: string; version: number }): Promise<void> {
  const station = await openForAct(tx, actor, input.id, 'submit')
  if (station.version !== input.version) throw new Refusal('record.changed')
  const { warnings } = await checkFields(tx, fieldsOf(station))
  await askToOpen(tx, actor, station, warnings)
}

export async function withdrawStation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const station = await openForAct(tx, actor, id, 'withdraw')
  if (await findOpenApproval(tx, id)) await withdrawApproval(tx, actor, { kind: 'station', id })
  await step(tx, actor, station, 'withdraw')
  await recordAct(tx, actor, {
    action: 'station.withdrawn',
    subject: { kind: 'station', id },
    summary: `${actor.name} 撤回服务站点申请 ${station.code} ${station.name}`,
  })
}

async function askToOpen(
  tx: Tx,
  actor: Actor,
  station: StationRow,
  warnings: CheckedFields['warnings'],
): Promise<void> {
  if (station.keeperId === null)
    throw new Refusal('station.keeper_needed', {}, [{ field: 'keeperId', code: 'station.keeper_needed' }])
  await checkRegion(tx, station.regionCode, businessDate(tx.now))
  await step(tx, actor, station, 'submit')
  const { version, state: _state, source: _source, updatedAt: _at, ...shown } = station
  await askApproval(tx, actor, stationFlow, {
    subject: { kind: 'station', id: station.id, version },
    title: `${station.code} ${station.name}`,
    snapshot: { ...shown, warnings },
    stationId: station.id,
  })
}

export async function stationDetail(tx: Tx, actor: Actor, id: string) {
  const station = await findStation(tx, id)
  if (!station || !canSee(actor, id)) throw new Refusal('record.not_found')
  return {
    station,
    events: await listStationEvents(tx, id),
    appraisals: await listAppraisals(tx, id),
    approval: await findOpenApproval(tx, id),
  }
}

const canSee = (actor: Actor, id: string): boolean => {
  const scope = scopeOf(actor, 'station.read')
  return scope === 'centre' || scope.includes(id)
}

/** Keepers keep what changes from day to day; who and where a station is belongs to the centre. */
function refuseBeyondKeeper(before: StationRow, after: StationFields): void {
  const fixed = ['name', 'level', 'regionCode', 'keeperId', 'reason'] as const
  if (fixed.some((field) => before[field] !== after[field])) throw new Refusal('station.keeper_limits')
}

function fieldsOf(row: StationRow): StationFields {
  const { name, level, regionCode, address, longitude, latitude, keeperId, phone, hours, reason, note } = row
  return { name, level, regionCode, address, longitude, latitude, keeperId, phone, hours, reason, note }
}
