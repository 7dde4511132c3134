import { Day, endpoint, Id, IdParams, Instant, Nullable, Ok, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { activityStatuses } from './activity.rules.ts'

const Str = Type.String()
const MaybeStr = Nullable(Type.String())
const MaybeInt = Nullable(Type.Integer())

const LoadShape = Type.Object({
  planId: Str,
  title: Str,
  titleEn: Str,
  counts: Type.Array(Type.Object({ file: Str, name: Str, nameEn: Str, count: Type.Integer() })),
  loadedAt: Instant,
  loadedByName: Str,
  removedAt: Nullable(Instant),
  removedByName: MaybeStr,
  removal: Nullable(Type.Object({ removed: Type.Integer(), kept: Type.Array(Str) })),
})

export const ActivityShape = Type.Object({
  id: Id,
  key: Str,
  position: Type.Integer(),
  month: MaybeStr,
  calendarMonth: Str,
  name: Str,
  nameEn: Str,
  content: MaybeStr,
  contentEn: MaybeStr,
  remark: MaybeStr,
  remarkEn: MaybeStr,
  kind: Str,
  milestone: Type.Boolean(),
  outOfOrder: Type.Boolean(),
  expectedPeople: MaybeInt,
  clause: Str,
  literal: Str,
  status: OneOf(activityStatuses),
  actualDate: Nullable(Day),
  headCount: MaybeInt,
  evidence: MaybeStr,
  evidenceFileId: Nullable(Id),
  source: Str,
  version: Type.Integer(),
})

const targetStates = ['not-measured', 'no-value', 'met', 'under-way', 'overdue'] as const
export const TargetShape = Type.Object({
  id: Id,
  key: Str,
  name: Str,
  nameEn: Str,
  comparator: Nullable(OneOf(['>=', '>'])),
  target: Nullable(Type.Number()),
  unit: MaybeStr,
  unitEn: MaybeStr,
  due: Nullable(Day),
  period: Str,
  clause: Str,
  literal: Str,
  ownerName: MaybeStr,
  value: Nullable(Type.Number()),
  asOf: Nullable(Day),
  evidence: MaybeStr,
  state: OneOf(targetStates),
})

const Season = Type.Object({
  key: Str,
  name: Str,
  nameEn: Str,
  fromMonth: Type.Integer(),
  toMonth: Type.Integer(),
  note: MaybeStr,
  noteEn: MaybeStr,
  seasonSource: Str,
  clause: Str,
  source: Str,
  version: Type.Integer(),
  isNow: Type.Boolean(),
})
const Month = Type.Integer({ minimum: 1, maximum: 12 })

export const planContract = {
  planStatus: endpoint('GET', '/api/plan', '运营方案的装入情况', {
    reply: Type.Object({ active: Nullable(LoadShape), last: Nullable(LoadShape) }),
  }),
  loadPlan: endpoint('POST', '/api/plan/load', '装入运营方案', {
    body: Type.Object({ plan: OneOf(['lushui']) }),
    reply: Type.Object({ loaded: Type.Boolean(), title: Str }),
    idempotent: true,
  }),
  removePlan: endpoint('POST', '/api/plan/remove', '一次移除运营方案', {
    body: Type.Object({ confirm: Type.Literal(true) }),
    reply: Type.Object({ removed: Type.Integer(), kept: Type.Array(Str) }),
    idempotent: true,
  }),
  planText: endpoint('GET', '/api/plan/text', '方案原文（按条目）与待定读法', {
    reply: Type.Object({
      clauses: Type.Array(Type.Object({ position: Type.Integer(), clause: Str, title: Str, titleEn: Str, body: Str })),
      contradictions: Type.Array(
        Type.Object({
          code: Str,
          title: Str,
          titleEn: Str,
          clause: Str,
          literal: Str,
          alsoSee: Type.Array(Type.Object({ clause: Str, literal: Str })),
          problem: Str,
          problemEn: Str,
          readings: Type.Array(Type.Object({ key: Str, label: Str, labelEn: Str })),
          defaultReading: Str,
          ruleKey: Str,
        }),
      ),
    }),
  }),
  listActivities: endpoint('GET', '/api/plan/activities', '活动安排', { reply: Type.Array(ActivityShape) }),
  reportActivity: endpoint('PUT', '/api/plan/activities/:id', '登记活动情况', {
    params: IdParams,
    body: Type.Object({
      status: OneOf(activityStatuses),
      actualDate: Nullable(Day),
      headCount: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
      evidence: Nullable(Text(1000)),
      evidenceFileId: Nullable(Id),
      version: Type.Integer({ minimum: 1 }),
    }),
    reply: ActivityShape,
  }),
  goalBoard: endpoint('GET', '/api/plan/goals', '运营目标', {
    reply: Type.Array(
      Type.Object({
        key: Str,
        position: Type.Integer(),
        title: Str,
        titleEn: Str,
        summary: Str,
        summaryEn: Str,
        clause: Str,
        literal: Str,
        targets: Type.Array(TargetShape),
      }),
    ),
  }),
  targetHistory: endpoint('GET', '/api/plan/targets/:id', '目标的登记历史', {
    params: IdParams,
    reply: Type.Object({
      target: TargetShape,
      values: Type.Array(
        Type.Object({
          id: Id,
          value: Type.Number(),
          asOf: Day,
          evidence: Str,
          enteredAt: Instant,
          enteredByName: Str,
        }),
      ),
    }),
  }),
  recordGoalValue: endpoint('POST', '/api/plan/targets/:id/values', '登记目标数值（须有依据）', {
    params: IdParams,
    body: Type.Object({
      value: Type.Number({ minimum: 0, maximum: 1_000_000_000_000 }),
      asOf: Day,
      evidence: Text(1000, 1),
    }),
    reply: Type.Object({ id: Id }),
    idempotent: true,
  }),
  setGoalOwner: endpoint('PUT', '/api/plan/targets/:id/owner', '设定目标责任人', {
    params: IdParams,
    body: Type.Object({ ownerName: Nullable(Text(40)) }),
    reply: Ok,
  }),
  listTerms: endpoint('GET', '/api/plan/terms', '平台、产业、定位等清单', {
    reply: Type.Array(
      Type.Object({
        kind: OneOf(['channel', 'industry', 'grade', 'condition', 'expert_target']),
        key: Str,
        name: Str,
        nameEn: Str,
        extra: Type.Record(Type.String(), Type.Unknown()),
        clause: Str,
        literal: Str,
      }),
    ),
  }),
  listSeasons: endpoint('GET', '/api/plan/seasons', '产品时令', { reply: Type.Array(Season) }),
  saveSeason: endpoint('PUT', '/api/plan/seasons/:key', '修改产品时令', {
    params: Type.Object({ key: Type.String({ pattern: '^[a-z_]{1,40}$' }) }),
    body: Type.Object({
      fromMonth: Month,
      toMonth: Month,
      note: Nullable(Text(200)),
      noteEn: Nullable(Text(300)),
      seasonSource: Text(100, 1),
      version: Type.Integer({ minimum: 1 }),
    }),
    reply: Ok,
  }),
  budgetBook: endpoint('GET', '/api/plan/budget', '资金预算与设备数', {
    reply: Type.Object({
      lines: Type.Array(
        Type.Object({
          key: Str,
          parentKey: MaybeStr,
          name: Str,
          nameEn: Str,
          /** integer fen; null = the plan gives no figure */
          amountFen: MaybeStr,
          remark: MaybeStr,
          remarkEn: MaybeStr,
          clause: Str,
          literal: Str,
        }),
      ),
      equipment: Type.Array(
        Type.Object({ key: Str, lineKey: Str, name: Str, nameEn: Str, count: MaybeInt, literal: Str }),
      ),
    }),
  }),
}
