import { useParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { useTableQuery } from '../shared/use-table-state.ts'
import { ApplicationDrawer } from './application-drawer.tsx'
import { applicationStates, applications, services } from './hall-shapes.ts'
import { locale } from './locale.ts'
import './hall.css'

/** The inbox of the hall: what people applied for, the newest first. */
export default function ApplicationsPage() {
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  const shown = useTableQuery()
  const all = useApi(services.listServices, { query: { size: 200 } }).data?.items ?? []
  return (
    <Page title={t.title} intro={t.intro}>
      <ResourceTable
        name="hall-applications"
        list={applications.list}
        rowKey={(row) => row.id}
        rowLink={(row) => `/hall/applications/${row.id}`}
        search={t.search}
        tools={<ExportButton kind="applications" query={shown} personal />}
        empty={{ title: t.none, hint: t.noneHint }}
        filters={[
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(applicationStates, pick) },
          {
            key: 'service',
            label: t.service,
            kind: 'select',
            options: all.map((one) => ({ value: one.id, label: pick({ zh: one.name, en: one.nameEn }) })),
          },
          { key: 'mine', label: t.handler, kind: 'select', options: [{ value: 'true', label: t.onlyMine }] },
          { key: 'overdue', label: t.deadline, kind: 'select', options: [{ value: 'true', label: t.onlyOverdue }] },
          { key: 'period', label: t.period, kind: 'days', from: 'from', to: 'to' },
        ]}
        columns={[
          { key: 'service', title: t.service, render: (row) => row.serviceName, phone: 'title' },
          {
            key: 'number',
            title: t.number,
            render: (row) => <span className="figures">{row.number}</span>,
            sort: true,
            width: 150,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <StatusTag status={applicationStates[row.state]} />,
            sort: true,
            width: 100,
            phone: 'status',
          },
          { key: 'applicant', title: t.applicant, render: (row) => row.applicant, width: 110 },
          { key: 'region', title: t.region, render: (row) => row.regionName },
          { key: 'handler', title: t.handler, render: (row) => row.assignedName, width: 110 },
          {
            key: 'dueOn',
            title: t.dueOn,
            render: (row) =>
              row.dueOn && (
                <span className={row.overdue ? 'hall-overdue' : undefined}>
                  <DateText value={row.dueOn} /> {row.overdue && t.overdue}
                </span>
              ),
            sort: true,
            width: 150,
          },
          {
            key: 'submittedAt',
            title: t.submittedAt,
            render: (row) => <DateText value={row.submittedAt} time />,
            sort: true,
            width: 170,
          },
        ]}
      />
      {id && <ApplicationDrawer id={id} />}
    </Page>
  )
}
