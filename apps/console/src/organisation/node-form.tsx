import { organisationContract } from '@xianghui/server/contract/organisation'
import { useText } from '../shared/locale.ts'
import { type FormField, ResourceForm } from '../shared/resource-form.tsx'
import { useAct } from '../shared/use-act.ts'
import { locale } from './locale.ts'
import type { Post, Tree, Unit } from './shapes.ts'

interface Typed {
  name: string
  nameEn?: string | null
  position: number
  dutyLines?: string | null
}

const optionsOf = (nodes: readonly { id: string; name: string }[], except?: string) =>
  nodes.filter((one) => one.id !== except).map((one) => ({ value: one.id, label: one.name }))

function useNodeFields(): FormField[] {
  const t = useText(locale)
  return [
    { key: 'nameEn', label: t.nameEn, kind: 'text', max: 120 },
    { key: 'position', label: t.position, kind: 'number', required: true, min: 0, max: 10000 },
    { key: 'dutyLines', label: t.duties, why: t.dutiesWhy, kind: 'textarea', max: 5000 },
  ]
}

const initialOf = (node: Unit | Post | undefined, next: number): Typed => ({
  name: node?.name ?? '',
  nameEn: node?.nameEn ?? '',
  position: node?.position ?? next,
  dutyLines: node?.duties.map((duty) => duty.text).join('\n') ?? '',
})

/** Lines that were there keep their English and their clause. */
function bodyOf(typed: Typed, before: Unit | Post | undefined) {
  const known = new Map(before?.duties.map((duty) => [duty.text, duty]))
  const lines = (typed.dutyLines ?? '').split('\n').map((line) => line.trim())
  return {
    name: typed.name,
    nameEn: typed.nameEn ?? '',
    position: typed.position,
    duties: lines.filter((line) => line !== '').map((text) => known.get(text) ?? { text, textEn: '', clause: '' }),
  }
}

interface FormProps {
  tree: Tree | undefined
  close: () => void
}

export function UnitForm({ tree, unit, close }: FormProps & { unit?: Unit }) {
  const t = useText(locale)
  const fields = useNodeFields()
  const add = useAct(organisationContract.addUnit, { done: t.saved, quiet: true })
  const edit = useAct(organisationContract.editUnit, { done: t.saved, quiet: true })
  const units = tree?.units ?? []
  return (
    <ResourceForm<Typed & { parentId?: string | null }>
      name={`unit:${unit?.id ?? 'new'}`}
      draft={false}
      fields={[
        { key: 'name', label: t.itemName, kind: 'text', required: true, max: 60 },
        { key: 'parentId', label: t.parent, kind: 'select', options: optionsOf(units, unit?.id) },
        ...fields,
      ]}
      initial={{ ...initialOf(unit, units.length + 1), parentId: unit?.parentId ?? null }}
      onSubmit={({ parentId, ...typed }) => {
        const body = { ...bodyOf(typed, unit), parentId: parentId ?? null }
        return unit
          ? edit.actOrThrow({ params: { id: unit.id }, body: { ...body, version: unit.version } })
          : add.actOrThrow({ body })
      }}
      onDone={close}
      onCancel={close}
    />
  )
}

export function PostForm({ tree, post, close }: FormProps & { post?: Post }) {
  const t = useText(locale)
  const fields = useNodeFields()
  const add = useAct(organisationContract.addPost, { done: t.saved, quiet: true })
  const edit = useAct(organisationContract.editPost, { done: t.saved, quiet: true })
  const posts = tree?.posts ?? []
  return (
    <ResourceForm<Typed & { unitId: string; superiorId?: string | null }>
      name={`post:${post?.id ?? 'new'}`}
      draft={false}
      fields={[
        { key: 'name', label: t.itemName, kind: 'text', required: true, max: 60 },
        { key: 'unitId', label: t.unit, kind: 'select', required: true, options: optionsOf(tree?.units ?? []) },
        {
          key: 'superiorId',
          label: t.superior,
          why: t.superiorWhy,
          kind: 'select',
          options: optionsOf(posts, post?.id),
        },
        ...fields,
      ]}
      initial={{
        ...initialOf(post, posts.length + 1),
        ...(post ? { unitId: post.unitId } : {}),
        superiorId: post?.superiorId ?? null,
      }}
      onSubmit={({ unitId, superiorId, ...typed }) => {
        const body = { ...bodyOf(typed, post), unitId, superiorId: superiorId ?? null }
        return post
          ? edit.actOrThrow({ params: { id: post.id }, body: { ...body, version: post.version } })
          : add.actOrThrow({ body })
      }}
      onDone={close}
      onCancel={close}
    />
  )
}
