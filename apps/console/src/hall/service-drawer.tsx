import { useNavigate } from 'react-router'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DetailDrawer } from '../shared/detail-drawer.tsx'
import { FormDrawer } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useCan } from '../shared/me.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { StatusTag } from '../shared/status-tag.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { type Choices, type Service, type ServiceBody, serviceStates, services } from './hall-shapes.ts'
import { locale } from './locale.ts'
import { useServiceFields } from './service-fields.tsx'

const list = '/hall/services'
const emptyGuide = {
  who: '',
  whoEn: '',
  materials: [],
  materialsEn: [],
  steps: [],
  stepsEn: [],
  where: '',
  whereEn: '',
}
const empty: Partial<ServiceBody> = {
  nameEn: '',
  summaryEn: '',
  zoneKey: null,
  position: 100,
  audience: [],
  guide: emptyGuide,
  form: [],
  feeFen: null,
  feeNote: null,
  feeNoteEn: null,
  timeLimitDays: null,
  state: 'open',
}

export function NewService({ choices }: { choices: Choices }) {
  const t = useText(locale)
  const navigate = useNavigate()
  const fields = useServiceFields(choices, true)
  const add = useAct(services.addService, { done: t.added, quiet: true })
  return (
    <FormDrawer title={t.addService} closeTo={list} width={760}>
      <ResourceForm<ServiceBody>
        name="service:new"
        fields={fields}
        initial={empty}
        schema={services.addService.body}
        onSubmit={(body) => add.actOrThrow({ body })}
        onDone={() => navigate(list)}
      />
    </FormDrawer>
  )
}

export function ServiceDrawer({ id, choices }: { id: string; choices: Choices }) {
  const pick = usePick()
  const query = useApi(services.getService, { params: { id } })
  const one = query.data
  return (
    <DetailDrawer
      title={one ? pick({ zh: one.name, en: one.nameEn }) : ''}
      status={one && <StatusTag status={serviceStates[one.state]} />}
      closeTo={list}
      query={query}
      width={760}
      acts={
        one && (
          <Can permission="hall.write">
            <Remove service={one} />
          </Can>
        )
      }
    >
      {one && <EditService key={`${one.id}:${one.version}`} service={one} choices={choices} />}
    </DetailDrawer>
  )
}

function EditService({ service, choices }: { service: Service; choices: Choices }) {
  const t = useText(locale)
  const can = useCan()
  const fields = useServiceFields(choices, false)
  const save = useAct(services.saveService, { done: t.saved, quiet: true })
  const { id, version, clause, literal, source: _source, updatedAt: _updated, ...initial } = service
  return (
    <>
      {literal && (
        <blockquote className="hall-clause">
          {t.plan} {clause}：{literal}
        </blockquote>
      )}
      <ResourceForm<ServiceBody>
        name={`service:${id}`}
        fields={fields}
        initial={initial}
        schema={services.addService.body}
        readOnly={!can('hall.write')}
        onSubmit={(body) => save.actOrThrow({ params: { id }, body: { ...body, version } })}
      />
    </>
  )
}

function Remove({ service: { id, version } }: { service: Service }) {
  const t = useText(locale)
  const navigate = useNavigate()
  const remove = useAct(services.removeService, { done: t.removed, quiet: true, onDone: () => navigate(list) })
  return (
    <ConfirmButton danger ask={t.removeAsk} onConfirm={() => remove.actOrThrow({ params: { id }, body: { version } })}>
      {t.remove}
    </ConfirmButton>
  )
}
