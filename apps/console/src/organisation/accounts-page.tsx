import { organisationContract } from '@xianghui/server/contract/organisation'
import { useParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { AccountActs } from './account-acts.tsx'
import { NewAccount } from './account-form.tsx'
import { locale } from './locale.ts'
import { type Account, accountStates } from './shapes.ts'

/** Accounts, their roles and what an administrator does with them. */
export default function AccountsPage() {
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  const matrix = useApi(organisationContract.roleMatrix, {}, { staleMs: 600_000 })
  const names = new Map((matrix.data?.roles ?? []).map((role) => [role.key, pick(role)]))
  return (
    <Page
      title={t.accounts}
      intro={t.accountsIntro}
      act={
        <span className="form-acts">
          <LinkButton to="/roles">{t.roleMatrix}</LinkButton>
          <LinkButton to="/accounts/new" type="primary">
            {t.openAccount}
          </LinkButton>
        </span>
      }
    >
      <ResourceTable
        name="accounts"
        list={organisationContract.listAccounts}
        rowKey={(row) => row.id}
        search={t.accountSearch}
        empty={{ title: t.noAccounts, hint: t.noAccountsHint }}
        filters={[
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(accountStates, pick) },
          {
            key: 'role',
            label: t.roles,
            kind: 'select',
            options: [...names].map(([value, label]) => ({ value, label })),
          },
        ]}
        columns={[
          { key: 'personName', title: t.name, render: (row) => row.personName, phone: 'title', width: 110 },
          { key: 'username', title: t.username, render: (row) => row.username, width: 140 },
          { key: 'roles', title: t.roles, render: (row) => <Roles account={row} names={names} /> },
          {
            key: 'secondFactor',
            title: t.secondFactor,
            render: (row) => (row.secondFactor ? t.bound : <span className="quiet">{t.notBound}</span>),
            width: 110,
          },
          {
            key: 'lastSignInAt',
            title: t.lastSignIn,
            render: (row) =>
              row.lastSignInAt ? <DateText value={row.lastSignInAt} /> : <span className="quiet">{t.never}</span>,
            width: 140,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <StatusTag status={accountStates[row.state]} />,
            width: 90,
            phone: 'status',
          },
          { key: 'acts', title: '', render: (row) => <AccountActs account={row} />, width: 220 },
        ]}
      />
      {id === 'new' && <NewAccount />}
    </Page>
  )
}

function Roles({ account, names }: { account: Account; names: ReadonlyMap<string, string> }) {
  return account.grants
    .map(({ role, stationName }) => `${names.get(role) ?? ''}${stationName ? `（${stationName}）` : ''}`)
    .join('、')
}
