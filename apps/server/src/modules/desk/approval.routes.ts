import { decideApproval } from '../../platform/approval.ts'
import type { Mount } from '../../platform/http.ts'
import { sentence } from '../../platform/messages.ts'
import type { ModuleDeps } from '../../platform/module.ts'
import { type ApprovalRow, listApprovals } from './approval.queries.ts'
import { type ApprovalSeen, type Flows, reachOf, seeApproval, takeBackApproval } from './approval.service.ts'
import { deskContract as contract } from './contract.ts'

export function mountApprovals(mount: Mount, { flows, messages }: ModuleDeps): void {
  mount(contract.listApprovals, { may: 'signed-in' }, async ({ query, actor, inCentre }) => {
    const { page = 1, size = 20, view = 'decide', q, ...filter } = query
    const ask = { ...filter, view, accountId: actor.id, reach: reachOf(actor, flows), words: q, page, size }
    const { items, total } = await inCentre((tx) => listApprovals(tx, ask))
    return { items: items.map((row) => lineOf(row, flows)), total, page, size }
  })
  mount(contract.getApproval, { may: 'signed-in' }, async ({ params, actor, locale, inCentre }) => {
    const seen = await inCentre((tx) => seeApproval(tx, actor, flows, params.id))
    const { approval, whyNot, canWithdraw } = seen
    return {
      ...lineOf(approval, flows),
      snapshot: approval.snapshot,
      steps: stepsOf(seen),
      canDecide: approval.state === 'open' && whyNot === null,
      whyNot: whyNot && sentence(messages, whyNot, locale),
      canWithdraw,
    }
  })
  mount(contract.decideApproval, { may: 'signed-in' }, async ({ params, body, actor, inCentre }) =>
    inCentre(async (tx) => ({
      state: (
        await decideApproval(tx, actor, flows, {
          approvalId: params.id,
          verdict: body.verdict,
          reason: body.reason ?? null,
        })
      ).state,
    })),
  )
  mount(contract.withdrawApproval, { may: 'signed-in' }, async ({ params, actor, inCentre }) => {
    await inCentre((tx) => takeBackApproval(tx, actor, flows, params.id))
    return { ok: true } as const
  })
}

function lineOf(row: ApprovalRow, flows: Flows) {
  const flow = flows.get(row.flow)
  const step = flow?.steps[row.step]
  return {
    ...{ id: row.id, flow: row.flow, subjectKind: row.subjectKind, subjectId: row.subjectId },
    ...{ title: row.title, state: row.state, askedByName: row.askedByName },
    flowName: flow?.zh ?? row.flow,
    stepName: step?.zh ?? '',
    stepNameEn: step?.en ?? '',
    askedAt: row.askedAt.toISOString(),
  }
}

function stepsOf({ approval, flow, decisions }: ApprovalSeen) {
  return flow.steps.map((step, index) => {
    const decision = decisions.find((one) => one.step === index)
    const waiting = approval.state === 'open' && index === approval.step ? ('current' as const) : ('ahead' as const)
    const state = decision ? (decision.verdict === 'pass' ? ('passed' as const) : ('returned' as const)) : waiting
    return {
      ...{ key: step.key, name: step.zh, nameEn: step.en, state },
      by: decision?.decidedByName ?? null,
      at: decision?.decidedAt.toISOString() ?? null,
      reason: decision?.reason ?? null,
    }
  })
}
