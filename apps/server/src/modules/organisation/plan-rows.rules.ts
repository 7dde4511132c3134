export interface OrgNode {
  id: string
  kind: 'unit' | 'post'
  name: string
  source: string
  /** held, edited or otherwise built upon */
  used: boolean
  /** ids of what it stands in: parent unit, unit of the post, superior post */
  above: readonly string[]
}

/** Ids that must stay when the rows of `source` go: what is used or own, and everything above it. */
export function keptOf(all: readonly OrgNode[], source: string): Set<string> {
  const byId = new Map(all.map((one) => [one.id, one]))
  const kept = new Set<string>()
  const keep = (id: string): void => {
    const node = byId.get(id)
    if (!node || kept.has(id)) return
    kept.add(id)
    for (const above of node.above) keep(above)
  }
  for (const one of all) if (one.used || one.source !== source) keep(one.id)
  return kept
}
