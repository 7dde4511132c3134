import { planContract } from '@xianghui/server/contract/plan'
import { Link, useNavigate, useParams } from 'react-router'
import { DateText } from '../shared/date-text.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Empty } from '../shared/empty.tsx'
import { Facts } from '../shared/facts.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { ResourceForm } from '../shared/resource-form.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { type Activity, activityStates } from './plan-shapes.ts'
import './plan.css'

/** The plan's activities in the order that the rule activities.listing asks for, and what became of each. */
export default function ActivitiesPage() {
  const t = useText(locale)
  const { id } = useParams()
  const query = useApi(planContract.listActivities)
  const open = query.data?.find((one) => one.id === id)
  return (
    <Page title={t.activities} intro={t.activitiesIntro}>
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t.activitiesNone} hint={t.activitiesNoneHint} />
          ) : (
            <section className="panel">
              <ul className="plan-list">
                {rows.map((row) => (
                  <Line key={row.id} row={row} />
                ))}
              </ul>
            </section>
          )
        }
      </QueryView>
      {open && <Report key={`${open.id}:${open.version}`} activity={open} />}
    </Page>
  )
}

function Line({ row }: { row: Activity }) {
  const t = useText(locale)
  const pick = usePick()
  return (
    <li>
      <span className="figures plan-when">{row.month ?? t.milestone}</span>
      <span className="plan-what">
        <Link to={`/activities/${row.id}`}>{pick({ zh: row.name, en: row.nameEn })}</Link>
        <span className="quiet">{pick({ zh: row.content ?? '', en: row.contentEn ?? '' })}</span>
        {row.outOfOrder && <span className="quiet">{t.outOfOrder}</span>}
      </span>
      <span className="plan-state">
        <StatusTag status={activityStates[row.status]} />
        {row.actualDate && <DateText value={row.actualDate} />}
        {row.headCount !== null && <span className="figures">{t.people(row.headCount)}</span>}
      </span>
    </li>
  )
}

type Values = Pick<Activity, 'status' | 'actualDate' | 'headCount' | 'evidence'>

function Report({ activity }: { activity: Activity }) {
  const t = useText(locale)
  const pick = usePick()
  const can = useCan()
  const navigate = useNavigate()
  const save = useAct(planContract.reportActivity, { done: t.reported, quiet: true })
  const { status, actualDate, headCount, evidence } = activity
  return (
    <DetailDrawer
      title={pick({ zh: activity.name, en: activity.nameEn })}
      status={<StatusTag status={activityStates[status]} />}
      closeTo="/activities"
    >
      <Facts
        items={[
          { label: t.month, value: activity.month ?? t.milestone },
          { label: t.content, value: pick({ zh: activity.content ?? '', en: activity.contentEn ?? '' }) },
          { label: t.remark, value: pick({ zh: activity.remark ?? '', en: activity.remarkEn ?? '' }) },
          activity.expectedPeople !== null && { label: t.expectedPeople, value: t.peopleOver(activity.expectedPeople) },
          { label: t.literal, value: `${activity.literal}（${activity.clause}）`, wide: true },
        ]}
      />
      <h3>{t.report}</h3>
      <ResourceForm<Values>
        name={`activity:${activity.id}`}
        schema={planContract.reportActivity.body}
        readOnly={!can('centre.write')}
        fields={[
          { key: 'status', label: t.status, kind: 'radio', options: optionsOf(activityStates, pick) },
          { key: 'actualDate', label: t.actualDate, kind: 'day', when: (values) => values.status === 'done' },
          {
            key: 'headCount',
            label: t.headCount,
            why: t.headCountWhy,
            kind: 'number',
            when: (values) => values.status === 'done',
          },
          {
            key: 'evidence',
            label: t.evidence,
            why: t.evidenceWhy,
            kind: 'textarea',
            when: (values) => values.status !== 'planned',
          },
        ]}
        initial={{ status, actualDate, headCount, evidence }}
        onSubmit={(values) =>
          save.actOrThrow({
            params: { id: activity.id },
            body: {
              status: values.status,
              actualDate: values.actualDate ?? null,
              headCount: values.headCount ?? null,
              evidence: values.evidence ?? null,
              evidenceFileId: activity.evidenceFileId,
              version: activity.version,
            },
          })
        }
        onDone={() => navigate('/activities')}
      />
    </DetailDrawer>
  )
}
