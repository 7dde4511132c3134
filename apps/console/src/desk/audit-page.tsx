import { type AuditAct, deskContract } from '@xianghui/server/contract/desk'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import './desk.css'
import { DateText } from '../shared/date-text.tsx'
import { DiffView } from '../shared/diff-view.tsx'
import { Facts } from '../shared/facts.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { useAct } from '../shared/use-act.ts'
import { fieldWords } from './field-words.ts'
import { locale } from './locale.ts'

type Verified = { acts: number; faults: { seq: string | null; auditId: string; problem: keyof Problems }[] }
type Problems = Record<'content_changed' | 'link_broken' | 'act_missing' | 'act_unsealed', string>

/** The ledger of acts: who, what, when, before and after. */
export default function AuditPage() {
  const t = useText(locale)
  const [result, setResult] = useState<Verified>()
  const verify = useAct(deskContract.verifyAudit, { onDone: (reply) => setResult(reply) })
  return (
    <Page
      title={t.audit}
      intro={t.auditIntro}
      act={
        <Button loading={verify.running} onClick={() => void verify.act()}>
          {t.verify}
        </Button>
      }
    >
      {result && <Result result={result} />}
      <ResourceTable
        name="audit"
        list={deskContract.listAudit}
        rowKey={(row) => row.id}
        search={t.auditSearch}
        columns={[
          { key: 'summary', title: t.what, phone: 'title', render: (row) => row.summary },
          { key: 'actorName', title: t.actor, render: (row) => row.actorName },
          { key: 'at', title: t.at, render: (row) => <DateText value={row.at} /> },
          { key: 'kind', title: t.subjectKind, render: (row) => <Kind kind={row.subjectKind} /> },
          { key: 'ip', title: t.ip, off: true, render: (row) => row.ip ?? '' },
          { key: 'detail', title: t.detail, render: (row) => <Detail row={row} /> },
        ]}
        filters={[
          { key: 'actor', label: t.actor, kind: 'text' },
          { key: 'days', label: t.days, kind: 'days', from: 'from', to: 'to' },
          {
            key: 'subjectKind',
            label: t.subjectKind,
            kind: 'select',
            options: Object.entries(t.kinds)
              .filter(([value]) => value !== 'other')
              .map(([value, label]) => ({ value, label })),
          },
        ]}
        empty={{ title: t.noAudit }}
      />
    </Page>
  )
}

function Kind({ kind }: { kind: string }) {
  const names: Readonly<Record<string, string>> = useText(locale).kinds
  return names[kind] ?? names.other
}

function Detail({ row }: { row: AuditAct }) {
  const t = useText(locale)
  return (
    <FormModal title={row.summary} width={860} trigger={<Button size="small">{t.look}</Button>}>
      {() => <Act row={row} />}
    </FormModal>
  )
}

function Act({ row }: { row: AuditAct }) {
  const t = useText(locale)
  const pick = usePick()
  const labels = Object.fromEntries(Object.entries(fieldWords).map(([key, words]) => [key, pick(words)]))
  return (
    <>
      <Facts
        columns={2}
        items={[
          row.reason !== null && { label: t.reason, value: row.reason, wide: true },
          { label: t.ip, value: row.ip ?? '—' },
          { label: t.seq, value: row.seq ?? t.notSealed },
          { label: t.requestId, value: row.requestId ?? '—', wide: true },
        ]}
      />
      {(row.before !== null || row.after !== null) && (
        <DiffView before={row.before} after={row.after} labels={labels} />
      )}
    </>
  )
}

function Result({ result }: { result: Verified }) {
  const t = useText(locale)
  if (result.faults.length === 0) return <Alert className="notice-bar" type="success" title={t.verified(result.acts)} />
  return (
    <Alert
      className="notice-bar"
      type="error"
      title={t.verifyFaults(result.faults.length)}
      description={
        <ul>
          {result.faults.slice(0, 20).map((fault) => (
            <li key={`${fault.seq}${fault.auditId}${fault.problem}`}>
              {t.faultLine(fault.seq ?? '—', t.problems[fault.problem])}
            </li>
          ))}
        </ul>
      }
    />
  )
}
