import { Alert, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { frameLocale } from '../locale/frame.ts'
import { queryClient } from '../query-client.ts'
import { useText } from '../shared/locale.ts'
import { BindSecondFactor } from './bind-second-factor.tsx'
import { PasswordForm } from './password-form.tsx'
import { PhoneForm } from './phone-form.tsx'
import { safeBack } from './safe-back.ts'
import { SecondFactorForm } from './second-factor-form.tsx'
import { SignInShell } from './sign-in-shell.tsx'

export type Next = 'done' | 'second-factor' | 'bind-second-factor'
type Step = 'start' | 'recovery' | Exclude<Next, 'done'>

/** Signing in: password or phone code, then a second factor where the role needs one, then back to where one was. */
export function SignInPage() {
  const words = useText(frameLocale)
  const navigate = useNavigate()
  const { state } = useLocation()
  const [params] = useSearchParams()
  const [step, setStep] = useState<Step>('start')
  useEffect(() => {
    document.title = `${words.signIn} · ${words.product}`
  }, [words])
  const finish = () => {
    queryClient.clear()
    navigate(safeBack(params.get('back')), { replace: true })
  }
  const onNext = (next: Next) => (next === 'done' ? finish() : setStep(next))

  if (step === 'second-factor') {
    return (
      <SignInShell title={words.secondFactor} intro={words.secondFactorIntro}>
        <SecondFactorForm onNext={onNext} onBack={() => setStep('start')} />
      </SignInShell>
    )
  }
  if (step === 'bind-second-factor' || step === 'recovery') {
    const codes = step === 'recovery'
    return (
      <SignInShell title={codes ? words.recoverySheet : words.bind} intro={codes ? undefined : words.bindIntro}>
        <BindSecondFactor onDone={finish} onCodes={() => setStep('recovery')} />
      </SignInShell>
    )
  }
  return (
    <SignInShell title={words.signIn} intro={words.signInIntro}>
      {isOver(state) && <Alert type="info" showIcon title={words.sessionOver} className="sign-in-over" />}
      <Tabs
        items={[
          { key: 'password', label: words.byPassword, children: <PasswordForm onNext={onNext} /> },
          { key: 'phone', label: words.byPhone, children: <PhoneForm onNext={onNext} /> },
        ]}
      />
    </SignInShell>
  )
}

const isOver = (state: unknown): boolean => typeof state === 'object' && state !== null && 'over' in state
