import type { ComponentType } from 'react'

/** What an approver sees of a subject, by subject kind; a module says so in its folder's `snapshots.tsx`. */
export type SnapshotViews = Readonly<Record<string, ComponentType<{ snapshot: unknown }>>>

const files = import.meta.glob<{ moduleSnapshots: SnapshotViews }>('../*/snapshots.tsx')

/** Loads every module's snapshot views once, when the first approval is opened. */
export async function loadSnapshotViews(): Promise<SnapshotViews> {
  const loaded = await Promise.all(Object.values(files).map((load) => load()))
  return Object.assign({}, ...loaded.map(({ moduleSnapshots }) => moduleSnapshots))
}
