import type { ReactNode } from 'react'
import { DateText } from './date-text.tsx'
import { type Tone, toneColours } from './status.ts'

export interface TimelineItem {
  key?: string
  at?: string | null
  title: ReactNode
  by?: string
  note?: ReactNode
  tone?: Tone
}

/** What happened or will happen, in order. */
export function TimelineList({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item, index) => (
        <li key={item.key ?? `${item.at ?? ''}${index}`}>
          <span className="timeline-dot" style={{ background: toneColours[item.tone ?? 'quiet'].text }} />
          <div>
            <strong>{item.title}</strong>
            <div className="quiet">
              {item.by} {item.at && <DateText value={item.at} />}
            </div>
            {item.note && <div>{item.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
