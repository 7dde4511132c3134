import { useEffect } from 'react'
import { frameLocale } from '../locale/frame.ts'
import { useText } from '../shared/locale.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { SignInShell } from './sign-in-shell.tsx'

/** A password set by somebody else is changed before anything else is shown. */
export function ForcedPassword() {
  const words = useText(frameLocale)
  useEffect(() => {
    document.title = `${words.forcedTitle} · ${words.product}`
  }, [words])
  return (
    <SignInShell title={words.forcedTitle} intro={words.forcedIntro}>
      <NewPasswordForm forced />
    </SignInShell>
  )
}
