import { Day, endpoint, Instant, Nullable, OneOf, Text } from '@xianghui/kit/contract'
import Type from 'typebox'
import { ruleFieldTypes } from './rule-value.rules.ts'

const Source = OneOf(['company', 'plan', 'default'])
const RuleKey = Type.Object({ key: Type.String({ pattern: '^[a-z_]{1,30}\\.[a-z_]{1,40}$', maxLength: 80 }) })
const OnDay = Type.Object({ day: Type.Optional(Day) })

const Option = Type.Object({
  value: Type.Union([Type.String(), Type.Number()]),
  label: Type.String(),
  labelEn: Type.String(),
})
const fieldParts = {
  key: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  type: OneOf(ruleFieldTypes),
  options: Type.Optional(Type.Array(Option)),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  nullable: Type.Optional(Type.Boolean()),
}
/** One field of a rule's value; `rows` has columns, which are plain fields. */
export const RuleFieldShape = Type.Object({
  ...fieldParts,
  columns: Type.Optional(Type.Array(Type.Object(fieldParts))),
})

export const RuleVersionShape = Type.Object({
  /** null = the program's own default */
  id: Nullable(Type.String()),
  source: Source,
  /** null = a closing version */
  value: Type.Unknown(),
  reading: Nullable(Type.String()),
  /** null = since ever */
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  reason: Type.String(),
  createdAt: Nullable(Instant),
  createdByName: Type.String(),
})
const summaryParts = {
  key: Type.String(),
  group: Type.String(),
  title: Type.String(),
  titleEn: Type.String(),
  summary: Type.String(),
  summaryEn: Type.String(),
  clause: Nullable(Type.String()),
  contradiction: Nullable(Type.String()),
  inForce: Nullable(RuleVersionShape),
}
export const RuleSummary = Type.Object(summaryParts)
export const RuleDetail = Type.Object({
  ...summaryParts,
  fields: Type.Array(RuleFieldShape),
  literal: Nullable(Type.String()),
  problem: Nullable(Type.String()),
  problemEn: Nullable(Type.String()),
  defaultReading: Nullable(Type.String()),
  readings: Type.Array(
    Type.Object({ key: Type.String(), label: Type.String(), labelEn: Type.String(), value: Type.Unknown() }),
  ),
  history: Type.Array(RuleVersionShape),
})
const Saved = Type.Object({ versionId: Type.String() })

export const ruleContract = {
  listRules: endpoint('GET', '/api/rules', '规则一览（某日执行的值）', {
    query: OnDay,
    reply: Type.Object({ day: Day, items: Type.Array(RuleSummary) }),
  }),
  getRule: endpoint('GET', '/api/rules/:key', '规则详情与修改历史', {
    params: RuleKey,
    query: OnDay,
    reply: RuleDetail,
  }),
  ruleOn: endpoint('GET', '/api/rules/:key/on', '某日执行哪个版本', {
    params: RuleKey,
    query: Type.Object({ day: Day }),
    reply: Type.Object({ day: Day, inForce: Nullable(RuleVersionShape) }),
  }),
  saveRule: endpoint('POST', '/api/rules/:key/versions', '新增公司规则版本', {
    params: RuleKey,
    body: Type.Object({
      value: Type.Unknown(),
      reading: Type.Optional(Nullable(Text(40))),
      validFrom: Day,
      validTo: Type.Optional(Nullable(Day)),
      reason: Text(500),
    }),
    reply: Saved,
    idempotent: true,
  }),
  endRule: endpoint('POST', '/api/rules/:key/end', '停用公司规则', {
    params: RuleKey,
    body: Type.Object({ lastDay: Day, reason: Text(500) }),
    reply: Saved,
    idempotent: true,
  }),
}
