import type { BodyOf } from '@xianghui/kit/contract'
import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { FormDrawer, FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { optionsOf } from '../shared/status.ts'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { locale } from './locale.ts'
import { type Equipment, equipmentStates } from './shapes.ts'

type NewBody = BodyOf<typeof organisationContract.addEquipment>

function useEquipmentFields(): FormField[] {
  const t = useText(locale)
  const pick = usePick()
  const zones = useApi(organisationContract.listZones)
  const needs = useApi(organisationContract.listNeeds)
  const kinds = new Map((needs.data ?? []).map((need) => [need.kind, pick({ zh: need.name, en: need.nameEn })]))
  return [
    { key: 'name', label: t.itemName, kind: 'text', required: true },
    {
      key: 'kind',
      label: t.kind,
      why: t.kindWhy,
      kind: 'select',
      required: true,
      options: [...[...kinds].map(([value, label]) => ({ value, label })), { value: 'other', label: t.otherKind }],
    },
    {
      key: 'zoneId',
      label: t.zone,
      kind: 'select',
      options: (zones.data ?? []).map((zone) => ({ value: zone.id, label: zone.name })),
    },
    { key: 'model', label: t.model, kind: 'text' },
    { key: 'quantity', label: t.quantity, kind: 'number', required: true },
    { key: 'state', label: t.state, kind: 'radio', required: true, options: optionsOf(equipmentStates, pick) },
    { key: 'acquiredOn', label: t.acquiredOn, kind: 'day' },
    { key: 'note', label: t.note, kind: 'textarea' },
  ]
}

export function NewEquipment() {
  const t = useText(locale)
  const navigate = useNavigate()
  const fields = useEquipmentFields()
  const add = useAct(organisationContract.addEquipment, {
    done: (reply) => t.equipmentAdded(reply.assetTag),
    quiet: true,
  })
  const close = () => navigate('/equipment')
  return (
    <FormDrawer title={t.addEquipment} closeTo="/equipment">
      <ResourceForm<NewBody>
        name="equipment:new"
        schema={organisationContract.addEquipment.body}
        fields={[{ key: 'assetTag', label: t.assetTag, why: t.assetTagWhy, kind: 'text' }, ...fields]}
        initial={{ quantity: 1, state: 'in_use' }}
        onSubmit={(body) => add.actOrThrow({ body })}
        onDone={close}
        onCancel={close}
      />
    </FormDrawer>
  )
}

export function EditEquipment({ equipment }: { equipment: Equipment }) {
  const t = useText(locale)
  const fields = useEquipmentFields()
  const edit = useAct(organisationContract.editEquipment, { done: t.saved, quiet: true })
  const { zoneId, kind, name, model, quantity, state, acquiredOn, note } = equipment
  return (
    <FormModal title={`${t.editEquipment} · ${equipment.assetTag}`} trigger={<Button size="small">{t.edit}</Button>}>
      {(close) => (
        <ResourceForm<Omit<NewBody, 'assetTag'>>
          name={`equipment:${equipment.id}`}
          schema={organisationContract.editEquipment.body}
          fields={fields}
          initial={{ zoneId, kind, name, model, quantity, state, acquiredOn, note }}
          onSubmit={(body) =>
            edit.actOrThrow({ params: { id: equipment.id }, body: { ...body, version: equipment.version } })
          }
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
