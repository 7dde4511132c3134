import { businessDate } from '@xianghui/kit/calendar'
import { maskName, maskPhone } from '@xianghui/kit/mask'
import type { Tx } from '../../platform/db.ts'
import { bindSheet, type ExportContext } from '../../platform/sheet/binding.ts'
import type { SheetSpec } from '../../platform/sheet/spec.ts'
import { filterOf } from './application.filter.ts'
import { answersInWords } from './application.flow.ts'
import { type Application, countApplications, listApplicationsAfter, regionNames } from './application.queries.ts'
import { applicationStates, stateWords } from './application.rules.ts'

type Row = {
  number: string
  service: string
  applicant: string
  phone: string
  region: string | null
  state: string
  submittedAt: string
  dueOn: string | null
  handler: string | null
  closedAt: string | null
  reason: string | null
  score: number | null
  answers: string
}

const only = '只在导出时列出。'
const spec: SheetSpec<Row> = {
  key: 'applications',
  zh: '办事申请',
  en: 'Applications',
  columns: [
    { key: 'number', zh: '编号', en: 'Number', type: 'text', help: only, readOnly: true },
    { key: 'service', zh: '服务事项', en: 'Service', type: 'text', help: only, readOnly: true },
    { key: 'applicant', zh: '申请人', en: 'Applicant', type: 'text', help: only, readOnly: true },
    { key: 'phone', zh: '电话', en: 'Phone', type: 'text', help: only, readOnly: true },
    { key: 'region', zh: '乡镇（街道）', en: 'Township', type: 'text', help: only, readOnly: true },
    {
      key: 'state',
      zh: '状态',
      en: 'State',
      type: 'choice',
      help: only,
      readOnly: true,
      choices: applicationStates.map((value) => ({ value, ...stateWords[value] })),
    },
    { key: 'submittedAt', zh: '提交时间', en: 'Submitted', type: 'datetime', help: only, readOnly: true },
    { key: 'dueOn', zh: '办理期限', en: 'Due', type: 'date', help: only, readOnly: true },
    { key: 'handler', zh: '经办人', en: 'Handler', type: 'text', help: only, readOnly: true },
    { key: 'closedAt', zh: '办结时间', en: 'Closed', type: 'datetime', help: only, readOnly: true },
    { key: 'reason', zh: '原因', en: 'Reason', type: 'text', most: 500, help: only, readOnly: true },
    { key: 'score', zh: '评分', en: 'Rating', type: 'integer', help: only, readOnly: true },
    { key: 'answers', zh: '申请内容', en: 'Answers', type: 'text', most: 30000, help: only, readOnly: true },
  ],
}

/** Applications as a file, the names and phones masked unless a reason was written; they only go out. */
export const applicationSheet = bindSheet<Row>({
  spec,
  permissions: { export: 'hall.read' },
  count: (tx, context) => countApplications(tx, narrowed(tx, context)),
  list: async (tx, context, after, size) => {
    const found = await listApplicationsAfter(tx, narrowed(tx, context), after, size)
    const names = await regionNames(
      tx,
      found.flatMap((one) => one.regionCode ?? []),
    )
    const rows: Row[] = []
    for (const one of found) rows.push(await rowOf(tx, one, names, context.reveal))
    return { rows, next: found.length === size ? (found.at(-1)?.id ?? null) : null }
  },
})

const narrowed = (tx: Tx, { filter, actor }: ExportContext) => filterOf(filter, actor, businessDate(tx.now))

async function rowOf(tx: Tx, one: Application, names: ReadonlyMap<string, string>, whole: boolean): Promise<Row> {
  const answers = await answersInWords(tx, one)
  return {
    number: one.number,
    service: one.serviceName,
    applicant: whole ? one.applicantName : maskName(one.applicantName),
    phone: whole ? one.phone : maskPhone(one.phone),
    region: one.regionCode ? (names.get(one.regionCode) ?? one.regionCode) : null,
    state: one.state,
    submittedAt: one.submittedAt.toISOString(),
    dueOn: one.dueOn,
    handler: one.assignedName,
    closedAt: one.closedAt?.toISOString() ?? null,
    reason: one.reason,
    score: one.score,
    answers: answers
      .filter((answer) => answer.text !== '')
      .map((answer) => `${answer.label}：${answer.text}`)
      .join('；'),
  }
}
