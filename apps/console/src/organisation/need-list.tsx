import { usePick, useText } from '../shared/locale.ts'
import { locale } from './locale.ts'
import type { Need } from './shapes.ts'

/** What the plan asks for beside what is on the register. */
export function NeedList({ needs }: { needs: readonly Need[] }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    <ul className="need-list">
      {needs.map((need) => (
        <li key={need.id}>
          <strong>{pick({ zh: need.name, en: need.nameEn || need.name })}</strong>
          <span className="quiet figures">
            {t.planned} {need.plannedCount ?? t.noCount} · {t.present} {need.presentCount}
          </span>
          <Compared need={need} />
        </li>
      ))}
    </ul>
  )
}

function Compared({ need }: { need: Need }) {
  const t = useText(locale)
  if (need.plannedCount === null) return null
  const missing = need.plannedCount - need.presentCount
  return <span className={missing > 0 ? 'need-short' : 'need-enough'}>{missing > 0 ? t.short(missing) : t.enough}</span>
}
