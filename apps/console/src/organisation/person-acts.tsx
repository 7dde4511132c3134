import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button } from 'antd'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import { EditPerson } from './person-form.tsx'
import type { Person } from './shapes.ts'

export function PersonActs({ person }: { person: Person }) {
  const t = useText(locale)
  const { id, version } = person
  const rejoin = useAct(organisationContract.rejoinPerson, { done: t.rejoined, quiet: true })
  return (
    <div className="drawer-row">
      <FormModal title={t.edit} trigger={<Button>{t.edit}</Button>}>
        {(close) => <EditPerson person={person} close={close} />}
      </FormModal>
      {person.state === 'active' ? (
        <Leave person={person} />
      ) : (
        <ConfirmButton ask={t.rejoinAsk} onConfirm={() => rejoin.actOrThrow({ params: { id }, body: { version } })}>
          {t.rejoin}
        </ConfirmButton>
      )}
    </div>
  )
}

function Leave({ person }: { person: Person }) {
  const t = useText(locale)
  const leave = useAct(organisationContract.leavePerson, { done: t.leftDone, quiet: true })
  return (
    <FormModal title={t.leave} trigger={<Button danger>{t.leave}</Button>}>
      {(close) => (
        <ResourceForm<{ lastDay: string; reason: string }>
          name={`person-leave:${person.id}`}
          draft={false}
          submit={t.leave}
          fields={[
            { key: 'lastDay', label: t.lastDay, why: t.leaveWhy, kind: 'day', required: true },
            { key: 'reason', label: t.reason, kind: 'text', required: true, max: 300 },
          ]}
          onSubmit={(body) =>
            leave.actOrThrow({ params: { id: person.id }, body: { ...body, version: person.version } })
          }
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
