import { useParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { EnquiryDrawer } from './enquiry-drawer.tsx'
import { enquiries, enquiryKindWords, enquiryStates, kindWord } from './hall-shapes.ts'
import { locale } from './locale.ts'
import './hall.css'

/** What people asked at the front desk of the site. */
export default function EnquiriesPage() {
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  return (
    <Page title={t.enquiries} intro={t.enquiriesIntro}>
      <ResourceTable
        name="hall-enquiries"
        list={enquiries.listEnquiries}
        rowKey={(row) => row.id}
        rowLink={(row) => `/hall/enquiries/${row.id}`}
        search={t.enquiriesSearch}
        empty={{ title: t.enquiriesNone, hint: t.enquiriesNoneHint }}
        filters={[
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(enquiryStates, pick) },
          { key: 'kind', label: t.kind, kind: 'select', options: optionsOf(enquiryKindWords, pick) },
        ]}
        columns={[
          {
            key: 'content',
            title: t.content,
            render: (row) => <span className="hall-line">{row.content}</span>,
            phone: 'title',
          },
          {
            key: 'number',
            title: t.number,
            render: (row) => <span className="figures">{row.number}</span>,
            width: 150,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <StatusTag status={enquiryStates[row.state]} />,
            width: 100,
            phone: 'status',
          },
          { key: 'kind', title: t.kind, render: (row) => pick(kindWord(row.kind)), width: 110 },
          { key: 'answeredBy', title: t.answeredBy, render: (row) => row.answeredByName, width: 110 },
          {
            key: 'createdAt',
            title: t.askedAt,
            render: (row) => <DateText value={row.createdAt} time />,
            sort: true,
            width: 170,
          },
        ]}
      />
      {id && <EnquiryDrawer id={id} />}
    </Page>
  )
}
