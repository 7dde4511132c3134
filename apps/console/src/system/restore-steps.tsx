import { useText } from '../shared/locale.ts'
import { locale } from './locale.ts'

/** The commands as they are typed on the server. */
export function RestoreSteps({
  database,
  example,
}: {
  database: 'embedded' | 'external'
  example: { stamp: string; point: string } | undefined
}) {
  const t = useText(locale)
  const stamp = example?.stamp ?? '20261123T183000Z'
  const moment = momentOf(example?.point ?? '2026-11-23T18:30:00Z')
  return (
    <section className="health-card system-panel">
      <h2>{t.restoreTitle}</h2>
      <p>{t.restoreIntro}</p>
      <ol className="restore-steps">
        <li>{t.restoreStop}</li>
        {database === 'embedded' ? (
          <li>
            {t.restoreOneOf}
            <ul className="restore-ways">
              <Step text={t.restoreLatest} command="npm run restore" />
              <Step text={t.restoreMoment} command={`npm run restore -- --to "${moment}"`} />
              <Step text={t.restoreOne} command={`npm run restore -- --from ${stamp}`} />
            </ul>
          </li>
        ) : (
          <Step text={t.restoreEmpty} command={`npm run restore -- --from ${stamp}`} />
        )}
        <Step text={t.restoreStart} command="npm start" />
      </ol>
      {database === 'external' && <p>{t.restoreExternal}</p>}
    </section>
  )
}

function Step({ text, command }: { text: string; command: string }) {
  return (
    <li>
      {text}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long command scrolls, and the keyboard must reach it */}
      <code tabIndex={0}>{command}</code>
    </li>
  )
}

/** The instant at +08:00 as the restore command reads it. */
function momentOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
