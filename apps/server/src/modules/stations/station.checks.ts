import { addDays, businessDate, formatDateZh } from '@xianghui/kit/calendar'
import { normalisePhone } from '@xianghui/kit/phone'
import type { Tx } from '../../platform/db.ts'
import { type FieldFault, Refusal } from '../../platform/refusal.ts'
import { findRegionOn, listRegionRows, regionHistory } from '../centre/index.ts'
import { findKeeper, type StationFields } from './station.queries.ts'
import { isFarOutside, levelFits } from './station.rules.ts'

/** What a save found: fields as they are stored, and what to look at again without refusing it. */
export interface CheckedFields {
  fields: StationFields
  warnings: 'position.outside'[]
}

/** Checks what a form says about a station. The division must be valid on the day it is chosen (today). */
export async function checkFields(tx: Tx, input: StationFields, before?: StationFields): Promise<CheckedFields> {
  const fields = { ...input, name: input.name.trim(), address: input.address.trim(), phone: storedPhone(input.phone) }
  // A station keeps a code that ended later: only a chosen code is asked for its validity.
  if (before?.regionCode !== fields.regionCode) await checkRegion(tx, fields.regionCode, businessDate(tx.now))
  if (!levelFits(fields.level, fields.regionCode)) throw fault('regionCode', 'station.region_level')
  if (fields.keeperId !== null && fields.keeperId !== before?.keeperId) {
    const keeper = await findKeeper(tx, fields.keeperId)
    if (!keeper?.active) throw fault('keeperId', 'station.keeper_wrong')
  }
  return { fields, warnings: await warningsOf(tx, fields) }
}

/** @throws Refusal station.region_unknown | station.region_ended (naming the successors) | station.region_not_yet */
export async function checkRegion(tx: Tx, code: string, day: string): Promise<void> {
  if (await findRegionOn(tx, code, day)) return
  const history = await regionHistory(tx, code).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'record.not_found') return []
    throw error
  })
  const ended = history.findLast(({ region }) => region.validTo !== null && region.validTo < day)
  if (ended?.region.validTo) {
    const { region, successors } = ended
    throw fault('regionCode', 'station.region_ended', {
      name: region.name,
      code,
      day: formatDateZh(addDays(ended.region.validTo, 1)),
      successors: successors.map((one) => `${one.name}（${one.code}）`).join('、') || '现行区划',
    })
  }
  const first = history[0]
  if (first) throw fault('regionCode', 'station.region_not_yet', { name: first.region.name, code })
  throw fault('regionCode', 'station.region_unknown', { code })
}

async function warningsOf(tx: Tx, fields: StationFields): Promise<CheckedFields['warnings']> {
  const county = fields.regionCode.slice(0, 6)
  const seats = await listRegionRows(tx, { parent: county })
  return isFarOutside(fields, seats) ? ['position.outside'] : []
}

function storedPhone(text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  const phone = normalisePhone(text)
  if (!phone.ok) throw fault('phone', 'station.phone_wrong')
  return phone.value.number
}

function fault(field: string, code: string, detail: Record<string, unknown> = {}): Refusal {
  const one: FieldFault = { field, code, detail }
  return new Refusal(code, detail, [one])
}
