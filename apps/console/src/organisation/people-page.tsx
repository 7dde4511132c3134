import { organisationContract } from '@xianghui/server/contract/organisation'
import { useParams } from 'react-router'
import { Can } from '../shared/can.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { ImportButton } from '../shared/import-button.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useTableQuery } from '../shared/use-table-state.ts'
import { locale } from './locale.ts'
import { PersonDrawer } from './person-drawer.tsx'
import { NewPerson } from './person-form.tsx'
import { personStates } from './shapes.ts'

/** People on the books, personal data masked. */
export default function PeoplePage() {
  const shown = useTableQuery()
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  const add = (
    <Can permission="people.write">
      <LinkButton to="/people/new" type="primary">
        {t.addPerson}
      </LinkButton>
    </Can>
  )
  return (
    <Page title={t.people} intro={t.peopleIntro} act={add}>
      <ResourceTable
        name="people"
        list={organisationContract.listPeople}
        rowKey={(row) => row.id}
        rowLink={(row) => `/people/${row.id}`}
        search={t.personSearch}
        tools={
          <>
            <ImportButton kind="people" />
            <ExportButton kind="people" query={shown} personal />
          </>
        }
        empty={{ title: t.noPeople, hint: t.noPeopleHint, act: add }}
        filters={[{ key: 'state', label: t.state, kind: 'select', options: optionsOf(personStates, pick) }]}
        columns={[
          { key: 'name', title: t.name, render: (row) => row.name, sort: true, phone: 'title' },
          { key: 'badgeNo', title: t.badgeNo, render: (row) => row.badgeNo, width: 110 },
          { key: 'posts', title: t.posts, render: (row) => row.posts },
          {
            key: 'phone',
            title: t.phone,
            render: (row) => <span className="figures">{row.phone}</span>,
            width: 150,
          },
          {
            key: 'account',
            title: t.account,
            render: (row) => (row.accountId ? t.hasAccount : <span className="quiet">{t.noAccount}</span>),
            width: 100,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <StatusTag status={personStates[row.state]} />,
            width: 100,
            phone: 'status',
          },
          {
            key: 'citizenId',
            title: t.citizenId,
            render: (row) => <span className="figures">{row.citizenId}</span>,
            off: true,
          },
        ]}
      />
      {id === 'new' && <NewPerson />}
      {id && id !== 'new' && <PersonDrawer id={id} />}
    </Page>
  )
}
