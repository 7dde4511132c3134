import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button } from 'antd'
import { FormModal } from '../shared/form-drawer.tsx'
import { useText } from '../shared/locale.ts'
import { ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import type { Assignment, Post } from './shapes.ts'

interface Typed {
  personId: string
  validFrom: string
  validTo?: string | null
  main: boolean
  leaderId?: string | null
}

export function AssignForm({ post, close }: { post: Post; close: () => void }) {
  const t = useText(locale)
  const assign = useAct(organisationContract.assign, { done: t.assigned, quiet: true })
  return (
    <ResourceForm<Typed>
      name={`assign:${post.id}`}
      draft={false}
      submit={t.assign}
      fields={[
        { key: 'personId', label: t.person, kind: 'person', required: true },
        { key: 'validFrom', label: t.from, kind: 'day', required: true },
        { key: 'validTo', label: t.to, why: t.toWhy, kind: 'day' },
        { key: 'main', label: t.mainPost, why: t.mainPostWhy, kind: 'switch' },
        { key: 'leaderId', label: t.namedLeader, why: t.namedLeaderWhy, kind: 'person' },
      ]}
      initial={{ main: true }}
      onSubmit={({ validTo, leaderId, ...typed }) =>
        assign.actOrThrow({
          body: { ...typed, postId: post.id, validTo: validTo || null, leaderId: leaderId || null },
        })
      }
      onDone={close}
      onCancel={close}
    />
  )
}

export function EndAssignment({ assignment }: { assignment: Assignment }) {
  const t = useText(locale)
  const end = useAct(organisationContract.endAssignment, { done: t.ended, quiet: true })
  if (assignment.validTo !== null) return null
  return (
    <FormModal
      title={`${t.endAssignment} · ${assignment.personName}`}
      trigger={
        <Button size="small" type="link">
          {t.endAssignment}
        </Button>
      }
    >
      {(close) => (
        <ResourceForm<{ lastDay: string }>
          name={`assignment-end:${assignment.id}`}
          draft={false}
          submit={t.endAssignment}
          fields={[{ key: 'lastDay', label: t.lastDay, kind: 'day', required: true }]}
          onSubmit={(body) => end.actOrThrow({ params: { id: assignment.id }, body })}
          onDone={close}
          onCancel={close}
        />
      )}
    </FormModal>
  )
}
