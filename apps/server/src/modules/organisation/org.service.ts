import { businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type AssignmentRow,
  type Duty,
  findAssignment,
  insertAssignment,
  listAssignmentsOf,
  listAssignmentsOn,
  listOrgUses,
  listPosts,
  listUnits,
  type OrgEdit,
  type PostRow,
  setAssignmentEnd,
  type UnitRow,
  updatePost,
  updateUnit,
} from './org.queries.ts'
import { leaderAmong, makesCircle, overlap } from './org.rules.ts'
import { findPerson } from './person.queries.ts'
import { deleteOrg, insertPost, insertUnit } from './plan-rows.queries.ts'

export interface OrgTree {
  day: string
  units: UnitRow[]
  posts: PostRow[]
  assignments: AssignmentRow[]
}

/** Units, posts and who holds them on a day (default today). */
export async function listOrgTree(tx: Tx, day = businessDate(tx.now)): Promise<OrgTree> {
  return { day, units: await listUnits(tx), posts: await listPosts(tx), assignments: await listAssignmentsOn(tx, day) }
}

/** The direct leader of a person on a day, or null when nobody stands above. */
export async function leaderOf(tx: Tx, personId: string, day: string): Promise<string | null> {
  const superiorOf = new Map((await listPosts(tx)).map((post) => [post.id, post.superiorId]))
  return leaderAmong(personId, await listAssignmentsOn(tx, day), superiorOf)
}

export interface NodeInput {
  name: string
  nameEn: string
  position: number
  duties: readonly Duty[]
}

export async function addUnit(tx: Tx, actor: Actor, input: NodeInput & { parentId: string | null }): Promise<string> {
  if (input.parentId !== null) mustHave(await listUnits(tx), input.parentId)
  const id = await insertUnit(tx, { ...own(input), parentId: input.parentId })
  await record(tx, actor, 'org.unit_added', 'unit', id, `新增机构 ${input.name}`, undefined, input)
  return id
}

export async function addPost(
  tx: Tx,
  actor: Actor,
  input: NodeInput & { unitId: string; superiorId: string | null },
): Promise<string> {
  mustHave(await listUnits(tx), input.unitId)
  if (input.superiorId !== null) mustHave(await listPosts(tx), input.superiorId)
  const id = await insertPost(tx, { ...own(input), unitId: input.unitId, superiorId: input.superiorId })
  await record(tx, actor, 'org.post_added', 'post', id, `新增岗位 ${input.name}`, undefined, input)
  return id
}

const own = (input: NodeInput) => ({
  ...input,
  key: null,
  order: input.position,
  clause: null,
  literal: null,
  source: 'own',
})

export async function editUnit(
  tx: Tx,
  actor: Actor,
  input: OrgEdit & { id: string; version: number; parentId: string | null },
): Promise<void> {
  const units = await listUnits(tx)
  const before = mustHave(units, input.id)
  if (input.parentId !== null) mustHave(units, input.parentId)
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]))
  if (makesCircle(input.id, input.parentId, parentOf)) throw new Refusal('org.circle')
  if (!(await updateUnit(tx, input.id, input.version, input))) throw new Refusal('record.changed')
  await record(tx, actor, 'org.unit_edited', 'unit', input.id, `修改机构 ${input.name}`, before, input)
}

export async function editPost(
  tx: Tx,
  actor: Actor,
  input: OrgEdit & { id: string; version: number; unitId: string; superiorId: string | null },
): Promise<void> {
  const posts = await listPosts(tx)
  const before = mustHave(posts, input.id)
  mustHave(await listUnits(tx), input.unitId)
  if (input.superiorId !== null) mustHave(posts, input.superiorId)
  const superiorOf = new Map(posts.map((post) => [post.id, post.superiorId]))
  if (makesCircle(input.id, input.superiorId, superiorOf)) throw new Refusal('org.circle')
  if (!(await updatePost(tx, input.id, input.version, input))) throw new Refusal('record.changed')
  await record(tx, actor, 'org.post_edited', 'post', input.id, `修改岗位 ${input.name}`, before, input)
}

/** @throws Refusal record.in_use while anything stands in it or anybody held it */
export async function removeNode(tx: Tx, actor: Actor, kind: 'unit' | 'post', id: string): Promise<void> {
  const before = mustHave<UnitRow | PostRow>(kind === 'unit' ? await listUnits(tx) : await listPosts(tx), id)
  const uses = await listOrgUses(tx, id)
  if (uses.length > 0) throw new Refusal('record.in_use', { what: uses.join('、') })
  await deleteOrg(tx, [id])
  await record(
    tx,
    actor,
    `org.${kind}_removed`,
    kind,
    id,
    `移除${kind === 'unit' ? '机构' : '岗位'} ${before.name}`,
    before,
  )
}

export interface NewAssignment {
  postId: string
  personId: string
  validFrom: string
  validTo: string | null
  main: boolean
  leaderId: string | null
}

/** One main post at a time; the same post is not held twice by one person on one day. */
export async function assign(tx: Tx, actor: Actor, input: NewAssignment): Promise<string> {
  const post = mustHave(await listPosts(tx), input.postId)
  if (!isBusinessDate(input.validFrom) || (input.validTo !== null && !isBusinessDate(input.validTo)))
    throw new Refusal('org.days_wrong')
  if (input.validTo !== null && input.validTo < input.validFrom) throw new Refusal('org.days_wrong')
  const person = await findPerson(tx, input.personId, input.validFrom)
  if (person?.state !== 'active') throw new Refusal('org.person_left')
  if (input.leaderId === input.personId) throw new Refusal('org.own_leader')
  if (input.leaderId !== null && !(await findPerson(tx, input.leaderId, input.validFrom)))
    throw new Refusal('record.not_found')
  const clash = (await listAssignmentsOf(tx, input.personId)).find(
    (one) => overlap(one, input) && (one.postId === input.postId || (one.main && input.main)),
  )
  if (clash)
    throw new Refusal('org.assigned_already', { name: person.name, post: clash.postName, from: clash.validFrom })
  const id = await insertAssignment(tx, input)
  const words = `任命 ${person.name} 为 ${post.name}，自 ${input.validFrom} 起`
  await record(tx, actor, 'org.assigned', 'assignment', id, words, undefined, input)
  return id
}

export async function endAssignment(tx: Tx, actor: Actor, input: { id: string; lastDay: string }): Promise<void> {
  const before = await findAssignment(tx, input.id)
  if (!before) throw new Refusal('record.not_found')
  if (!isBusinessDate(input.lastDay) || input.lastDay < before.validFrom) throw new Refusal('org.days_wrong')
  await setAssignmentEnd(tx, input.id, input.lastDay)
  const words = `结束 ${before.personName} 的 ${before.postName} 任职，到 ${input.lastDay} 为止`
  await record(tx, actor, 'org.assignment_ended', 'assignment', input.id, words, before, input)
}

function mustHave<R extends { id: string }>(rows: readonly R[], id: string): R {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Refusal('record.not_found')
  return row
}

async function record(
  tx: Tx,
  actor: Actor,
  action: string,
  kind: string,
  id: string,
  words: string,
  before?: object,
  after?: object,
): Promise<void> {
  const summary = `${actor.name} ${words}`
  await recordAct(tx, actor, {
    action,
    subject: { kind, id },
    summary,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  })
  // Units, posts and duties stand on the public page about the centre.
  await publicChanged(tx)
}
