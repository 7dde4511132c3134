import { type ReactNode, useEffect } from 'react'
import { LinkButton } from './link-button.tsx'
import { useText } from './locale.ts'

export interface PageProps {
  title: string
  /** one line: what this page is for */
  intro?: string
  /** the main act, at the right */
  act?: ReactNode
  /** address of the page above */
  back?: string
  children: ReactNode
}

/** The shell of every page: heading, its one line, the main act. */
export function Page({ title, intro, act, back, children }: PageProps) {
  const t = useText()
  useEffect(() => {
    document.title = `${title} · ${t.console}`
  }, [title, t])
  return (
    <div className="page">
      <header className="page-head">
        <div>
          {back && (
            <LinkButton to={back} type="link" size="small" className="page-back">
              ‹ {t.back}
            </LinkButton>
          )}
          <h1 tabIndex={-1}>{title}</h1>
          {intro && <p className="page-intro">{intro}</p>}
        </div>
        {act && <div className="page-act no-print">{act}</div>}
      </header>
      {children}
    </div>
  )
}
