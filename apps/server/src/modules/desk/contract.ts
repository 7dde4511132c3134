import {
  Day,
  endpoint,
  Id,
  IdParams,
  Instant,
  listQuery,
  Nullable,
  Ok,
  OneOf,
  paged,
  Text,
} from '@xianghui/kit/contract'
import Type, { type Static } from 'typebox'

const Todo = Type.Object({
  id: Id,
  title: Type.String(),
  /** console path, e.g. `/approvals/1` */
  link: Type.String(),
  dueAt: Nullable(Instant),
  createdAt: Instant,
})
export type Todo = Static<typeof Todo>

const Notice = Type.Object({
  id: Id,
  title: Type.String(),
  body: Type.String(),
  link: Nullable(Type.String()),
  createdAt: Instant,
  readAt: Nullable(Instant),
})
export type Notice = Static<typeof Notice>

const ApprovalState = OneOf(['open', 'passed', 'returned', 'withdrawn'])
const approvalLine = {
  id: Id,
  flow: Type.String(),
  flowName: Type.String(),
  subjectKind: Type.String(),
  subjectId: Id,
  title: Type.String(),
  state: ApprovalState,
  /** the step that waits, or the last one decided */
  stepName: Type.String(),
  stepNameEn: Type.String(),
  askedByName: Type.String(),
  askedAt: Instant,
}
const ApprovalLine = Type.Object(approvalLine)
export type ApprovalLine = Static<typeof ApprovalLine>

const Step = Type.Object({
  key: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  state: OneOf(['passed', 'returned', 'current', 'ahead']),
  by: Nullable(Type.String()),
  at: Nullable(Instant),
  reason: Nullable(Type.String()),
})

export const Approval = Type.Object({
  ...approvalLine,
  /** everything as it stood when it was asked for: what the decision is on */
  snapshot: Type.Unknown(),
  steps: Type.Array(Step),
  canDecide: Type.Boolean(),
  /** why not, in a sentence; null when `canDecide` or nothing is left to decide */
  whyNot: Nullable(Type.String()),
  canWithdraw: Type.Boolean(),
})
export type Approval = Static<typeof Approval>

const Outgoing = Type.Object({
  id: Id,
  channel: OneOf(['sms', 'mail']),
  recipientMasked: Type.String(),
  subject: Nullable(Type.String()),
  /** '' once it has expired and was cleared */
  body: Type.String(),
  state: OneOf(['kept', 'waiting', 'sent', 'failed']),
  error: Nullable(Type.String()),
  attempts: Type.Integer(),
  createdAt: Instant,
  expiresAt: Nullable(Instant),
  sentAt: Nullable(Instant),
})
export type Outgoing = Static<typeof Outgoing>

const AuditAct = Type.Object({
  id: Id,
  at: Instant,
  actorName: Type.String(),
  action: Type.String(),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  summary: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Nullable(Type.String()),
  ip: Nullable(Type.String()),
  requestId: Nullable(Type.String()),
  /** place in the chain; null = not sealed yet */
  seq: Nullable(Type.String()),
})
export type AuditAct = Static<typeof AuditAct>

const SearchHit = Type.Object({
  kind: Type.String(),
  ref: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  /** console path for `staff`, path of the site for `public` */
  url: Type.String(),
  audience: OneOf(['staff', 'public']),
})

export const deskContract = {
  listTodos: endpoint('GET', '/api/todos', '我的待办', {
    reply: Type.Object({ items: Type.Array(Todo), total: Type.Integer() }),
  }),
  listNotices: endpoint('GET', '/api/notices', '我的消息', {
    reply: Type.Object({ items: Type.Array(Notice), unread: Type.Integer() }),
  }),
  markNoticesRead: endpoint('POST', '/api/notices/read', '把我的消息标为已读', { reply: Ok }),
  listApprovals: endpoint('GET', '/api/approvals', '审批列表', {
    query: listQuery({
      view: Type.Optional(OneOf(['decide', 'asked', 'all'])),
      state: Type.Optional(ApprovalState),
      flow: Type.Optional(Text(60)),
      subjectKind: Type.Optional(Text(60)),
      subjectId: Type.Optional(Id),
    }),
    reply: paged(ApprovalLine),
  }),
  getApproval: endpoint('GET', '/api/approvals/:id', '审批事项（含提交时的内容）', {
    params: IdParams,
    reply: Approval,
  }),
  decideApproval: endpoint('POST', '/api/approvals/:id/decisions', '审批：通过或退回', {
    params: IdParams,
    body: Type.Object({ verdict: OneOf(['pass', 'return']), reason: Type.Optional(Nullable(Text(400))) }),
    reply: Type.Object({ state: ApprovalState }),
    idempotent: true,
  }),
  withdrawApproval: endpoint('DELETE', '/api/approvals/:id', '撤回本人提交的审批', { params: IdParams, reply: Ok }),
  listOutgoing: endpoint('GET', '/api/outgoing', '短信与邮件', {
    query: listQuery({
      channel: Type.Optional(OneOf(['sms', 'mail'])),
      state: Type.Optional(OneOf(['kept', 'waiting', 'sent', 'failed'])),
    }),
    reply: paged(Outgoing),
  }),
  listAudit: endpoint('GET', '/api/audit', '操作记录', {
    query: listQuery({
      actor: Type.Optional(Text(60)),
      action: Type.Optional(Text(80)),
      subjectKind: Type.Optional(Text(60)),
      subjectId: Type.Optional(Text(60)),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
    }),
    reply: paged(AuditAct),
  }),
  verifyAudit: endpoint('POST', '/api/audit/verification', '校验操作记录是否完整', {
    reply: Type.Object({
      acts: Type.Integer(),
      faults: Type.Array(
        Type.Object({
          seq: Nullable(Type.String()),
          auditId: Type.String(),
          problem: OneOf(['content_changed', 'link_broken', 'act_missing', 'act_unsealed']),
        }),
      ),
    }),
  }),
  staffSearch: endpoint('GET', '/api/staff-search', '后台搜索', {
    query: Type.Object({
      q: Text(60, 1),
      size: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    }),
    reply: Type.Object({ items: Type.Array(SearchHit), total: Type.Integer() }),
  }),
}
