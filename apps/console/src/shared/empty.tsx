import { Typography } from 'antd'
import type { ReactNode } from 'react'
import error from './art/error.svg'
import nothingFound from './art/nothing-found.svg'
import nothingYet from './art/nothing-yet.svg'
import offline from './art/offline.svg'

const arts = { 'nothing-yet': nothingYet, 'nothing-found': nothingFound, error, offline }

export interface EmptyProps {
  art?: keyof typeof arts
  title: string
  hint?: ReactNode
  /** the button that does what the hint says */
  act?: ReactNode
}

/** A page or list with nothing to show: a small thing that grows, one sentence, what to do first. */
export function Empty({ art = 'nothing-yet', title, hint, act }: EmptyProps) {
  return (
    <div className="empty">
      <img src={arts[art]} alt="" width={180} height={120} />
      <p className="empty-title">{title}</p>
      {hint && <Typography.Text type="secondary">{hint}</Typography.Text>}
      {act && <div className="empty-act">{act}</div>}
    </div>
  )
}
