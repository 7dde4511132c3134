import { type Correction, contentContract } from '@xianghui/server/contract/content'
import { Button } from 'antd'
import { call } from '../shared/api.ts'
import { Can } from '../shared/can.tsx'
import { DateText } from '../shared/date-text.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { MaskedText } from '../shared/masked-text.tsx'
import { Page } from '../shared/page.tsx'
import { ResourceForm } from '../shared/resource-form.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { correctionStates } from './article-shapes.ts'
import { locale } from './locale.ts'

/** What readers report as wrong on the site. */
export default function CorrectionsPage() {
  const t = useText(locale)
  const pick = usePick()
  return (
    <Page title={t.corrections} intro={t.correctionsIntro}>
      <ResourceTable
        name="corrections"
        list={contentContract.listCorrections}
        rowKey={(row) => row.id}
        search={t.correctionSearch}
        columns={[
          { key: 'words', title: t.words, phone: 'title', render: (row) => row.words },
          {
            key: 'page',
            title: t.page,
            render: (row) => (
              <a href={row.pagePath} target="_blank" rel="noreferrer">
                {row.pagePath}
              </a>
            ),
          },
          { key: 'contact', title: t.contact, render: (row) => <Contact row={row} /> },
          {
            key: 'state',
            title: t.state,
            phone: 'status',
            render: (row) => <StatusTag status={correctionStates[row.state]} />,
          },
          { key: 'createdAt', title: t.reportedAt, render: (row) => <DateText value={row.createdAt} /> },
          { key: 'answer', title: t.answer, render: (row) => <Answer row={row} /> },
        ]}
        filters={[{ key: 'state', label: t.state, kind: 'select', options: optionsOf(correctionStates, pick) }]}
        empty={{ title: t.noCorrections, hint: t.noCorrectionsHint }}
      />
    </Page>
  )
}

function Contact({ row }: { row: Correction }) {
  const t = useText(locale)
  if (row.contactMasked === null) return <span className="quiet">{t.noContact}</span>
  return (
    <MaskedText
      masked={row.contactMasked}
      reveal={async (reason) =>
        (await call(contentContract.revealContact, { params: { id: row.id }, body: { reason } })).contact ?? ''
      }
    />
  )
}

function Answer({ row }: { row: Correction }) {
  const t = useText(locale)
  const act = useAct(contentContract.handleCorrection, { done: t.handled, quiet: true })
  if (row.state !== 'open')
    return (
      <>
        {row.answer} <span className="quiet">{row.handledByName}</span>
      </>
    )
  return (
    <Can permission="content.write">
      <FormModal title={t.handle} trigger={<Button size="small">{t.handle}</Button>}>
        {(close) => (
          <ResourceForm<{ state: 'mended' | 'declined'; answer: string }>
            name={`correction:${row.id}`}
            schema={contentContract.handleCorrection.body}
            initial={{ state: 'mended' }}
            fields={[
              { key: 'words', label: t.words, kind: 'heading', why: row.words },
              {
                key: 'state',
                label: t.result,
                kind: 'radio',
                options: [
                  { value: 'mended', label: t.mended },
                  { value: 'declined', label: t.declined },
                ],
              },
              { key: 'answer', label: t.answer, kind: 'textarea', required: true },
            ]}
            onSubmit={(body) => act.actOrThrow({ params: { id: row.id }, body })}
            onDone={close}
          />
        )}
      </FormModal>
    </Can>
  )
}
