import { useParams } from 'react-router'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { Parts } from '../shared/parts.tsx'
import { locale } from './locale.ts'
import { OpenReadings } from './open-readings.tsx'
import { PlanLists } from './plan-lists.tsx'
import { PlanStatus } from './plan-status.tsx'
import { PlanText } from './plan-text.tsx'
import './plan.css'

/** The operating plan: loaded or not, its literal text, what is open, its lists and budget. */
export default function PlanPage() {
  const t = useText(locale)
  const { part = 'status' } = useParams()
  return (
    <Page title={t.title} intro={t.intro}>
      <Parts
        label={t.title}
        parts={[
          { to: '/plan', label: t.tabs.status },
          { to: '/plan/text', label: t.tabs.text },
          { to: '/plan/open', label: t.tabs.open },
          { to: '/plan/lists', label: t.tabs.lists },
        ]}
      />
      {part === 'status' && <PlanStatus />}
      {part === 'text' && <PlanText />}
      {part === 'open' && <OpenReadings />}
      {part === 'lists' && <PlanLists />}
    </Page>
  )
}
