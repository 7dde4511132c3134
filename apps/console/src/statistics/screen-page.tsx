import type { BodyOf } from '@xianghui/kit/contract'
import { statisticsContract } from '@xianghui/server/contract/statistics'
import { Button } from 'antd'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { JsonFile } from './json-file.tsx'
import { locale } from './locale.ts'
import './statistics.css'

type MapBody = BodyOf<typeof statisticsContract.saveMap>

/** Where the wall of screens is opened and its map is set. */
export default function ScreenPage() {
  const t = useText(locale)
  const boards = { overview: t.overview, map: t.map, goals: t.goals, season: t.season }
  return (
    <Page
      title={t.title}
      intro={t.intro}
      act={
        <Button type="primary" href="/screen/" target="_blank">
          {t.open}
        </Button>
      }
    >
      <section className="panel screen-part">
        <h2>{t.boards}</h2>
        <div className="screen-boards">
          {Object.entries(boards).map(([board, word]) => (
            <Button key={board} href={`/screen/?board=${board}&rotate=0`} target="_blank">
              {word}
            </Button>
          ))}
        </div>
        <h2>{t.how}</h2>
        <ul className="screen-how">
          <li>{t.howRotate}</li>
          <li>{t.howNight}</li>
          <li>{t.howStale}</li>
        </ul>
      </section>
      <Outline />
    </Page>
  )
}

function Outline() {
  const t = useText(locale)
  const query = useApi(statisticsContract.getMap)
  const remove = useAct(statisticsContract.removeMap, { done: t.removed, quiet: true })
  return (
    <section className="panel screen-part">
      <h2>{t.outline}</h2>
      <p className="quiet">{t.outlineWhy}</p>
      <QueryView query={query}>
        {({ map }) =>
          map ? (
            <>
              <Facts
                items={[
                  { label: t.licence, value: map.licence },
                  { label: t.file, value: t.areas(map.areas) },
                ]}
              />
              <Can permission="centre.write">
                <ConfirmButton danger ask={t.removeAsk} onConfirm={() => remove.actOrThrow()}>
                  {t.remove}
                </ConfirmButton>
              </Can>
            </>
          ) : (
            <>
              <p>{t.none}</p>
              <Can permission="centre.write">
                <SetOutline />
              </Can>
            </>
          )
        }
      </QueryView>
    </section>
  )
}

function SetOutline() {
  const t = useText(locale)
  const save = useAct(statisticsContract.saveMap, { done: t.saved, quiet: true })
  const fields: FormField[] = [
    { key: 'licence', label: t.licence, why: t.licenceWhy, kind: 'text', required: true },
    {
      key: 'geoJson',
      label: t.file,
      why: t.fileWhy,
      kind: 'node',
      required: true,
      render: ({ id, onChange }) => <JsonFile {...(id ? { id } : {})} onChange={(json) => onChange?.(json)} />,
    },
  ]
  return (
    <ResourceForm<MapBody>
      name="screen-map"
      fields={fields}
      submit={t.save}
      draft={false}
      onSubmit={(body) => save.actOrThrow({ body })}
    />
  )
}
