import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import type { Actor } from './actor.ts'
import { askApproval, decideApproval, type Flow, findApproval, listDecisions, withdrawApproval } from './approval.ts'
import { listTodos } from './todo.ts'

let t: TestApp
let subject = 0
let version: number | undefined = 1
let happened: string[] = []

const flow: Flow = {
  name: 'test.flow',
  zh: '测试审批',
  steps: [
    { key: 'first', zh: '初审', en: 'first review', permission: 'content.review1' },
    { key: 'second', zh: '终审', en: 'final review', permission: 'content.publish' },
  ],
  passed: async () => void happened.push('passed'),
  returned: async (_tx, _actor, _approval, reason) => void happened.push(`returned: ${reason}`),
  versionOf: async () => version,
}
const flows = new Map([[flow.name, flow]])

const actor = (id: string, ...permissions: string[]): Actor => ({
  kind: 'account',
  id,
  name: `甲${id}`,
  centreId: '1',
  permissions: new Map(permissions.map((permission) => [permission, 'centre' as const])),
  roles: [],
  sessionId: null,
})
const writer = actor('1', 'content.write')
const first = actor('2', 'content.review1')
const second = actor('3', 'content.publish')
const both = actor('4', 'content.review1', 'content.publish')

beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())
beforeEach(() => {
  subject += 1
  version = 1
  happened = []
})

const ask = () =>
  t.db.inCentre('1', (tx) =>
    askApproval(tx, writer, flow, {
      subject: { kind: 'thing', id: String(subject), version: 1 },
      title: '一件事',
      snapshot: { a: 1 },
    }),
  )
const decide = (who: Actor, approvalId: string, verdict: 'pass' | 'return' = 'pass', reason?: string) =>
  t.db.inCentre('1', (tx) => decideApproval(tx, who, flows, { approvalId, verdict, reason }))

describe('one approval for everything', () => {
  test('passes step by step and tells the subject only at the end', async () => {
    const id = await ask()
    await decide(first, id)
    expect(happened).toEqual([])
    await decide(second, id)
    expect(happened).toEqual(['passed'])
    const decisions = await t.db.inCentre('1', (tx) => listDecisions(tx, id))
    expect(decisions.map((d) => [d.stepName, d.decidedBy])).toEqual([
      ['初审', '2'],
      ['终审', '3'],
    ])
  })

  test('a return needs a reason and closes the approval', async () => {
    const id = await ask()
    await expect(decide(first, id, 'return', '  ')).rejects.toMatchObject({ code: 'approval.reason_needed' })
    await decide(first, id, 'return', '标题不清楚')
    expect(happened).toEqual(['returned: 标题不清楚'])
    await expect(decide(second, id)).rejects.toMatchObject({ code: 'approval.closed' })
  })

  test.each([
    ['somebody without the permission of the step', second, 'auth.forbidden'],
    ['the asker himself', actor('1', 'content.review1'), 'approval.own'],
  ])('%s is refused', async (_who, who, code) => {
    const id = await ask()
    await expect(decide(who, id)).rejects.toMatchObject({ code })
  })

  test('one person does not decide two steps', async () => {
    const id = await ask()
    await decide(both, id)
    await expect(decide(both, id)).rejects.toMatchObject({ code: 'approval.same_person' })
  })

  test('what changed since it was asked is not decided on', async () => {
    const id = await ask()
    version = 2
    await expect(decide(first, id)).rejects.toMatchObject({ code: 'record.changed' })
  })

  test('the same subject does not wait twice', async () => {
    await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'approval.already_open' })
  })

  test('of ten approvers at once exactly one decides the step', async () => {
    const id = await ask()
    const people = Array.from({ length: 10 }, (_, i) => actor(String(100 + i), 'content.review1'))
    const results = await Promise.allSettled(people.map((who) => decide(who, id)))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect((await t.db.inCentre('1', (tx) => findApproval(tx, id)))?.step).toBe(1)
  })

  test('the to-do goes from step to step and disappears at the end', async () => {
    const id = await ask()
    const waiting = async (who: Actor) =>
      (await t.db.inCentre('1', (tx) => listTodos(tx, who))).filter((todo) => todo.link === `/approvals/${id}`).length
    expect([await waiting(first), await waiting(second)]).toEqual([1, 0])
    await decide(first, id)
    expect([await waiting(first), await waiting(second)]).toEqual([0, 1])
    await decide(second, id)
    expect([await waiting(first), await waiting(second)]).toEqual([0, 0])
  })

  test('withdrawn by the asker, it can be asked again', async () => {
    await ask()
    await t.db.inCentre('1', (tx) => withdrawApproval(tx, writer, { kind: 'thing', id: String(subject) }))
    await expect(ask()).resolves.toMatch(/^\d+$/)
  })
})
