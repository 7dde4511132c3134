import { identityContract } from '@xianghui/server/contract/identity'
import { frameLocale } from '../locale/frame.ts'
import { ConfirmButton } from '../shared/confirm-button.tsx'
import { DateText } from '../shared/date-text.tsx'
import { useText } from '../shared/locale.ts'
import { QueryView } from '../shared/query-view.tsx'
import { useAct } from '../shared/use-act.ts'
import { useApi } from '../shared/use-api.ts'
import { deviceName } from './device-name.ts'

export function OwnSessions() {
  const words = useText(frameLocale)
  const sessions = useApi(identityContract.mySessions)
  const end = useAct(identityContract.endOtherSessions, { done: words.endedOthers })
  return (
    <section className="panel">
      <h2>{words.sessions}</h2>
      <p>{words.sessionsIntro}</p>
      <QueryView query={sessions}>
        {(rows) => (
          <>
            <ul className="sessions">
              {rows.map((row) => (
                <li key={row.id}>
                  <strong>
                    {deviceName(row.userAgent) ?? words.sessionUnknown} {row.current && `（${words.sessionThis}）`}
                  </strong>
                  <div className="quiet">
                    {words.sessionSeen} <DateText value={row.seenAt} /> · {words.sessionIp} {row.ip ?? '—'}
                  </div>
                </li>
              ))}
            </ul>
            {rows.length > 1 && (
              <ConfirmButton danger ask={words.endOthersAsk} onConfirm={() => end.actOrThrow()}>
                {words.endOthers}
              </ConfirmButton>
            )}
          </>
        )}
      </QueryView>
    </section>
  )
}
