import type { BodyOf } from '@xianghui/kit/contract'
import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button } from 'antd'
import { Can } from '../shared/can.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { Facts } from '../shared/facts.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { optionsOf } from '../shared/status.ts'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { NeedList } from './need-list.tsx'
import { type Zone, zoneStates } from './shapes.ts'

/** One zone: the plan's words, what staff set, its equipment beside the plan. */
export function ZoneDrawer({ zone }: { zone: Zone }) {
  const t = useText(locale)
  const needs = useApi(organisationContract.listNeeds)
  const here = (needs.data ?? []).filter((need) => need.zoneId === zone.id)
  return (
    <DetailDrawer
      title={zone.name}
      status={<StatusTag status={zoneStates[zone.state]} />}
      closeTo="/zones"
      acts={
        <Can permission="zone.write">
          <EditZone zone={zone} />
        </Can>
      }
    >
      <Facts
        items={[
          { label: t.purpose, value: zone.purpose },
          { label: t.staff, value: zone.staffName },
          { label: t.openingHours, value: zone.openingHours },
          { label: t.area, value: zone.areaSqm },
          zone.literal !== null && { label: t.literal, value: `${zone.literal}（${zone.clause ?? ''}）`, wide: true },
        ]}
      />
      <section className="organisation-section">
        <h3>{t.needs}</h3>
        {here.length === 0 ? <p className="quiet">{t.noNeeds}</p> : <NeedList needs={here} />}
      </section>
    </DetailDrawer>
  )
}

type ZoneBody = Omit<BodyOf<typeof organisationContract.editZone>, 'version'>

function EditZone({ zone }: { zone: Zone }) {
  const t = useText(locale)
  const pick = usePick()
  const edit = useAct(organisationContract.editZone, { done: t.saved, quiet: true })
  const { name, nameEn, purpose, purposeEn, areaSqm, openingHours, openingHoursEn, state, staffId } = zone
  return (
    <FormModal title={t.editZone} width={640} trigger={<Button type="primary">{t.editZone}</Button>}>
      {(close) => (
        <ResourceForm<ZoneBody>
          name={`zone:${zone.id}`}
          schema={organisationContract.editZone.body}
          fields={[
            { key: 'name', label: t.itemName, kind: 'text', required: true },
            { key: 'nameEn', label: t.nameEn, kind: 'text' },
            { key: 'purpose', label: t.purpose, kind: 'textarea' },
            { key: 'purposeEn', label: t.purposeEn, kind: 'textarea' },
            { key: 'state', label: t.state, kind: 'radio', required: true, options: optionsOf(zoneStates, pick) },
            {
              key: 'staffId',
              label: t.staff,
              kind: 'person',
              ...(zone.staffId ? { known: [{ value: zone.staffId, label: zone.staffName ?? '' }] } : {}),
            },
            { key: 'openingHours', label: t.openingHours, kind: 'text' },
            { key: 'openingHoursEn', label: t.openingHoursEn, kind: 'text' },
            { key: 'areaSqm', label: t.area, why: t.areaWhy, kind: 'number' },
          ]}
          initial={{ name, nameEn, purpose, purposeEn, areaSqm, openingHours, openingHoursEn, state, staffId }}
          onSubmit={(body) => edit.actOrThrow({ params: { id: zone.id }, body: { ...body, version: zone.version } })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
