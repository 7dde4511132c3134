import { parentRegion } from '@xianghui/kit/region-code'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bindSheet, type ExportContext, type RowCheck } from '../../platform/sheet/binding.ts'
import type { SheetSpec } from '../../platform/sheet/spec.ts'
import { insertRegions, listRegionHistory } from './region.queries.ts'
import { faultsOfRegion, levelOfCode, overlaps, type Region } from './region.rules.ts'
import { countRegions, deleteRegion, listRegionsAfter, replaceRegion } from './region-sheet.queries.ts'

type RegionRow = {
  code: string
  name: string
  nameEn: string | null
  validFrom: string | null
  validTo: string | null
  longitude: number | null
  latitude: number | null
  source: string
  note: string | null
}

/** How the table says «from before it was kept»; in a file the cell is empty. */
const always = '0001-01-01'

const spec: SheetSpec<RegionRow> = {
  key: 'regions',
  zh: '行政区划',
  en: 'Regions',
  columns: [
    {
      key: 'code',
      zh: '代码',
      en: 'Code',
      type: 'region',
      required: true,
      help: '2、4、6、9 或 12 位。',
      example: '533301001',
    },
    {
      key: 'name',
      zh: '名称',
      en: 'Name',
      type: 'text',
      required: true,
      most: 60,
      help: '全称。',
      example: '六库街道',
    },
    { key: 'nameEn', zh: '英文名称', en: 'English name', type: 'text', most: 80, help: '可不填。' },
    {
      key: 'validFrom',
      zh: '启用日期',
      en: 'Valid from',
      type: 'date',
      help: '从何日起使用，一直在用的不填。',
      example: '2021-05-18',
    },
    { key: 'validTo', zh: '停用日期', en: 'Valid to', type: 'date', help: '最后一天，仍在用的不填。' },
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
    { key: 'source', zh: '依据', en: 'Source', type: 'text', required: true, help: '批复文号或公布的代码表。' },
    { key: 'note', zh: '备注', en: 'Note', type: 'text', help: '可不填。' },
  ],
}

/** Regions as a file: one line a code and stretch of days. */
export const regionSheet = bindSheet<RegionRow>({
  spec,
  permissions: { import: 'region.write', export: 'centre.read' },
  keyOf: (row) => `${row.code} ${row.validFrom ?? always}`,
  count: (tx, context) => countRegions(tx, filterOf(context)),
  list: async (tx, context, after, size) => {
    const regions = await listRegionsAfter(tx, filterOf(context), after, size)
    const last = regions.at(-1)
    return {
      rows: regions.map(rowOf),
      next: regions.length === size && last ? `${last.code} ${last.validFrom}` : null,
    }
  },
  check: async (tx, row) => checkRow(tx, row),
  apply: async (tx, _actor, row) => {
    const { existing, wanted } = await compare(tx, row)
    const faults = faultsOfRegion(wanted)
    if (faults[0]) throw new Refusal(faults[0].code)
    if (wanted.parentCode !== null && (await listRegionHistory(tx, wanted.parentCode)).length === 0)
      throw new Refusal('region.parent_unknown')
    if (existing) await replaceRegion(tx, wanted)
    else await insertRegions(tx, [wanted])
    return { subjectId: `${wanted.code} ${wanted.validFrom}`, before: existing ?? null, after: wanted }
  },
  undo: async (tx, _actor, { before, after }) => {
    const written = after as Region
    const current = (await listRegionHistory(tx, written.code)).find((one) => one.validFrom === written.validFrom)
    if (!current || !sameRegion(current, written)) return 'changed'
    if (before === null) await deleteRegion(tx, written.code, written.validFrom)
    else await replaceRegion(tx, before as Region)
    return 'undone'
  },
  written: (tx) => publicChanged(tx),
})

async function checkRow(tx: Tx, row: Partial<RegionRow>): Promise<RowCheck> {
  const { existing, wanted, others } = await compare(tx, row)
  const clash = others.find((one) => overlaps(one, wanted))
  if (clash)
    return bad(
      'validFrom',
      `这段时间代码已用于“${clash.name}”（${clash.validFrom} 起）`,
      `in use for ${clash.name} in that time`,
    )
  const fault = faultsOfRegion(wanted)[0]
  if (fault?.code === 'region.code_wrong') return bad('code', '代码的位数不对', 'the code has a wrong number of digits')
  if (fault) return bad(fault.field, '停用日期早于启用日期，或缺少必填内容', 'days reversed or something missing')
  if (!existing) return { state: 'new' }
  return { state: sameRegion(existing, wanted) ? 'same' : 'changed' }
}

async function compare(tx: Tx, row: Partial<RegionRow>) {
  const code = row.code ?? ''
  const validFrom = row.validFrom ?? always
  const history = await listRegionHistory(tx, code)
  const existing = history.find((one) => one.validFrom === validFrom)
  return { existing, wanted: regionOf(row, validFrom, existing), others: history.filter((one) => one !== existing) }
}

/** Columns that the file lacks keep what is there. */
function regionOf(row: Partial<RegionRow>, validFrom: string, existing: Region | undefined): Region {
  const code = row.code ?? ''
  const kept = <K extends keyof Region & keyof RegionRow>(key: K): Region[K] | RegionRow[K] | null =>
    row[key] === undefined ? (existing?.[key] ?? null) : (row[key] as RegionRow[K])
  return {
    code,
    name: row.name ?? existing?.name ?? '',
    nameEn: kept('nameEn') ?? '',
    level: levelOfCode(code) ?? 'village',
    parentCode: parentRegion(code),
    validFrom,
    validTo: kept('validTo'),
    longitude: kept('longitude'),
    latitude: kept('latitude'),
    source: row.source ?? existing?.source ?? '',
    note: kept('note'),
  }
}

function rowOf(region: Region): RegionRow {
  const { code, name, nameEn, validFrom, validTo, longitude, latitude, source, note } = region
  return {
    code,
    name,
    nameEn: nameEn || null,
    validFrom: validFrom === always ? null : validFrom,
    validTo,
    longitude,
    latitude,
    source,
    note,
  }
}

const compared = ['name', 'nameEn', 'parentCode', 'validTo', 'longitude', 'latitude', 'source', 'note'] as const
const sameRegion = (one: Region, other: Region): boolean =>
  compared.every((key) => (one[key] ?? '') === (other[key] ?? ''))

const bad = (column: string, zh: string, en: string): RowCheck => ({ state: 'bad', faults: [{ column, zh, en }] })

/** The same words as the list's query. */
function filterOf({ filter }: ExportContext) {
  const text = (key: string) => (typeof filter[key] === 'string' && filter[key] !== '' ? String(filter[key]) : null)
  return { day: text('day'), parent: text('parent'), q: text('q') }
}
