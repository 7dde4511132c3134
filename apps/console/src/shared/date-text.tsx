import { dateWords } from './date-words.ts'
import { useLocale } from './locale.ts'

/** A day or an instant, in full. `time={false}` leaves the clock out. */
export function DateText({ value, time = true }: { value: string | null | undefined; time?: boolean }) {
  const locale = useLocale()
  if (!value) return <span className="quiet">—</span>
  return (
    <time className="figures" dateTime={value}>
      {dateWords(value, locale, time)}
    </time>
  )
}
