import { organisationContract } from '@xianghui/server/contract/organisation'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { FormDrawer } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import type { Person, PersonBody } from './shapes.ts'

function usePersonFields(keep: boolean): FormField[] {
  const t = useText(locale)
  const why = keep ? { why: t.keepBlank } : {}
  return [
    { key: 'name', label: t.name, kind: 'text', required: true, max: 40 },
    {
      key: 'gender',
      label: t.gender,
      kind: 'radio',
      options: Object.entries(t.genders).map(([value, label]) => ({ value, label })),
    },
    { key: 'phone', label: t.phone, kind: 'text', max: 30, ...why },
    { key: 'email', label: t.email, kind: 'text', max: 100, ...why },
    { key: 'citizenId', label: t.citizenId, kind: 'text', max: 30, why: keep ? t.keepBlank : t.citizenIdWhy },
    { key: 'badgeNo', label: t.badgeNo, why: t.badgeNoWhy, kind: 'text', max: 30 },
    { key: 'note', label: t.note, kind: 'textarea', max: 500 },
  ]
}

export function NewPerson() {
  const t = useText(locale)
  const navigate = useNavigate()
  const made = useRef('')
  const add = useAct(organisationContract.createPerson, { done: t.personAdded, quiet: true })
  return (
    <FormDrawer title={t.addPerson} closeTo="/people">
      <ResourceForm<PersonBody>
        name="person:new"
        schema={organisationContract.createPerson.body}
        fields={usePersonFields(false)}
        onSubmit={async (body) => {
          const { id } = await add.actOrThrow({ body })
          made.current = id
        }}
        onDone={() => navigate(`/people/${made.current}`)}
        onCancel={() => navigate('/people')}
      />
    </FormDrawer>
  )
}

const maskedFields = ['phone', 'email', 'citizenId'] as const

/** Masked values are never sent back: an empty field stays as it is on the server. */
export function EditPerson({ person, close }: { person: Person; close: () => void }) {
  const t = useText(locale)
  const edit = useAct(organisationContract.editPerson, { done: t.saved, quiet: true })
  const { name, gender, badgeNo, note } = person
  const fields = usePersonFields(true).map((field) => {
    const key = maskedFields.find((one) => one === field.key)
    const masked = key ? person[key] : null
    return masked ? { ...field, placeholder: masked } : field
  })
  return (
    <ResourceForm<PersonBody>
      name={`person:${person.id}`}
      schema={organisationContract.createPerson.body}
      fields={fields}
      initial={{ name, gender, badgeNo, note }}
      draft={false}
      onSubmit={({ phone, email, citizenId, ...rest }) =>
        edit.actOrThrow({
          params: { id: person.id },
          body: {
            ...rest,
            ...(phone ? { phone } : {}),
            ...(email ? { email } : {}),
            ...(citizenId ? { citizenId } : {}),
            version: person.version,
          },
        })
      }
      onDone={close}
      onCancel={close}
    />
  )
}
