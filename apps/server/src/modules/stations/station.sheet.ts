import { businessDate } from '@xianghui/kit/calendar'
import { scopeOf } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bindSheet, type ExportContext } from '../../platform/sheet/binding.ts'
import type { SheetSpec } from '../../platform/sheet/spec.ts'
import { checkFields } from './station.checks.ts'
import {
  findStation,
  listStations,
  type StationFields,
  type StationFilter,
  type StationRow,
  updateStation,
} from './station.queries.ts'
import { nextState, type StationLevel, stateNames } from './station.rules.ts'
import { refreshStationDoc } from './station.search.ts'
import { createStation, editStation } from './station.service.ts'
import { closeStation } from './station-life.service.ts'
import { findStationByCode } from './station-sheet.queries.ts'

type Row = {
  code: string | null
  name: string
  level: string
  regionCode: string
  regionName: string | null
  address: string
  longitude: number | null
  latitude: number | null
  keeperName: string | null
  phone: string | null
  hours: string | null
  reason: string | null
  note: string | null
  state: string | null
  openedOn: string | null
}

const spec: SheetSpec<Row> = {
  key: 'stations',
  zh: '服务站点',
  en: 'Service stations',
  columns: [
    {
      key: 'code',
      zh: '站点编号',
      en: 'Code',
      type: 'text',
      most: 30,
      help: '新站点不填，由系统编号；修改已有站点时照抄。',
      example: '533301102-001',
    },
    { key: 'name', zh: '站点名称', en: 'Name', type: 'text', required: true, most: 100, help: '全称。' },
    {
      key: 'level',
      zh: '级别',
      en: 'Level',
      type: 'choice',
      required: true,
      help: '从下拉列表中选。',
      choices: [
        { value: 'township', zh: '乡镇级', en: 'Township' },
        { value: 'village', zh: '村级', en: 'Village' },
      ],
    },
    {
      key: 'regionCode',
      zh: '行政区划代码',
      en: 'Region code',
      type: 'region',
      required: true,
      help: '乡镇 9 位或村 12 位，须现行有效。',
      example: '533301102',
    },
    { key: 'regionName', zh: '行政区划', en: 'Region', type: 'text', help: '只在导出时列出。', readOnly: true },
    { key: 'address', zh: '地址', en: 'Address', type: 'text', required: true, most: 200, help: '到门牌或村组。' },
    {
      key: 'longitude',
      zh: '经度',
      en: 'Longitude',
      type: 'number',
      min: -180,
      max: 180,
      help: '可不填。',
      example: '98.86',
    },
    {
      key: 'latitude',
      zh: '纬度',
      en: 'Latitude',
      type: 'number',
      min: -90,
      max: 90,
      help: '可不填。',
      example: '25.85',
    },
    {
      key: 'keeperName',
      zh: '负责人',
      en: 'Keeper',
      type: 'text',
      help: '只在导出时列出，请在站点页面指定。',
      readOnly: true,
    },
    { key: 'phone', zh: '电话', en: 'Phone', type: 'phone', help: '站点对外的电话，可不填。' },
    { key: 'hours', zh: '开放时间', en: 'Hours', type: 'text', most: 200, help: '可不填。', example: '8:30—17:30' },
    { key: 'reason', zh: '设立理由', en: 'Reason', type: 'text', most: 1000, help: '审批时可见。' },
    { key: 'note', zh: '备注', en: 'Note', type: 'text', most: 1000, help: '可不填。' },
    {
      key: 'state',
      zh: '状态',
      en: 'State',
      type: 'choice',
      help: '只在导出时列出。',
      readOnly: true,
      choices: Object.entries(stateNames).map(([value, words]) => ({ value, ...words })),
    },
    { key: 'openedOn', zh: '投入运营日期', en: 'Opened on', type: 'date', help: '只在导出时列出。', readOnly: true },
  ],
}

/** Stations as a file. A row without a code is a new draft; approval and acceptance stay acts of people. */
export const stationSheet = bindSheet<Row>({
  spec,
  permissions: { import: 'station.write', export: 'station.read' },
  keyOf: (row) => row.code ?? '',
  count: async (tx, context) => (await listStations(tx, filterOf(context), { page: 1, size: 1 })).total,
  list: async (tx, context, after, size) => {
    // The snapshot keeps pages from shifting, so the page's number is a cursor.
    const page = Number(after ?? 1)
    const { items, total } = await listStations(tx, filterOf(context), { page, size, sort: 'code' })
    return { rows: items.map(rowOf), next: page * size < total ? String(page + 1) : null }
  },
  check: async (tx, row) => {
    const existing = await existingOf(tx, row)
    const { fields } = await checkFields(tx, fieldsOf(row, existing), existing)
    if (!existing) return { state: 'new' }
    if (compared.every((key) => existing[key] === fields[key])) return { state: 'same' }
    if (!nextState(existing.state, 'edit')) {
      const { zh, en } = stateNames[existing.state]
      return { state: 'bad', faults: [{ column: 'code', zh: `站点“${zh}”，不能修改`, en: `the station is ${en}` }] }
    }
    return { state: 'changed' }
  },
  apply: async (tx, actor, row) => {
    const existing = await existingOf(tx, row)
    const fields = fieldsOf(row, existing)
    if (!existing) {
      const { id } = await createStation(tx, actor, fields)
      return { subjectId: id, before: null, after: { version: 1 } }
    }
    await editStation(tx, actor, { id: existing.id, version: existing.version, ...fields })
    return { subjectId: existing.id, before: fieldsOf({}, existing), after: { version: existing.version + 1 } }
  },
  undo: async (tx, actor, { subjectId, before, after }) => {
    const { version } = after as { version: number }
    const station = await findStation(tx, subjectId)
    if (!station || station.version !== version) return 'changed'
    if (before === null) {
      // A station's number is never given out again, so a new one is closed, not removed; its life says why.
      if (station.state !== 'draft') return 'changed'
      await closeStation(tx, actor, { id: subjectId, day: businessDate(tx.now), reason: '撤回导入' })
      return 'undone'
    }
    if (!(await updateStation(tx, subjectId, version, before as StationFields))) return 'changed'
    await refreshStationDoc(tx, { ...station, ...(before as StationFields), version: version + 1 })
    return 'undone'
  },
})

const compared = [
  'name',
  'level',
  'regionCode',
  'address',
  'longitude',
  'latitude',
  'phone',
  'hours',
  'reason',
  'note',
] as const

async function existingOf(tx: Tx, row: Partial<Row>): Promise<StationRow | undefined> {
  if (!row.code) return undefined
  const station = await findStationByCode(tx, row.code)
  if (!station) throw new Refusal('station.code_unknown', {}, [{ field: 'code', code: 'station.code_unknown' }])
  return station
}

/** Columns that the file lacks keep what is there. */
function fieldsOf(row: Partial<Row>, existing: StationRow | undefined): StationFields {
  const kept = <K extends 'longitude' | 'latitude' | 'phone' | 'hours' | 'note'>(key: K): StationFields[K] =>
    (row[key] === undefined ? (existing?.[key] ?? null) : row[key]) as StationFields[K]
  return {
    name: row.name ?? existing?.name ?? '',
    level: (row.level ?? existing?.level ?? 'township') as StationLevel,
    regionCode: row.regionCode ?? existing?.regionCode ?? '',
    address: row.address ?? existing?.address ?? '',
    longitude: kept('longitude'),
    latitude: kept('latitude'),
    keeperId: existing?.keeperId ?? null,
    phone: kept('phone'),
    hours: kept('hours'),
    reason: row.reason === undefined ? (existing?.reason ?? '') : (row.reason ?? ''),
    note: kept('note'),
  }
}

function rowOf(one: StationRow): Row {
  const { code, name, level, regionCode, regionName, address, longitude, latitude, keeperName, phone, hours } = one
  const { reason, note, state, openedOn } = one
  return {
    ...{ code, name, level, regionCode, regionName, address, longitude, latitude, keeperName, phone, hours },
    ...{ reason, note, state, openedOn },
  }
}

/** The same words as the list's query; a keeper exports his own stations only. */
function filterOf({ filter, actor }: ExportContext): StationFilter {
  const text = (key: string) =>
    typeof filter[key] === 'string' && filter[key] !== '' ? String(filter[key]) : undefined
  return {
    q: text('q'),
    state: text('state'),
    level: text('level'),
    region: text('region'),
    scope: scopeOf(actor, 'station.read'),
  }
}
