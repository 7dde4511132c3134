import { organisationContract } from '@xianghui/server/contract/organisation'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Can } from '../shared/can.tsx'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { FormModal } from '../shared/form-drawer.tsx'
import { usePick, useText } from '../shared/locale.ts'
import { useAct } from '../shared/use-act.ts'
import { AssignForm, EndAssignment } from './assign-form.tsx'
import { locale } from './locale.ts'
import { PostForm, UnitForm } from './node-form.tsx'
import type { Post, Tree, Unit } from './shapes.ts'
import './organisation.css'

/** The tree of 二, units with their posts; a post shows who holds it. */
export function OrgTree({ tree }: { tree: Tree }) {
  const roots = tree.units.filter((unit) => unit.parentId === null)
  return (
    <section className="panel">
      <ul className="org-tree">
        {roots.map((unit) => (
          <UnitNode key={unit.id} unit={unit} tree={tree} />
        ))}
      </ul>
    </section>
  )
}

function UnitNode({ unit, tree }: { unit: Unit; tree: Tree }) {
  const t = useText(locale)
  const pick = usePick()
  const posts = tree.posts.filter((post) => post.unitId === unit.id && post.superiorId === null)
  const units = tree.units.filter((one) => one.parentId === unit.id)
  const remove = useAct(organisationContract.removeUnit, { done: t.removed, quiet: true })
  return (
    <li>
      <div className="org-node org-unit">
        <div className="org-head">
          <strong>{pick({ zh: unit.name, en: unit.nameEn || unit.name })}</strong>
          <Can permission="people.write">
            <span className="form-acts">
              <FormModal title={t.editUnit} trigger={<Button size="small">{t.edit}</Button>}>
                {(close) => <UnitForm tree={tree} unit={unit} close={close} />}
              </FormModal>
              {unit.source === 'own' && (
                <ConfirmButton
                  size="small"
                  ask={t.removeAsk}
                  onConfirm={() => remove.actOrThrow({ params: { id: unit.id } })}
                >
                  {t.removeNode}
                </ConfirmButton>
              )}
            </span>
          </Can>
        </div>
        <Duties node={unit} />
      </div>
      {posts.length + units.length > 0 && (
        <ul>
          {posts.map((post) => (
            <PostNode key={post.id} post={post} tree={tree} />
          ))}
          {units.map((one) => (
            <UnitNode key={one.id} unit={one} tree={tree} />
          ))}
        </ul>
      )}
    </li>
  )
}

function PostNode({ post, tree }: { post: Post; tree: Tree }) {
  const t = useText(locale)
  const pick = usePick()
  const below = tree.posts.filter((one) => one.superiorId === post.id)
  const held = tree.assignments.filter((one) => one.postId === post.id)
  const remove = useAct(organisationContract.removePost, { done: t.removed, quiet: true })
  return (
    <li>
      <div className="org-node">
        <div className="org-head">
          <strong>{pick({ zh: post.name, en: post.nameEn || post.name })}</strong>
          <Can permission="people.write">
            <span className="form-acts">
              <FormModal title={`${t.assign} · ${post.name}`} trigger={<Button size="small">{t.assign}</Button>}>
                {(close) => <AssignForm post={post} close={close} />}
              </FormModal>
              <FormModal title={t.editPost} trigger={<Button size="small">{t.edit}</Button>}>
                {(close) => <PostForm tree={tree} post={post} close={close} />}
              </FormModal>
              {post.source === 'own' && (
                <ConfirmButton
                  size="small"
                  ask={t.removeAsk}
                  onConfirm={() => remove.actOrThrow({ params: { id: post.id } })}
                >
                  {t.removeNode}
                </ConfirmButton>
              )}
            </span>
          </Can>
        </div>
        <p className="org-held">
          {held.length === 0 && <span className="quiet">{t.vacant}</span>}
          {held.map((one) => (
            <span key={one.id} className="org-person">
              <Link to={`/people/${one.personId}`}>{one.personName}</Link>{' '}
              <span className="quiet">
                {one.main ? '' : `${t.secondary} · `}
                {one.validTo === null ? t.since(one.validFrom) : t.until(one.validFrom, one.validTo)}
              </span>
              <Can permission="people.write">
                <EndAssignment assignment={one} />
              </Can>
            </span>
          ))}
        </p>
        <Duties node={post} />
      </div>
      {below.length > 0 && (
        <ul>
          {below.map((one) => (
            <PostNode key={one.id} post={one} tree={tree} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Duties({ node }: { node: Pick<Unit, 'duties'> }) {
  const t = useText(locale)
  const pick = usePick()
  if (node.duties.length === 0) return null
  return (
    <details className="org-duties">
      <summary>
        {t.duties} {node.duties.length}
      </summary>
      <ul>
        {node.duties.map((duty) => (
          <li key={duty.text}>
            {pick({ zh: duty.text, en: duty.textEn || duty.text })}
            {duty.clause && <span className="quiet">（{duty.clause}）</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
