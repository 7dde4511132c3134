import type { Generated } from 'kysely'

type Words = { position: number; clause: string; literal: string; source: string }

export type PlanTables = {
  'plan.load': {
    centre_id: string
    id: string
    plan_id: string
    title: string
    title_en: string
    counts: unknown
    loaded_at: Date
    loaded_by_name: string
    removed_at: Date | null
    removed_by_name: string | null
    removal: unknown
  }
  'plan.clause': {
    centre_id: string
    position: number
    clause: string
    title: string
    title_en: string
    body: string
    source: string
  }
  'plan.contradiction': Words & {
    centre_id: string
    code: string
    title: string
    title_en: string
    also_see: unknown
    problem: string
    problem_en: string
    readings: unknown
    default_reading: string
    rule_key: string
  }
  'plan.activity': Words & {
    centre_id: string
    id: string
    key: string
    month: string | null
    calendar_month: string
    name: string
    name_en: string
    content: string | null
    content_en: string | null
    remark: string | null
    remark_en: string | null
    kind: string
    milestone: boolean
    out_of_order: boolean
    expected_people: number | null
    status: Generated<'planned' | 'done' | 'cancelled'>
    actual_date: Generated<string | null>
    head_count: Generated<number | null>
    evidence: Generated<string | null>
    evidence_file_id: Generated<string | null>
    version: Generated<number>
    updated_at: Date
  }
  'plan.goal': Words & {
    centre_id: string
    key: string
    title: string
    title_en: string
    summary: string
    summary_en: string
  }
  'plan.goal_target': Words & {
    centre_id: string
    id: string
    goal_key: string
    key: string
    name: string
    name_en: string
    comparator: '>=' | '>' | null
    target: string | null
    unit: string | null
    unit_en: string | null
    due: string | null
    period: string
    owner_name: Generated<string | null>
  }
  'plan.goal_value': {
    centre_id: string
    id: string
    target_id: string
    value: string
    as_of: string
    evidence: string
    entered_at: Date
    entered_by: string | null
    entered_by_name: string
  }
  'plan.term': Words & {
    centre_id: string
    kind: TermKind
    key: string
    name: string
    name_en: string
    extra: unknown
  }
  'plan.product_family': Words & {
    centre_id: string
    key: string
    name: string
    name_en: string
    from_month: number
    to_month: number
    note: string | null
    note_en: string | null
    season_source: string
    version: Generated<number>
  }
  'plan.budget_line': Words & {
    centre_id: string
    key: string
    parent_key: string | null
    name: string
    name_en: string
    amount_fen: string | null
    remark: string | null
    remark_en: string | null
  }
  'plan.equipment_target': Words & {
    centre_id: string
    key: string
    line_key: string
    name: string
    name_en: string
    count: number | null
  }
}

export type TermKind = 'channel' | 'industry' | 'grade' | 'condition' | 'expert_target'
