import { frameLocale } from '../locale/frame.ts'
import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useMe } from '../shared/me.ts'
import { Page } from '../shared/page.tsx'
import { NewPasswordForm } from '../sign-in/new-password-form.tsx'
import { OwnFactor } from './own-factor.tsx'
import { OwnSessions } from './own-sessions.tsx'

export default function AccountPage() {
  const words = useText(frameLocale)
  const pick = usePick()
  const me = useMe()
  return (
    <Page title={words.myAccount} intro={words.accountIntro}>
      <section className="panel">
        <Facts
          columns={2}
          items={[
            { label: words.name, value: me.name },
            { label: words.roles, value: me.roles.map(pick).join('、') },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{words.changePassword}</h2>
        <NewPasswordForm />
      </section>
      <OwnFactor />
      <OwnSessions />
    </Page>
  )
}
