import { businessDate, isBusinessDate } from '@xianghui/kit/calendar'
import type { Mount } from '../../platform/http.ts'
import { Refusal } from '../../platform/refusal.ts'
import { orgContract as contract } from './org.contract.ts'
import { addPost, addUnit, assign, editPost, editUnit, endAssignment, listOrgTree, removeNode } from './org.service.ts'

const ok = { ok: true as const }

export function mountOrg(mount: Mount): void {
  mount(contract.orgTree, { may: 'people.read' }, async ({ query, inCentre, now }) => {
    const day = query.day ?? businessDate(now)
    if (!isBusinessDate(day)) throw new Refusal('org.days_wrong')
    return inCentre((tx) => listOrgTree(tx, day))
  })
  mount(contract.addUnit, { may: 'people.write' }, async ({ body, actor, inCentre }) => ({
    id: await inCentre((tx) => addUnit(tx, actor, body)),
  }))
  mount(contract.editUnit, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => editUnit(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.removeUnit, { may: 'people.write' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => removeNode(tx, actor, 'unit', params.id))
    return ok
  })
  mount(contract.addPost, { may: 'people.write' }, async ({ body, actor, inCentre }) => ({
    id: await inCentre((tx) => addPost(tx, actor, body)),
  }))
  mount(contract.editPost, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => editPost(tx, actor, { ...body, id: params.id }))
    return ok
  })
  mount(contract.removePost, { may: 'people.write' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => removeNode(tx, actor, 'post', params.id))
    return ok
  })
  mount(contract.assign, { may: 'people.write' }, async ({ body, actor, inCentre }) => ({
    id: await inCentre((tx) => assign(tx, actor, body)),
  }))
  mount(contract.endAssignment, { may: 'people.write' }, async ({ params, body, actor, inCentre }) => {
    await inCentre((tx) => endAssignment(tx, actor, { id: params.id, lastDay: body.lastDay }))
    return ok
  })
}
