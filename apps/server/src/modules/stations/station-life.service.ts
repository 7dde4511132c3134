import { businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { decideApproval, type Flow } from '../../platform/approval.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { Refusal } from '../../platform/refusal.ts'
import { step } from './station.flow.ts'
import { findOpenApproval, type StationRow } from './station.queries.ts'
import { type StationAct, stateAfterAppraisal } from './station.rules.ts'
import { openForAct } from './station.service.ts'
import { type Appraisal, insertAppraisal, insertStationEvent } from './station-event.queries.ts'

type Flows = ReadonlyMap<string, Flow>

/** Approves an application, or returns it with the reason. */
export async function approveStation(
  tx: Tx,
  actor: Actor,
  flows: Flows,
  input: { id: string; verdict: 'pass' | 'return'; reason: string | null },
): Promise<void> {
  await openForAct(tx, actor, input.id, 'approve')
  await decideApproval(tx, actor, flows, { approvalId: await approvalOf(tx, input.id), ...input })
}

export interface AcceptanceRecord {
  day: string
  /** name board hung, place and equipment ready, keeper trained: what the acceptors looked at */
  signboard: boolean
  equipment: boolean
  training: boolean
  passed: boolean
  note: string
}

/** Keeps the acceptance record and decides by it: passed opens the station, not passed returns it. */
export async function acceptStation(
  tx: Tx,
  actor: Actor,
  flows: Flows,
  input: AcceptanceRecord & { id: string },
): Promise<void> {
  const { id, ...record } = input
  const station = await openForAct(tx, actor, id, 'accept')
  if (!isBusinessDate(record.day) || record.day > businessDate(tx.now))
    throw new Refusal('station.day_wrong', {}, [{ field: 'day', code: 'station.day_wrong' }])
  const approvalId = await approvalOf(tx, id)
  if (record.passed)
    await insertStationEvent(tx, actor, {
      stationId: id,
      act: 'inspected',
      from: station.state,
      to: station.state,
      note: record.note,
      data: record,
    })
  await decideApproval(tx, actor, flows, {
    approvalId,
    verdict: record.passed ? 'pass' : 'return',
    reason: record.note || null,
  })
}

/** The yearly appraisal (C15): one a year; a station that did not pass goes into rectification. */
export async function appraiseStation(tx: Tx, actor: Actor, input: Appraisal & { id: string }): Promise<void> {
  const { id, ...appraisal } = input
  const station = await openForAct(tx, actor, id, 'appraise')
  const thisYear = Number(businessDate(tx.now).slice(0, 4))
  const first = Number(station.openedOn?.slice(0, 4) ?? thisYear)
  if (appraisal.year > thisYear || appraisal.year < first)
    throw new Refusal('station.year_wrong', {}, [{ field: 'year', code: 'station.year_wrong' }])
  if (!(await insertAppraisal(tx, actor, id, appraisal)))
    throw new Refusal('station.appraised_already', { year: appraisal.year })
  const to = stateAfterAppraisal(appraisal.result)
  await step(tx, actor, station, 'appraise', { to, note: appraisal.note, data: appraisal })
  await record(
    tx,
    actor,
    station,
    'station.appraised',
    `考评 ${appraisal.year} 年度，得分 ${appraisal.score}`,
    appraisal,
  )
}

/** Orders rectification or confirms that it is done; the reason stays in the log. */
export async function rectifyStation(
  tx: Tx,
  actor: Actor,
  input: { id: string; act: 'order_rectification' | 'confirm_rectified'; note: string },
): Promise<void> {
  const station = await openForAct(tx, actor, input.id, input.act)
  await step(tx, actor, station, input.act, { note: input.note })
  const words = input.act === 'order_rectification' ? '责令整改' : '确认整改完成'
  await record(tx, actor, station, `station.${pastOf[input.act]}`, words, undefined, input.note)
}

const pastOf = { order_rectification: 'rectification_ordered', confirm_rectified: 'rectified' } as const

/** Closes for good; what is served again is a new application with a new code. */
export async function closeStation(
  tx: Tx,
  actor: Actor,
  input: { id: string; day: string; reason: string },
): Promise<void> {
  const station = await openForAct(tx, actor, input.id, 'close' satisfies StationAct)
  const early = station.openedOn !== null && input.day < station.openedOn
  if (!isBusinessDate(input.day) || input.day > businessDate(tx.now) || early)
    throw new Refusal('station.day_wrong', {}, [{ field: 'day', code: 'station.day_wrong' }])
  await step(tx, actor, station, 'close', { note: input.reason, closedOn: input.day })
  await record(tx, actor, station, 'station.closed', '关闭', { closedOn: input.day }, input.reason)
  await publish(tx, { name: 'station.closed', aggregate: `station:${station.id}`, payload: { stationId: station.id } })
}

async function approvalOf(tx: Tx, stationId: string): Promise<string> {
  const approval = await findOpenApproval(tx, stationId)
  if (!approval) throw new Refusal('approval.closed')
  return approval.id
}

async function record(
  tx: Tx,
  actor: Actor,
  station: StationRow,
  action: string,
  words: string,
  after?: object,
  reason?: string,
): Promise<void> {
  await recordAct(tx, actor, {
    action,
    subject: { kind: 'station', id: station.id },
    summary: `${actor.name} 对服务站点 ${station.code} ${station.name} ${words}`,
    before: { state: station.state },
    ...(after ? { after } : {}),
    ...(reason ? { reason } : {}),
  })
}
