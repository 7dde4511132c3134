import { type ReactNode, useEffect, useRef } from 'react'
import { LanguageSwitch } from '../frame/language-switch.tsx'
import { OfflineNotice } from '../frame/offline-notice.tsx'
import { frameLocale } from '../locale/frame.ts'
import gorge from '../shared/art/gorge.svg'
import logo from '../shared/art/logo.svg'
import { useText } from '../shared/locale.ts'

/** The quiet page around sign-in: the gorge, the name, one task. Each step moves the focus to its heading. */
export function SignInShell({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  const words = useText(frameLocale)
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  useEffect(() => {
    if (!first.current && title) heading.current?.focus()
    first.current = false
  }, [title])
  return (
    <div className="sign-in">
      <header className="sign-in-top no-print">
        <a href="/" className="brand brand-light">
          <img src={logo} alt="" width={36} height={36} />
          <span>{words.product}</span>
        </a>
        <span className="quiet product-line">{words.productLine}</span>
        <LanguageSwitch />
      </header>
      <OfflineNotice />
      <main className="sign-in-card">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {intro && <p className="page-intro">{intro}</p>}
        {children}
      </main>
      <img src={gorge} alt="" className="sign-in-art no-print" />
    </div>
  )
}
