import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import type { SnapshotViews } from '../shared/snapshots.ts'
import { locale } from './locale.ts'
import { StationMap } from './station-map.tsx'
import type { Station } from './station-shapes.ts'

type Shown = Partial<Station> & { warnings?: string[] }

/** What the approver of a station sees: the application as it stood when it was submitted. */
function StationSnapshot({ snapshot }: { snapshot: unknown }) {
  const t = useText(locale)
  const shown = (snapshot ?? {}) as Shown
  const { longitude, latitude } = shown
  const at = typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : null
  return (
    <>
      <Facts
        columns={2}
        items={[
          { label: t.code, value: shown.code },
          { label: t.name, value: shown.name },
          { label: t.level, value: shown.level && t.levels[shown.level] },
          { label: t.region, value: shown.regionName ?? shown.regionCode },
          { label: t.address, value: shown.address },
          { label: t.keeper, value: shown.keeperName },
          { label: t.phone, value: shown.phone },
          { label: t.hours, value: shown.hours },
          { label: t.reason, value: shown.reason, wide: true },
        ]}
      />
      {(shown.warnings?.length ?? 0) > 0 && <p className="refused">{t.farAway}</p>}
      {shown.regionCode && <StationMap regionCode={shown.regionCode} at={at} name={shown.name ?? ''} />}
    </>
  )
}

export const moduleSnapshots: SnapshotViews = { station: StationSnapshot }
