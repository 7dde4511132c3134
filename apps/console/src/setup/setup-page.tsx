import { setupContract } from '@xianghui/server/contract/setup'
import { Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Empty } from '../shared/empty.tsx'
import { useText } from '../shared/locale.ts'
import { Problem } from '../shared/query-view.tsx'
import { useAct } from '../shared/use-act.ts'
import { SignInShell } from '../sign-in/sign-in-shell.tsx'
import { locale } from './locale.ts'
import './setup.css'
import { SetupWizard } from './setup-wizard.tsx'

/** The one-time link: a good one opens the wizard, any other says what to do. */
export default function SetupPage() {
  const t = useText(locale)
  const [params] = useSearchParams()
  const token = params.get('token') ?? ''
  const check = useCheck(token)
  useEffect(() => {
    document.title = t.title
  }, [t])
  const state = token.length < 20 ? 'invalid' : check.reply?.state
  if (state === 'open' && check.reply?.known)
    return (
      <SignInShell title={t.title} intro={t.intro}>
        <SetupWizard token={token} known={check.reply.known} noticeVersion={check.reply.noticeVersion} />
      </SignInShell>
    )
  return (
    <SignInShell title={t.title}>
      {check.problem && <Problem problem={check.problem} retry={check.again} />}
      {!check.problem && state === undefined && <Skeleton active title={false} aria-label={t.checking} />}
      {state === 'done' && (
        <Empty title={t.doneTitle} hint={t.doneHint} act={<a href="/console/sign-in">{t.signIn}</a>} />
      )}
      {state === 'invalid' && <Empty art="nothing-found" title={t.invalidTitle} hint={t.invalid} />}
    </SignInShell>
  )
}

/** Asks once for this link; a later answer of the same page would void what was typed. */
function useCheck(token: string) {
  const asked = useRef(false)
  const check = useAct(setupContract.setupState, { quiet: true })
  const [reply, setReply] = useState<Awaited<ReturnType<typeof check.act>>>()
  const again = () => void check.act({ body: { token } }).then(setReply)
  useEffect(() => {
    if (asked.current || token.length < 20) return
    asked.current = true
    again()
  })
  return { reply, problem: check.problem, again }
}
