import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { dateWords } from './date-words.ts'
import { currentLocale, useText } from './locale.ts'
import { useMe } from './me.ts'
import { useNow } from './use-now.ts'

export interface PrintFrameProps {
  title: string
  subtitle?: ReactNode
  /** at the foot of the sheet, before who printed it and when */
  footer?: ReactNode
  landscape?: boolean
  children: ReactNode
}

/** An A4 sheet: on the screen as paper, on paper without the frame of the console. */
export function PrintFrame({ title, subtitle, footer, landscape, children }: PrintFrameProps) {
  const me = useMe()
  const now = useNow()
  return (
    <article className={landscape ? 'sheet sheet-landscape' : 'sheet'}>
      <header>
        <h2>{title}</h2>
        {subtitle && <p>{subtitle}</p>}
      </header>
      <div className="sheet-body">{children}</div>
      <footer>
        <span>{footer}</span>
        <span className="figures">
          {me.name} {dateWords(now.toISOString(), currentLocale())}
        </span>
      </footer>
    </article>
  )
}

/** Prints the page as it stands. */
export function PrintButton() {
  const t = useText()
  return (
    <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
      {t.print}
    </Button>
  )
}
