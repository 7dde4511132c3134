import { stationsContract } from '@xianghui/server/contract/stations'
import { useParams } from 'react-router'
import { Can } from '../shared/can.tsx'
import { DateText } from '../shared/date-text.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { ImportButton } from '../shared/import-button.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useTableQuery } from '../shared/use-table-state.ts'
import { locale } from './locale.ts'
import { StationDrawer } from './station-drawer.tsx'
import { NewStation } from './station-form.tsx'
import { stationStates } from './station-shapes.ts'

/** Service stations and their life cycle. */
export default function StationsPage() {
  const shown = useTableQuery()
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  const add = (
    <Can permission="station.write">
      <Can permission="people.read">
        <LinkButton to="/stations/new" type="primary">
          {t.add}
        </LinkButton>
      </Can>
    </Can>
  )
  return (
    <Page title={t.title} intro={t.intro} act={add}>
      <ResourceTable
        name="stations"
        list={stationsContract.listStations}
        rowKey={(row) => row.id}
        rowLink={(row) => `/stations/${row.id}`}
        search={t.search}
        tools={
          <>
            <ImportButton kind="stations" />
            <ExportButton kind="stations" query={shown} />
          </>
        }
        empty={{ title: t.none, hint: t.noneHint, act: add }}
        filters={[
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(stationStates, pick) },
          {
            key: 'level',
            label: t.level,
            kind: 'select',
            options: Object.entries(t.levels).map(([value, label]) => ({ value, label })),
          },
        ]}
        columns={[
          { key: 'name', title: t.name, render: (row) => row.name, sort: true, phone: 'title' },
          {
            key: 'code',
            title: t.code,
            render: (row) => <span className="figures">{row.code}</span>,
            sort: true,
            width: 150,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <StatusTag status={stationStates[row.state]} />,
            sort: true,
            width: 100,
            phone: 'status',
          },
          { key: 'level', title: t.level, render: (row) => t.levels[row.level], width: 90 },
          { key: 'region', title: t.region, render: (row) => row.regionName ?? row.regionCode },
          { key: 'keeper', title: t.keeper, render: (row) => row.keeperName, width: 110 },
          {
            key: 'openedOn',
            title: t.openedOn,
            render: (row) => row.openedOn && <DateText value={row.openedOn} />,
            sort: true,
            width: 140,
          },
          {
            key: 'updatedAt',
            title: t.updatedAt,
            render: (row) => <DateText value={row.updatedAt} />,
            sort: true,
            off: true,
          },
        ]}
      />
      {id === 'new' && <NewStation />}
      {id && id !== 'new' && <StationDrawer id={id} />}
    </Page>
  )
}
