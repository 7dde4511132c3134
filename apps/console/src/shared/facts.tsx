import { Fragment, type ReactNode } from 'react'
import { useText } from './locale.ts'

export interface Fact {
  label: string
  value: ReactNode
  /** takes the whole line */
  wide?: boolean
}

/** Label and value, one or two columns; an empty value says so. */
export function Facts({ items, columns = 1 }: { items: readonly (Fact | false | undefined)[]; columns?: 1 | 2 }) {
  const t = useText()
  return (
    <dl className={`facts facts-${columns}`}>
      {items.map((item) =>
        item ? (
          <Fragment key={item.label}>
            <div className={item.wide ? 'fact fact-wide' : 'fact'}>
              <dt>{item.label}</dt>
              <dd>{isBlank(item.value) ? <span className="quiet">{t.notFilled}</span> : item.value}</dd>
            </div>
          </Fragment>
        ) : null,
      )}
    </dl>
  )
}

const isBlank = (value: ReactNode): boolean => value === null || value === undefined || value === ''
