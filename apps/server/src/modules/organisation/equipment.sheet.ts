import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bindSheet, type ExportContext } from '../../platform/sheet/binding.ts'
import type { SheetSpec } from '../../platform/sheet/spec.ts'
import {
  type EquipmentFields,
  type EquipmentRow,
  type EquipmentState,
  listEquipment,
  listNeeds,
  updateEquipment,
} from './equipment.queries.ts'
import { deleteEquipment, findEquipmentByTag, listEquipmentAfter } from './equipment-sheet.queries.ts'
import { listZones } from './zone.queries.ts'
import { addEquipment, checkEquipment, editEquipment } from './zone.service.ts'

type Row = {
  assetTag: string
  name: string
  kind: string
  zone: string | null
  model: string | null
  quantity: number
  state: string
  acquiredOn: string | null
  note: string | null
}

const spec: SheetSpec<Row> = {
  key: 'equipment',
  zh: '设备',
  en: 'Equipment',
  columns: [
    {
      key: 'assetTag',
      zh: '资产编号',
      en: 'Asset tag',
      type: 'text',
      required: true,
      most: 40,
      help: '每件唯一。',
      example: 'ZC-0001',
    },
    { key: 'name', zh: '名称', en: 'Name', type: 'text', required: true, most: 100, help: '设备名称。' },
    {
      key: 'kind',
      zh: '类别',
      en: 'Kind',
      type: 'text',
      required: true,
      most: 60,
      help: '方案清单中的名称，或英文代号。',
      example: '电脑',
    },
    { key: 'zone', zh: '功能区', en: 'Zone', type: 'text', most: 60, help: '功能区名称，属于全中心的不填。' },
    { key: 'model', zh: '型号', en: 'Model', type: 'text', most: 100, help: '可不填。' },
    {
      key: 'quantity',
      zh: '数量',
      en: 'Quantity',
      type: 'integer',
      required: true,
      min: 1,
      max: 100000,
      help: '整数。',
      example: '1',
    },
    {
      key: 'state',
      zh: '状态',
      en: 'State',
      type: 'choice',
      required: true,
      help: '从下拉列表中选。',
      choices: [
        { value: 'in_use', zh: '在用', en: 'In use' },
        { value: 'idle', zh: '闲置', en: 'Idle' },
        { value: 'repair', zh: '维修', en: 'Repair' },
        { value: 'retired', zh: '报废', en: 'Retired' },
      ],
    },
    { key: 'acquiredOn', zh: '购置日期', en: 'Acquired on', type: 'date', help: '可不填。', example: '2026-11-23' },
    { key: 'note', zh: '备注', en: 'Note', type: 'text', most: 500, help: '可不填。' },
  ],
}

/** The register of equipment as a file; the asset tag says which thing a row is. */
export const equipmentSheet = bindSheet<Row>({
  spec,
  permissions: { import: 'zone.write', export: 'centre.read' },
  keyOf: (row) => row.assetTag,
  count: async (tx, context) => (await listEquipment(tx, filterOf(context), { page: 1, size: 1 })).total,
  list: async (tx, context, after, size) => {
    const found = await listEquipmentAfter(tx, filterOf(context), after, size)
    const kinds = await kindNames(tx)
    const last = found.at(-1)
    return { rows: found.map((one) => rowOf(one, kinds)), next: found.length === size && last ? last.assetTag : null }
  },
  check: async (tx, row) => {
    const existing = await findEquipmentByTag(tx, row.assetTag ?? '')
    const wanted = await fieldsOf(tx, row, existing)
    await checkEquipment(tx, wanted)
    if (!existing) return { state: 'new' }
    return { state: compared.every((key) => existing[key] === wanted[key]) ? 'same' : 'changed' }
  },
  apply: async (tx, actor, row) => {
    const assetTag = row.assetTag ?? ''
    const existing = await findEquipmentByTag(tx, assetTag)
    const fields = await fieldsOf(tx, row, existing)
    if (existing) {
      await editEquipment(tx, actor, { id: existing.id, version: existing.version, ...fields })
      return { subjectId: existing.id, before: kept(existing), after: { version: existing.version + 1 } }
    }
    const { id } = await addEquipment(tx, actor, { assetTag, ...fields })
    return { subjectId: id, before: null, after: { version: 1 } }
  },
  undo: async (tx, _actor, { subjectId, before, after }) => {
    const { version } = after as { version: number }
    if (before === null) return (await deleteEquipment(tx, subjectId, version)) ? 'undone' : 'changed'
    return (await updateEquipment(tx, subjectId, version, before as EquipmentFields)) ? 'undone' : 'changed'
  },
})

const compared = ['zoneId', 'kind', 'name', 'model', 'quantity', 'state', 'acquiredOn', 'note'] as const

function kept(row: EquipmentRow): EquipmentFields {
  const { zoneId, kind, name, model, quantity, state, acquiredOn, note } = row
  return { zoneId, kind, name, model, quantity, state, acquiredOn, note }
}

/** Columns that the file lacks keep what is there. */
async function fieldsOf(tx: Tx, row: Partial<Row>, existing: EquipmentRow | undefined): Promise<EquipmentFields> {
  return {
    zoneId: row.zone === undefined ? (existing?.zoneId ?? null) : await zoneIdOf(tx, row.zone),
    kind: await kindOf(tx, row.kind ?? ''),
    name: row.name ?? '',
    model: row.model === undefined ? (existing?.model ?? null) : row.model,
    quantity: row.quantity ?? 1,
    state: (row.state ?? 'in_use') as EquipmentState,
    acquiredOn: row.acquiredOn === undefined ? (existing?.acquiredOn ?? null) : row.acquiredOn,
    note: row.note === undefined ? (existing?.note ?? null) : row.note,
  }
}

async function zoneIdOf(tx: Tx, name: string | null): Promise<string | null> {
  if (name === null) return null
  const zone = (await listZones(tx)).find((one) => one.name === name || one.nameEn === name)
  if (!zone) throw new Refusal('zone.unknown', {}, [{ field: 'zone', code: 'zone.unknown' }])
  return zone.id
}

/** Kinds have codes inside and the plan's names outside. */
async function kindNames(tx: Tx): Promise<Map<string, string>> {
  return new Map((await listNeeds(tx)).map((need) => [need.kind, need.name]))
}

async function kindOf(tx: Tx, text: string): Promise<string> {
  for (const [kind, name] of await kindNames(tx)) if (name === text || kind === text) return kind
  if (/^[a-z][a-z0-9_]{0,39}$/.test(text)) return text
  throw new Refusal('equipment.kind_unknown', { kind: text }, [
    { field: 'kind', code: 'equipment.kind_unknown', detail: { kind: text } },
  ])
}

function rowOf(one: EquipmentRow, kinds: ReadonlyMap<string, string>): Row {
  const { assetTag, name, model, quantity, state, acquiredOn, note } = one
  return {
    assetTag,
    name,
    kind: kinds.get(one.kind) ?? one.kind,
    zone: one.zoneName,
    model,
    quantity,
    state,
    acquiredOn,
    note,
  }
}

/** The same words as the list's query. */
function filterOf({ filter }: ExportContext) {
  const text = (key: string) =>
    typeof filter[key] === 'string' && filter[key] !== '' ? String(filter[key]) : undefined
  return { q: text('q'), zoneId: text('zoneId'), kind: text('kind'), state: text('state') }
}
