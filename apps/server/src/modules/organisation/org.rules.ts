/** Would hanging `id` under `parentId` make a circle? `parentOf` gives the present parent of each. */
export function makesCircle(
  id: string,
  parentId: string | null,
  parentOf: ReadonlyMap<string, string | null>,
): boolean {
  const seen = new Set<string>()
  for (let at = parentId; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

interface Stretch {
  validFrom: string
  validTo: string | null
}

/** Do two stretches of days share one? */
export function overlap(one: Stretch, other: Stretch): boolean {
  return one.validFrom <= (other.validTo ?? '9999-12-31') && other.validFrom <= (one.validTo ?? '9999-12-31')
}

interface Held {
  postId: string
  personId: string
  main: boolean
  leaderId: string | null
}

/**
 * The direct leader: the one named with the assignment, else the holder of the nearest superior post that somebody
 * else holds. `held` = assignments in force on the day; null = nobody is above.
 */
export function leaderAmong(
  personId: string,
  held: readonly Held[],
  superiorOf: ReadonlyMap<string, string | null>,
): string | null {
  const own = held.filter((one) => one.personId === personId)
  const main = own.find((one) => one.main) ?? own[0]
  if (!main) return null
  if (main.leaderId !== null) return main.leaderId
  const seen = new Set<string>()
  for (let post = superiorOf.get(main.postId) ?? null; post !== null && !seen.has(post); ) {
    seen.add(post)
    const holders = held.filter((one) => one.postId === post && one.personId !== personId)
    const holder = holders.find((one) => one.main) ?? holders[0]
    if (holder) return holder.personId
    post = superiorOf.get(post) ?? null
  }
  return null
}
