import { usePick } from './locale.ts'
import { type Status, toneColours } from './status.ts'

/** One word, one colour. An unknown state shows nothing rather than a code. */
export function StatusTag({ status }: { status: Status | undefined }) {
  const pick = usePick()
  if (!status) return null
  const { text, ground } = toneColours[status.tone]
  return (
    <span className="status-tag" style={{ color: text, background: ground }}>
      {pick(status)}
    </span>
  )
}
