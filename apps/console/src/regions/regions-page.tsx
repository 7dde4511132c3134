import { centreContract } from '@xianghui/server/contract/centre'
import { Checkbox, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { Link, useParams, useSearchParams } from 'react-router'
import { Can } from '../shared/can.tsx'
import { Empty } from '../shared/empty.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { ImportButton } from '../shared/import-button.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { QueryView } from '../shared/query-view.tsx'
import { useApi } from '../shared/use-api.ts'
import { useKeepSearch } from '../shared/use-keep-search.ts'
import { locale } from './locale.ts'
import { NewRegion, RegionDrawer } from './region-drawer.tsx'
import { type Region, useValidity } from './region-shapes.ts'
import './regions.css'

/** Divisions valid on a day as a tree, with their history. */
export default function RegionsPage() {
  const t = useText(locale)
  const { code } = useParams()
  const [params, setParams] = useSearchParams()
  const day = params.get('day') ?? undefined
  const words = params.get('q') ?? ''
  const all = params.get('all') === 'true'
  const regions = useApi(centreContract.listRegions, {
    query: { ...(day ? { day } : {}), ...(words ? { q: words } : {}), ...(all ? { all } : {}) },
  })
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  return (
    <Page
      title={t.title}
      intro={t.intro}
      act={
        <Can permission="region.write">
          <LinkButton to="/regions/new" type="primary">
            {t.add}
          </LinkButton>
        </Can>
      }
    >
      <div className="resource-bar">
        <div className="filters">
          <Input.Search
            className="filter-search"
            allowClear
            defaultValue={words}
            placeholder={t.search}
            onSearch={(value) => set('q', value.trim())}
          />
          <DatePicker
            aria-label={t.day}
            className="filter"
            placeholder={t.day}
            disabled={all}
            value={day ? dayjs(day) : null}
            onChange={(value) => set('day', value?.format('YYYY-MM-DD'))}
          />
          <Checkbox checked={all} onChange={(event) => set('all', event.target.checked ? 'true' : undefined)}>
            {t.ended}
          </Checkbox>
        </div>
        <div className="resource-tools">
          <ImportButton kind="regions" />
          <ExportButton kind="regions" query={{ q: words, day: day ?? '' }} />
        </div>
      </div>
      <QueryView query={regions}>{(data) => <Tree regions={data.items} />}</QueryView>
      {code === 'new' && <NewRegion />}
      {code && code !== 'new' && <RegionDrawer code={code} />}
    </Page>
  )
}

function Tree({ regions }: { regions: readonly Region[] }) {
  const t = useText(locale)
  const keep = useKeepSearch()
  const validity = useValidity()
  if (regions.length === 0) return <Empty art="nothing-found" title={t.none} hint={t.noneHint} />
  return (
    <section className="panel">
      <ul className="regions">
        {regions.map((region) => (
          <li key={`${region.code}${region.validFrom ?? ''}`} className={`region-${region.level}`}>
            <Link to={keep(`/regions/${region.code}`)}>{region.name}</Link>
            <span className="quiet figures">{region.code}</span>
            <span className="quiet">{t.levels[region.level]}</span>
            <span className="quiet figures">{validity(region)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
