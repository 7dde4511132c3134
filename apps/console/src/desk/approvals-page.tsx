import { deskContract } from '@xianghui/server/contract/desk'
import { DateText } from '../shared/date-text.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { approvalStates } from './approval-states.ts'
import { locale } from './locale.ts'

/** What waits for a decision; without a filter, what waits for this person. */
export default function ApprovalsPage() {
  const t = useText(locale)
  const pick = usePick()
  return (
    <Page title={t.approvals} intro={t.approvalsIntro}>
      <ResourceTable
        name="approvals"
        list={deskContract.listApprovals}
        rowKey={(row) => row.id}
        rowLink={(row) => `/approvals/${row.id}`}
        search={t.approvalSearch}
        columns={[
          { key: 'title', title: t.subject, phone: 'title', render: (row) => row.title },
          { key: 'flow', title: t.flow, render: (row) => row.flowName },
          { key: 'step', title: t.step, render: (row) => pick({ zh: row.stepName, en: row.stepNameEn }) },
          {
            key: 'state',
            title: t.state,
            phone: 'status',
            render: (row) => <StatusTag status={approvalStates[row.state]} />,
          },
          { key: 'askedBy', title: t.askedBy, render: (row) => row.askedByName },
          { key: 'askedAt', title: t.askedAt, render: (row) => <DateText value={row.askedAt} /> },
        ]}
        filters={[
          {
            key: 'view',
            label: t.views.decide,
            kind: 'select',
            options: (['decide', 'asked', 'all'] as const).map((value) => ({ value, label: t.views[value] })),
          },
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(approvalStates, pick) },
        ]}
        empty={{ title: t.noApprovals, hint: t.noApprovalsHint }}
      />
    </Page>
  )
}
