import { Tabs } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
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
  const navigate = useNavigate()
  return (
    <Page title={t.title} intro={t.intro}>
      <Tabs
        activeKey={part}
        onChange={(key) => navigate(key === 'status' ? '/plan' : `/plan/${key}`)}
        items={[
          { key: 'status', label: t.tabs.status, children: <PlanStatus /> },
          { key: 'text', label: t.tabs.text, children: <PlanText /> },
          { key: 'open', label: t.tabs.open, children: <OpenReadings /> },
          { key: 'lists', label: t.tabs.lists, children: <PlanLists /> },
        ]}
      />
    </Page>
  )
}
