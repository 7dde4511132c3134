import { useParams } from 'react-router'
import { Can } from '../shared/can.tsx'
import { LinkButton } from '../shared/link-button.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { Page } from '../shared/page.tsx'
import { ResourceTable } from '../shared/resource-table.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useApi } from '../shared/use-api.ts'
import { serviceStates, services } from './hall-shapes.ts'
import { locale } from './locale.ts'
import { NewService, ServiceDrawer } from './service-drawer.tsx'
import './hall.css'

/** The catalogue as the public site shows it, with what is closed for now. */
export default function ServicesPage() {
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  const choices = useApi(services.choices).data
  const lines = (choices?.lines ?? []).map((one) => ({ value: one.key, label: pick({ zh: one.name, en: one.nameEn }) }))
  const zones = (choices?.zones ?? []).map((one) => ({ value: one.key, label: pick({ zh: one.name, en: one.nameEn }) }))
  const add = (
    <Can permission="hall.write">
      <LinkButton to="/hall/services/new" type="primary">
        {t.addService}
      </LinkButton>
    </Can>
  )
  return (
    <Page title={t.services} intro={t.servicesIntro} act={add}>
      <ResourceTable
        name="hall-services"
        list={services.listServices}
        rowKey={(row) => row.id}
        rowLink={(row) => `/hall/services/${row.id}`}
        search={t.servicesSearch}
        empty={{ title: t.servicesNone, hint: t.servicesNoneHint, act: add }}
        filters={[
          { key: 'line', label: t.line, kind: 'select', options: lines },
          { key: 'zone', label: t.zone, kind: 'select', options: zones },
          { key: 'state', label: t.serviceState, kind: 'select', options: optionsOf(serviceStates, pick) },
        ]}
        columns={[
          { key: 'name', title: t.name, render: (row) => pick({ zh: row.name, en: row.nameEn }), phone: 'title' },
          {
            key: 'line',
            title: t.line,
            render: (row) => lines.find((one) => one.value === row.lineKey)?.label,
            width: 180,
          },
          { key: 'zone', title: t.zone, render: (row) => zones.find((one) => one.value === row.zoneKey)?.label },
          {
            key: 'timeLimit',
            title: t.timeLimit,
            render: (row) => (row.timeLimitDays === null ? t.noLimit : t.days(row.timeLimitDays)),
            width: 160,
          },
          {
            key: 'state',
            title: t.serviceState,
            render: (row) => <StatusTag status={serviceStates[row.state]} />,
            width: 110,
            phone: 'status',
          },
        ]}
      />
      {id === 'new' && choices && <NewService choices={choices} />}
      {id && id !== 'new' && choices && <ServiceDrawer id={id} choices={choices} />}
    </Page>
  )
}
