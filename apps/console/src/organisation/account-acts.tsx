import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { grantsOf, useRoleFields } from './account-form.tsx'
import { locale } from './locale.ts'
import type { Account } from './shapes.ts'
import { TemporaryPassword } from './temporary-password.tsx'

/** What an administrator does with one account; each act asks for a reason. */
export function AccountActs({ account }: { account: Account }) {
  const t = useText(locale)
  return (
    <FormModal
      title={`${account.personName}（${account.username}）`}
      trigger={<Button size="small">{t.changeRoles}</Button>}
    >
      {(close) => (
        <>
          <ChangeRoles account={account} close={close} />
          <SignInActs account={account} />
        </>
      )}
    </FormModal>
  )
}

function ChangeRoles({ account, close }: { account: Account; close: () => void }) {
  const t = useText(locale)
  const { fields, initial } = useRoleFields(account)
  const change = useAct(organisationContract.setGrants, { done: t.rolesChanged, quiet: true })
  return (
    <ResourceForm<{ roles: string[]; stations: string[]; reason: string }>
      name={`account-roles:${account.id}`}
      draft={false}
      submit={t.changeRoles}
      fields={[...fields, { key: 'reason', label: t.reason, kind: 'text', required: true, max: 300 }]}
      initial={initial}
      onSubmit={({ reason, ...choice }) =>
        change.actOrThrow({ params: { id: account.id }, body: { grants: grantsOf(choice), reason } })
      }
      onDone={close}
      onCancel={close}
    />
  )
}

function SignInActs({ account }: { account: Account }) {
  const t = useText(locale)
  const params = { id: account.id }
  const [password, setPassword] = useState<string>()
  const disable = useAct(organisationContract.disableAccount, { done: t.disabled, quiet: true })
  const enable = useAct(organisationContract.enableAccount, { done: t.enabled, quiet: true })
  const reset = useAct(organisationContract.resetPassword, { quiet: true })
  const resetFactor = useAct(organisationContract.resetSecondFactor, { done: t.factorReset, quiet: true })
  return (
    <div className="form-acts organisation-section">
      <ConfirmButton
        ask={t.resetPasswordAsk}
        reason={t.reason}
        onConfirm={async (reason) =>
          setPassword((await reset.actOrThrow({ params, body: { reason } })).temporaryPassword)
        }
      >
        {t.resetPassword}
      </ConfirmButton>
      {account.secondFactor && (
        <ConfirmButton
          ask={t.resetFactorAsk}
          reason={t.reason}
          onConfirm={(reason) => resetFactor.actOrThrow({ params, body: { reason } })}
        >
          {t.resetFactor}
        </ConfirmButton>
      )}
      {account.state === 'active' ? (
        <ConfirmButton
          danger
          ask={t.disableAsk}
          reason={t.reason}
          onConfirm={(reason) => disable.actOrThrow({ params, body: { reason } })}
        >
          {t.disable}
        </ConfirmButton>
      ) : (
        <ConfirmButton
          ask={t.enableAsk}
          reason={t.reason}
          onConfirm={(reason) => enable.actOrThrow({ params, body: { reason } })}
        >
          {t.enable}
        </ConfirmButton>
      )}
      <Modal open={password !== undefined} footer={null} onCancel={() => setPassword(undefined)} destroyOnHidden>
        {password && <TemporaryPassword password={password} onKnown={() => setPassword(undefined)} />}
      </Modal>
    </div>
  )
}
