import { Facts } from './facts.tsx'

/** A snapshot no module draws: its top-level values as they are, so that nothing is decided unseen. */
export function SnapshotFacts({ snapshot }: { snapshot: unknown }) {
  if (typeof snapshot !== 'object' || snapshot === null) return <p>{String(snapshot ?? '')}</p>
  return (
    <Facts
      items={Object.entries(snapshot).map(([label, value]) => ({
        label,
        value: typeof value === 'object' && value !== null ? JSON.stringify(value, null, 1) : String(value ?? ''),
      }))}
    />
  )
}
