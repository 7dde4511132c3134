import { businessDate } from '@xianghui/kit/calendar'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dropSearchDoc } from '../../platform/search-index.ts'
import { bindSheet, type ExportContext } from '../../platform/sheet/binding.ts'
import type { SheetSpec } from '../../platform/sheet/spec.ts'
import { countPeople, deletePerson, findPeopleLike, listPeopleAfter } from './people-sheet.queries.ts'
import { findPerson, type PersonRow, updatePersonRow } from './person.queries.ts'
import { checkPerson, masked, type PersonFields } from './person.rules.ts'
import { createPerson, editPerson } from './person.service.ts'

type Row = {
  name: string
  badgeNo: string | null
  gender: string | null
  phone: string | null
  email: string | null
  citizenId: string | null
  note: string | null
  posts: string | null
  state: string | null
}

const spec: SheetSpec<Row> = {
  key: 'people',
  zh: '人员',
  en: 'People',
  columns: [
    { key: 'name', zh: '姓名', en: 'Name', type: 'text', required: true, most: 60, help: '真实姓名。' },
    {
      key: 'badgeNo',
      zh: '工号',
      en: 'Badge number',
      type: 'text',
      most: 40,
      help: '每人唯一；有工号时按工号认人。',
      example: 'A012',
    },
    {
      key: 'gender',
      zh: '性别',
      en: 'Sex',
      type: 'choice',
      help: '可不填，有身份证号时自动得出。',
      choices: [
        { value: 'female', zh: '女', en: 'Female' },
        { value: 'male', zh: '男', en: 'Male' },
      ],
    },
    { key: 'phone', zh: '电话', en: 'Phone', type: 'phone', help: '手机号或带区号的座机。', example: '13800138000' },
    { key: 'email', zh: '邮箱', en: 'E-mail', type: 'text', most: 100, help: '可不填。' },
    {
      key: 'citizenId',
      zh: '身份证号',
      en: 'Citizen ID',
      type: 'text',
      most: 18,
      help: '可不填。带 * 的遮盖号码不会改动原有资料。',
    },
    { key: 'note', zh: '备注', en: 'Note', type: 'text', most: 500, help: '可不填。' },
    { key: 'posts', zh: '岗位', en: 'Posts', type: 'text', help: '只在导出时列出。', readOnly: true },
    {
      key: 'state',
      zh: '在岗状态',
      en: 'State',
      type: 'choice',
      help: '只在导出时列出。',
      readOnly: true,
      choices: [
        { value: 'active', zh: '在岗', en: 'Active' },
        { value: 'left', zh: '离岗', en: 'Left' },
      ],
    },
  ],
}

/** People as a file. Who a row is: the badge number, else the citizen ID, else name and phone. */
export const peopleSheet = bindSheet<Row>({
  spec,
  permissions: { import: 'people.write', export: 'people.read' },
  keyOf: (row) => (row.badgeNo ? `工号 ${row.badgeNo}` : `${row.name} ${row.phone ?? ''} ${row.citizenId ?? ''}`),
  count: (tx, context) => countPeople(tx, filterOf(tx, context)),
  list: async (tx, context, after, size) => {
    const people = await listPeopleAfter(tx, filterOf(tx, context), after, size)
    const shown = context.reveal ? people : people.map(masked)
    return { rows: shown.map(rowOf), next: people.length === size ? (people.at(-1)?.id ?? null) : null }
  },
  check: async (tx, row) => {
    const existing = await personOf(tx, row)
    const wanted = fieldsOf(tx, row, existing)
    if (!existing) return { state: 'new' }
    return { state: personKeys.every((key) => existing[key] === wanted[key]) ? 'same' : 'changed' }
  },
  apply: async (tx, actor, row) => {
    const existing = await personOf(tx, row)
    const fields = fieldsOf(tx, row, existing)
    if (existing) {
      await editPerson(tx, actor, { id: existing.id, version: existing.version, ...fields })
      const before = { ...pickFields(existing), state: existing.state }
      return { subjectId: existing.id, before, after: { version: existing.version + 1 } }
    }
    const { id } = await createPerson(tx, actor, fields)
    return { subjectId: id, before: null, after: { version: 1 } }
  },
  undo: async (tx, _actor, { subjectId, before, after }) => {
    const { version } = after as { version: number }
    if (before !== null) {
      const was = before as PersonFields & { state: 'active' | 'left' }
      return (await updatePersonRow(tx, subjectId, version, was)) ? 'undone' : 'changed'
    }
    if (!(await deletePerson(tx, subjectId, version))) return 'changed'
    await dropSearchDoc(tx, 'person', subjectId)
    return 'undone'
  },
})

const personKeys = ['name', 'gender', 'phone', 'email', 'citizenId', 'badgeNo', 'note'] as const

function pickFields(row: PersonFields): PersonFields {
  const { name, gender, phone, email, citizenId, badgeNo, note } = row
  return { name, gender, phone, email, citizenId, badgeNo, note }
}

/** @throws Refusal where several people fit the row */
async function personOf(tx: Tx, row: Partial<Row>): Promise<PersonRow | undefined> {
  const candidates = await findPeopleLike(tx, {
    name: row.name ?? '',
    badgeNo: row.badgeNo ?? null,
    citizenId: isMasked(row.citizenId) ? null : (row.citizenId ?? null),
  })
  // A badge or a citizen ID is one person's; a name is one person's only with the same phone, whole or masked.
  const sure = candidates.filter((one) => one.sure)
  const fitting = sure.length > 0 ? sure : candidates.filter((one) => samePhone(one.phone, row.phone ?? null))
  if (fitting.length > 1)
    throw new Refusal('person.several', { name: row.name ?? '' }, [
      { field: 'badgeNo', code: 'person.several', detail: { name: row.name ?? '' } },
    ])
  return fitting[0] && findPerson(tx, fitting[0].id, businessDate(tx.now))
}

function samePhone(stored: string | null, given: string | null): boolean {
  return (
    stored === given || (stored !== null && masked({ phone: stored, email: null, citizenId: null }).phone === given)
  )
}

const isMasked = (text: string | null | undefined): boolean => text?.includes('*') ?? false

/** Columns that the file lacks and masked values keep what is there; a masked value cannot make a new person. */
function fieldsOf(tx: Tx, row: Partial<Row>, existing: PersonRow | undefined): PersonFields {
  const value = (key: 'phone' | 'email' | 'citizenId' | 'badgeNo' | 'note'): string | null => {
    const given = row[key]
    const personal = key === 'phone' || key === 'email' || key === 'citizenId'
    if (given === undefined || (personal && isMasked(given))) {
      if (!existing && isMasked(given))
        throw new Refusal('person.masked_value', {}, [{ field: key, code: 'person.masked_value' }])
      return existing?.[key] ?? null
    }
    return given
  }
  const checked = checkPerson(
    {
      name: row.name ?? '',
      gender: (row.gender === undefined ? (existing?.gender ?? null) : row.gender) as PersonFields['gender'],
      phone: value('phone'),
      email: value('email'),
      citizenId: value('citizenId'),
      badgeNo: value('badgeNo'),
      note: value('note'),
    },
    businessDate(tx.now),
  )
  if (!checked.ok) throw new Refusal('request.invalid', {}, checked.faults)
  return checked.fields
}

function rowOf(person: PersonRow): Row {
  const { posts, state } = person
  return { ...pickFields(person), posts, state }
}

/** The same words as the list's query. */
function filterOf(tx: Tx, { filter }: ExportContext) {
  const text = (key: string) =>
    typeof filter[key] === 'string' && filter[key] !== '' ? String(filter[key]) : undefined
  return { q: text('q'), state: text('state'), postId: text('postId'), day: businessDate(tx.now) }
}
