import { CheckOutlined } from '@ant-design/icons'
import { organisationContract } from '@xianghui/server/contract/organisation'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { useIsPhone } from '../shared/use-media.ts'
import { locale } from './locale.ts'
import type { Matrix } from './shapes.ts'
import './organisation.css'

/** Roles × permissions. */
export default function RolesPage() {
  const t = useText(locale)
  const phone = useIsPhone()
  const query = useApi(organisationContract.roleMatrix, {}, { staleMs: 600_000 })
  return (
    <Page title={t.rolesTitle} intro={t.rolesIntro}>
      <QueryView query={query}>
        {(matrix) => (phone ? <RoleCards matrix={matrix} /> : <RoleTable matrix={matrix} />)}
      </QueryView>
    </Page>
  )
}

function RoleTable({ matrix }: { matrix: Matrix }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="panel role-scroll" tabIndex={0} aria-label={t.rolesTitle}>
      <table className="role-table">
        <thead>
          <tr>
            <th scope="col">{t.permission}</th>
            {matrix.roles.map((role) => (
              <th key={role.key} scope="col">
                {pick(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.permissions.map((permission) => (
            <tr key={permission.key}>
              <th scope="row">{pick(permission)}</th>
              {matrix.roles.map((role) => (
                <td key={role.key}>
                  {role.permissions.includes(permission.key) && <CheckOutlined aria-label={t.yes} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RoleCards({ matrix }: { matrix: Matrix }) {
  const pick = usePick()
  const words = new Map(matrix.permissions.map((one) => [one.key, pick(one)]))
  return matrix.roles.map((role) => (
    <section key={role.key} className="panel">
      <h2>{pick(role)}</h2>
      <p className="quiet">{role.note}</p>
      <p>{role.permissions.map((key) => words.get(key)).join('、')}</p>
    </section>
  ))
}
