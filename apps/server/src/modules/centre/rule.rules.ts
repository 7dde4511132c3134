/**
 * Which version of a rule is in force on a day. Source: operating plan 五(三) ("和公司制度有冲突的以公司制度为准", A12):
 * the company's rule wins over the plan, the plan over the program's default. Pure.
 */
export type RuleSource = 'company' | 'plan' | 'default'

export interface RuleVersion {
  /** null = the program's own default, which has no row */
  id: string | null
  source: RuleSource
  /** null closes every earlier recorded version of the same source, from validFrom on */
  value: unknown
  validFrom: string
  validTo: string | null
}

export const usualOrder: readonly RuleSource[] = ['company', 'plan', 'default']

/** Before any day of the calendar: a closing version with it withdraws everything recorded before it. */
export const beforeAllDays = '0001-01-01'

/** The version that decides on `day`; undefined when no source has one. Within a source the later validFrom wins. */
export function decideRule<V extends RuleVersion>(
  versions: readonly V[],
  day: string,
  order: readonly RuleSource[] = usualOrder,
): V | undefined {
  for (const source of order) {
    const winner = decideWithinSource(
      versions.filter((version) => version.source === source),
      day,
    )
    if (winner) return winner
  }
  return undefined
}

function decideWithinSource<V extends RuleVersion>(versions: readonly V[], day: string): V | undefined {
  const closings = versions.filter((version) => version.value === null && version.validFrom <= day)
  const standing = versions.filter(
    (version) =>
      version.value !== null &&
      version.validFrom <= day &&
      (version.validTo === null || version.validTo >= day) &&
      // The program's default has no row, so closing what a plan brought leaves it standing.
      !(version.id !== null && closings.some((closing) => isRecordedAfter(closing, version))),
  )
  return standing.reduce<V | undefined>(
    (best, version) => (best && !winsOver(version, best) ? best : version),
    undefined,
  )
}

function winsOver(one: RuleVersion, other: RuleVersion): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom
  return isRecordedAfter(one, other)
}

function isRecordedAfter(one: RuleVersion, other: RuleVersion): boolean {
  return BigInt(one.id ?? 0) > BigInt(other.id ?? 0)
}

/** The order that a value of `rules.precedence` names; sources it leaves out follow in the usual order. */
export function orderOf(value: unknown): readonly RuleSource[] {
  const named = isRecord(value) && Array.isArray(value.order) ? value.order : []
  const known = named.filter((one): one is RuleSource => usualOrder.includes(one as RuleSource))
  return [...new Set([...known, ...usualOrder])]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
