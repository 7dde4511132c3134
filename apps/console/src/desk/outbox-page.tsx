import { deskContract, type Outgoing } from '@xianghui/server/contract/desk'
import { DateText } from '../shared/date-text.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { messageStates } from './approval-states.ts'
import { locale } from './locale.ts'

/** What left the house, or would have: the embedded default keeps codes here instead of sending them. */
export default function OutboxPage() {
  const t = useText(locale)
  const pick = usePick()
  return (
    <Page title={t.outbox} intro={t.outboxIntro}>
      <ResourceTable
        name="outgoing"
        list={deskContract.listOutgoing}
        rowKey={(row) => row.id}
        columns={[
          { key: 'recipient', title: t.recipient, phone: 'title', render: (row) => row.recipientMasked },
          { key: 'channel', title: t.channel, render: (row) => t.channels[row.channel] },
          { key: 'body', title: t.text, render: (row) => <Body row={row} /> },
          {
            key: 'state',
            title: t.state,
            phone: 'status',
            render: (row) => <StatusTag status={messageStates[row.state]} />,
          },
          { key: 'createdAt', title: t.createdAt, render: (row) => <DateText value={row.createdAt} /> },
          { key: 'expiresAt', title: t.expiresAt, render: (row) => <DateText value={row.expiresAt} /> },
          { key: 'attempts', title: t.attempts, off: true, render: (row) => row.attempts },
          { key: 'error', title: t.error, off: true, render: (row) => row.error ?? '' },
        ]}
        filters={[
          {
            key: 'channel',
            label: t.channel,
            kind: 'select',
            options: (['sms', 'mail'] as const).map((value) => ({ value, label: t.channels[value] })),
          },
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(messageStates, pick) },
        ]}
        empty={{ title: t.noMessages, hint: t.noMessagesHint }}
      />
    </Page>
  )
}

function Body({ row }: { row: Outgoing }) {
  const t = useText(locale)
  if (row.body === '') return <span className="quiet">{t.cleared}</span>
  return (
    <>
      {row.subject && <strong>{row.subject}　</strong>}
      {row.body}
    </>
  )
}
