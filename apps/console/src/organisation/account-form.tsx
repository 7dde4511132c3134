import type { BodyOf } from '@xianghui/kit/contract'
import { organisationContract } from '@xianghui/server/contract/organisation'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { FormDrawer } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { StationPicker } from '../shared/station-picker.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import type { Account, Grant } from './shapes.ts'
import { TemporaryPassword } from './temporary-password.tsx'

interface RoleChoice {
  roles: string[]
  /** stations for which the person is keeper */
  stations: string[]
}

const keeper = 'keeper'

/** Roles for the whole centre and the stations a keeper keeps, as two fields of a form. */
export function useRoleFields(account?: Account): { fields: FormField[]; initial: RoleChoice } {
  const t = useText(locale)
  const pick = usePick()
  const matrix = useApi(organisationContract.roleMatrix, {}, { staleMs: 600_000 })
  const wide = (matrix.data?.roles ?? []).filter((role) => !role.stationScoped)
  const held = account?.grants ?? []
  const atStations = held.filter((grant) => grant.stationId !== '0')
  const known = atStations.map((grant) => ({ value: grant.stationId, label: grant.stationName ?? '' }))
  return {
    fields: [
      {
        key: 'roles',
        label: t.roles,
        kind: 'multi',
        options: wide.map((role) => ({ value: role.key, label: pick(role), note: role.note })),
      },
      {
        key: 'stations',
        label: t.keeperStations,
        why: t.stationRolesWhy,
        kind: 'node',
        render: ({ id, value, onChange }) => (
          <StationPicker
            {...(id ? { id } : {})}
            multiple
            known={known}
            value={Array.isArray(value) ? value : []}
            onChange={(chosen) => onChange?.(chosen ?? [])}
          />
        ),
      },
    ],
    initial: {
      roles: held.filter((grant) => grant.stationId === '0').map((grant) => grant.role),
      stations: atStations.map((grant) => grant.stationId),
    },
  }
}

export const grantsOf = ({ roles, stations }: Partial<RoleChoice>): Grant[] => [
  ...(roles ?? []).map((role) => ({ role, stationId: '0' })),
  ...(stations ?? []).map((stationId) => ({ role: keeper, stationId })),
]

type NewBody = Omit<BodyOf<typeof organisationContract.openAccount>, 'grants'> & RoleChoice

export function NewAccount() {
  const t = useText(locale)
  const navigate = useNavigate()
  const [password, setPassword] = useState<string>()
  const temporary = useRef('')
  const { fields } = useRoleFields()
  const open = useAct(organisationContract.openAccount, { quiet: true })
  const close = () => navigate('/accounts')
  return (
    <FormDrawer title={t.openAccount} closeTo="/accounts">
      {password ? (
        <TemporaryPassword password={password} onKnown={close} />
      ) : (
        <ResourceForm<NewBody>
          name="account:new"
          submit={t.openAccount}
          fields={[
            { key: 'personId', label: t.person, kind: 'person', required: true },
            { key: 'username', label: t.username, why: t.usernameWhy, kind: 'text', required: true, max: 32 },
            { key: 'phone', label: t.loginPhone, why: t.loginPhoneWhy, kind: 'text', max: 20 },
            ...fields,
          ]}
          onSubmit={async ({ personId, username, phone, ...choice }) => {
            const body = { personId, username, phone: phone || null, grants: grantsOf(choice) }
            temporary.current = (await open.actOrThrow({ body })).temporaryPassword
          }}
          onDone={() => setPassword(temporary.current)}
          onCancel={close}
        />
      )}
    </FormDrawer>
  )
}
