import { organisationContract } from '@xianghui/server/contract/organisation'
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
import { useApi } from '../shared/use-api.ts'
import { useTableQuery } from '../shared/use-table-state.ts'
import { EditEquipment, NewEquipment } from './equipment-form.tsx'
import { locale } from './locale.ts'
import { NeedList } from './need-list.tsx'
import { equipmentStates } from './shapes.ts'
import './organisation.css'

/** The register of equipment, and how it stands against the plan. */
export default function EquipmentPage() {
  const shown = useTableQuery()
  const t = useText(locale)
  const pick = usePick()
  const { id } = useParams()
  const zones = useApi(organisationContract.listZones)
  const needs = useApi(organisationContract.listNeeds)
  const whole = (needs.data ?? []).filter((need) => need.zoneId === null)
  const add = (
    <Can permission="zone.write">
      <LinkButton to="/equipment/new" type="primary">
        {t.addEquipment}
      </LinkButton>
    </Can>
  )
  return (
    <Page title={t.equipment} intro={t.equipmentIntro} back="/zones" act={add}>
      {whole.length > 0 && (
        <section className="panel">
          <h2>{t.compared}</h2>
          <NeedList needs={whole} />
        </section>
      )}
      <ResourceTable
        name="equipment"
        list={organisationContract.listEquipment}
        rowKey={(row) => row.id}
        search={t.equipmentSearch}
        tools={
          <>
            <ImportButton kind="equipment" />
            <ExportButton kind="equipment" query={shown} />
          </>
        }
        empty={{ title: t.noEquipment, hint: t.noEquipmentHint, act: add }}
        filters={[
          {
            key: 'zoneId',
            label: t.zone,
            kind: 'select',
            options: (zones.data ?? []).map((zone) => ({ value: zone.id, label: zone.name })),
          },
          { key: 'state', label: t.state, kind: 'select', options: optionsOf(equipmentStates, pick) },
        ]}
        columns={[
          { key: 'name', title: t.itemName, render: (row) => row.name, phone: 'title' },
          {
            key: 'assetTag',
            title: t.assetTag,
            render: (row) => <span className="figures">{row.assetTag}</span>,
            width: 120,
          },
          { key: 'zone', title: t.zone, render: (row) => row.zoneName },
          { key: 'model', title: t.model, render: (row) => row.model },
          { key: 'quantity', title: t.quantity, render: (row) => row.quantity, align: 'right', width: 80 },
          {
            key: 'acquiredOn',
            title: t.acquiredOn,
            render: (row) => row.acquiredOn && <DateText value={row.acquiredOn} />,
            width: 140,
            off: true,
          },
          {
            key: 'state',
            title: t.state,
            render: (row) => <StatusTag status={equipmentStates[row.state]} />,
            width: 100,
            phone: 'status',
          },
          {
            key: 'acts',
            title: '',
            render: (row) => (
              <Can permission="zone.write">
                <EditEquipment equipment={row} />
              </Can>
            ),
            width: 90,
          },
        ]}
      />
      {id === 'new' && <NewEquipment />}
    </Page>
  )
}
