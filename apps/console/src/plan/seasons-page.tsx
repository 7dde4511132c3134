import { planContract } from '@xianghui/server/contract/plan'
import { Button } from 'antd'
import { Can } from '../shared/can.tsx'
import { Empty } from '../shared/empty.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import type { Season } from './plan-shapes.ts'
import './plan.css'

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const inSeason = ({ fromMonth, toMonth }: Season, month: number) =>
  fromMonth <= toMonth ? month >= fromMonth && month <= toMonth : month >= fromMonth || month <= toMonth

/** What is ripe when: twelve months a line, editable. */
export default function SeasonsPage() {
  const t = useText(locale)
  const query = useApi(planContract.listSeasons)
  return (
    <Page title={t.seasons} intro={t.seasonsIntro}>
      <QueryView query={query}>
        {(seasons) =>
          seasons.length === 0 ? (
            <Empty title={t.seasonsNone} hint={t.seasonsNoneHint} />
          ) : (
            <section className="panel">
              <ul className="plan-list">
                {seasons.map((season) => (
                  <Line key={season.key} season={season} />
                ))}
              </ul>
            </section>
          )
        }
      </QueryView>
    </Page>
  )
}

function Line({ season }: { season: Season }) {
  const t = useText(locale)
  const pick = usePick()
  const words = t.months(season.fromMonth, season.toMonth)
  return (
    <li>
      <span className="plan-what">
        <strong>
          {pick({ zh: season.name, en: season.nameEn })}{' '}
          {season.isNow && <StatusTag status={{ zh: t.now, en: t.now, tone: 'good' }} />}
        </strong>
        <span>
          {words} <span className="quiet">{pick({ zh: season.note ?? '', en: season.noteEn ?? '' })}</span>
        </span>
        <span className="quiet">
          {t.seasonSource}：{season.seasonSource}
        </span>
      </span>
      <span className="season-bar" role="img" aria-label={words}>
        {months.map((month) => (
          <span key={month} className={inSeason(season, month) ? 'season-on' : ''}>
            {month}
          </span>
        ))}
      </span>
      <Can permission="centre.write">
        <EditSeason season={season} />
      </Can>
    </li>
  )
}

interface Values {
  fromMonth: string
  toMonth: string
  note: string | null
  noteEn: string | null
  seasonSource: string
}

function EditSeason({ season }: { season: Season }) {
  const t = useText(locale)
  const shared = useText()
  const save = useAct(planContract.saveSeason, { done: t.seasonSaved, quiet: true })
  const options = months.map((month) => ({ value: String(month), label: t.monthOf(month) }))
  return (
    <FormModal title={`${shared.edit}：${season.name}`} trigger={<Button>{shared.edit}</Button>}>
      {(close) => (
        <ResourceForm<Values>
          name={`season:${season.key}`}
          draft={false}
          fields={[
            { key: 'fromMonth', label: t.fromMonth, kind: 'select', options, required: true },
            { key: 'toMonth', label: t.toMonth, why: t.toMonthWhy, kind: 'select', options, required: true },
            { key: 'note', label: t.note, kind: 'text', max: 200 },
            { key: 'noteEn', label: t.noteEn, kind: 'text', max: 300 },
            {
              key: 'seasonSource',
              label: t.seasonSource,
              why: t.seasonSourceWhy,
              kind: 'text',
              required: true,
              max: 100,
            },
          ]}
          initial={{ ...season, fromMonth: String(season.fromMonth), toMonth: String(season.toMonth) }}
          onSubmit={(values) =>
            save.actOrThrow({
              params: { key: season.key },
              body: {
                fromMonth: Number(values.fromMonth),
                toMonth: Number(values.toMonth),
                note: values.note || null,
                noteEn: values.noteEn || null,
                seasonSource: values.seasonSource,
                version: season.version,
              },
            })
          }
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
