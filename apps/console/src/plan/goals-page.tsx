import { planContract } from '@xianghui/server/contract/plan'
import { Link, useParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { Empty } from '../shared/empty.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { type Goal, type Target, targetStates, targetWords } from './plan-shapes.ts'
import { TargetDrawer } from './target-drawer.tsx'
import './plan.css'

/** The nine goals: target, value with its day and evidence, due day and who answers for it. */
export default function GoalsPage() {
  const t = useText(locale)
  const { id } = useParams()
  const query = useApi(planContract.goalBoard)
  return (
    <Page title={t.goals} intro={t.goalsIntro}>
      <QueryView query={query}>
        {(goals) =>
          goals.length === 0 ? (
            <Empty title={t.goalsNone} hint={t.goalsNoneHint} />
          ) : (
            goals.map((goal) => <GoalPanel key={goal.key} goal={goal} />)
          )
        }
      </QueryView>
      {id && <TargetDrawer id={id} />}
    </Page>
  )
}

function GoalPanel({ goal }: { goal: Goal }) {
  const pick = usePick()
  return (
    <section className="panel">
      <h2>
        {pick({ zh: goal.title, en: goal.titleEn })} <span className="quiet">{goal.clause}</span>
      </h2>
      <p className="quiet">{pick({ zh: goal.summary, en: goal.summaryEn })}</p>
      <ul className="plan-list">
        {goal.targets.map((target) => (
          <TargetLine key={target.id} target={target} />
        ))}
      </ul>
    </section>
  )
}

function TargetLine({ target }: { target: Target }) {
  const t = useText(locale)
  const pick = usePick()
  const unit = pick({ zh: target.unit ?? '', en: target.unitEn ?? '' })
  return (
    <li>
      <span className="plan-what">
        <Link to={`/goals/${target.id}`}>{pick({ zh: target.name, en: target.nameEn })}</Link>
        <span className="quiet">
          {targetWords(target, pick)}{' '}
          {target.due && (
            <>
              {t.due} <DateText value={target.due} />
            </>
          )}{' '}
          {target.ownerName && `${t.owner} ${target.ownerName}`}
        </span>
      </span>
      <span className="plan-state">
        {target.value !== null && (
          <span className="figures">
            {t.value} {target.value} {unit}
          </span>
        )}
        <StatusTag status={targetStates[target.state]} />
      </span>
    </li>
  )
}
