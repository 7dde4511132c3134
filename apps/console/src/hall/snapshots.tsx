import { Facts } from '../shared/facts.tsx'
import { useText } from '../shared/locale.ts'
import type { SnapshotViews } from '../shared/snapshots.ts'
import { Answers } from './application-drawer.tsx'
import type { Application } from './hall-shapes.ts'
import { locale } from './locale.ts'

interface Shown {
  number: string
  service: string
  region: string | null
  answers: Application['answers']
}

/** What is decided on: the application as it was sent, without the applicant's name and phone. */
function ApplicationSnapshot({ snapshot }: { snapshot: unknown }) {
  const t = useText(locale)
  const shown = snapshot as Shown
  return (
    <>
      <Facts
        columns={2}
        items={[
          { label: t.number, value: shown.number },
          { label: t.service, value: shown.service },
          { label: t.region, value: shown.region },
        ]}
      />
      <Answers rows={shown.answers} />
    </>
  )
}

export const moduleSnapshots: SnapshotViews = { application: ApplicationSnapshot }
