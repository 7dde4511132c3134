/** Where a target stands. A target without a figure in the plan is not measured; without an entered value nothing is claimed. */
export type TargetState = 'not-measured' | 'no-value' | 'met' | 'under-way' | 'overdue'

export interface Measure {
  comparator: '>=' | '>' | null
  target: number | null
  due: string | null
}

/** “以上、至少” is >=, “超过” is > (plans/lushui/README.md). Pure. */
export function stateOfTarget(measure: Measure, value: number | null, today: string): TargetState {
  if (measure.target === null || measure.comparator === null) return 'not-measured'
  if (value !== null && reaches(measure.comparator, value, measure.target)) return 'met'
  if (measure.due !== null && measure.due < today) return value === null ? 'no-value' : 'overdue'
  return value === null ? 'no-value' : 'under-way'
}

function reaches(comparator: '>=' | '>', value: number, target: number): boolean {
  return comparator === '>' ? value > target : value >= target
}
