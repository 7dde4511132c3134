import { stationsContract } from '@xianghui/server/contract/stations'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { FormDrawer } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { useToast } from '../shared/toast.ts'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import type { Station, StationBody } from './station-shapes.ts'

/** Fields of a station; a keeper may change those that change from day to day. */
function useFields(station: Station | undefined, whole: boolean): FormField[] {
  const t = useText(locale)
  const fixed = !whole
  return [
    { key: 'name', label: t.name, why: t.nameWhy, kind: 'text', required: true, readOnly: fixed },
    {
      key: 'level',
      label: t.level,
      kind: 'radio',
      required: true,
      readOnly: fixed,
      options: Object.entries(t.levels).map(([value, label]) => ({ value, label })),
    },
    {
      key: 'regionCode',
      label: t.region,
      why: t.regionWhy,
      kind: 'region',
      required: true,
      readOnly: fixed,
      ...(station ? { known: [{ value: station.regionCode, label: station.regionName ?? station.regionCode }] } : {}),
    },
    { key: 'address', label: t.address, kind: 'text' },
    { key: 'longitude', label: t.longitude, why: t.longitudeWhy, kind: 'number' },
    { key: 'latitude', label: t.latitude, kind: 'number' },
    {
      key: 'keeperId',
      label: t.keeper,
      why: t.keeperWhy,
      kind: 'person',
      readOnly: fixed,
      ...(station?.keeperId ? { known: [{ value: station.keeperId, label: station.keeperName ?? '' }] } : {}),
    },
    { key: 'phone', label: t.phone, why: t.phoneWhy, kind: 'text' },
    { key: 'hours', label: t.hours, kind: 'text', placeholder: t.hoursHint },
    { key: 'reason', label: t.reason, why: t.reasonWhy, kind: 'textarea', readOnly: fixed },
    { key: 'note', label: t.note, kind: 'textarea' },
  ]
}

export function NewStation() {
  const t = useText(locale)
  const navigate = useNavigate()
  const toast = useToast()
  const made = useRef('')
  const add = useAct(stationsContract.createStation, { done: (reply) => t.created(reply.code), quiet: true })
  return (
    <FormDrawer title={t.add} closeTo="/stations">
      <ResourceForm<StationBody>
        name="station:new"
        schema={stationsContract.createStation.body}
        fields={useFields(undefined, true)}
        initial={{ level: 'township', address: '', reason: '' }}
        onSubmit={async (body) => {
          const saved = await add.actOrThrow({ body })
          if (saved.warnings.length > 0) toast.say(t.farAway)
          made.current = saved.id
        }}
        onDone={() => navigate(`/stations/${made.current}`)}
        onCancel={() => navigate('/stations')}
      />
    </FormDrawer>
  )
}

export function EditStation({ station, close }: { station: Station; close: () => void }) {
  const t = useText(locale)
  const toast = useToast()
  const can = useCan()
  const whole = can('people.read')
  const edit = useAct(stationsContract.editStation, { done: t.saved, quiet: true })
  const { name, level, regionCode, address, longitude, latitude, keeperId, phone, hours, reason, note } = station
  return (
    <ResourceForm<StationBody>
      name={`station:${station.id}`}
      schema={stationsContract.createStation.body}
      fields={useFields(station, whole)}
      initial={{ name, level, regionCode, address, longitude, latitude, keeperId, phone, hours, reason, note }}
      onSubmit={async (body) => {
        const saved = await edit.actOrThrow({ params: { id: station.id }, body: { ...body, version: station.version } })
        if (saved.warnings.length > 0) toast.say(t.farAway)
      }}
      onDone={close}
      onCancel={close}
    />
  )
}
