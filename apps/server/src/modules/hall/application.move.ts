import type { Actor } from '../../platform/actor.ts'
import { recordAct } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { publish } from '../../platform/outbox.ts'
import { publicChanged } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Application, type ApplicationChange, insertEvent, updateApplication } from './application.queries.ts'
import { type ApplicationAct, actWords, nextState, stateWords } from './application.rules.ts'

export interface Moved {
  change?: ApplicationChange
  /** the applicant reads it */
  note?: string | null
  /** staff only */
  insideNote?: string | null
}

/**
 * The one way an application changes its state: guarded write, life line, ledger of acts and the fact for others.
 * @throws Refusal hall.act_impossible | record.changed
 */
export async function moveApplication(
  tx: Tx,
  actor: Actor,
  application: Application,
  act: ApplicationAct,
  moved: Moved = {},
): Promise<Application> {
  const to = refuseImpossible(application, act)
  const note = moved.note ?? null
  const change = { ...moved.change, state: to }
  if (!(await updateApplication(tx, application, change))) throw new Refusal('record.changed')
  await insertEvent(tx, application.id, {
    act,
    fromState: application.state,
    toState: to,
    actorId: actor.id,
    actorName: actor.name,
    note,
    insideNote: moved.insideNote ?? null,
  })
  await recordAct(tx, actor, {
    action: `hall.application_${act}`,
    subject: { kind: 'application', id: application.id },
    summary: `${actor.name} ${actWords[act].zh}：${application.number} ${application.serviceName}`,
    before: { state: application.state },
    after: { state: to },
    ...(note ? { reason: note } : {}),
  })
  await announce(tx, application, act, note)
  await publicChanged(tx)
  return { ...application, ...change, version: application.version + 1 }
}

/** The fact that others react to: the message to the applicant, statistics. No personal data in it. */
export async function announce(
  tx: Tx,
  application: Pick<Application, 'id' | 'number' | 'serviceName'>,
  act: ApplicationAct | 'submit',
  note: string | null,
): Promise<void> {
  await publish(tx, {
    name: 'hall.application_moved',
    aggregate: `application:${application.id}`,
    payload: { applicationId: application.id, act, note },
  })
}

export function refuseImpossible(application: Application, act: ApplicationAct): Application['state'] {
  const to = nextState(application.state, act)
  const words = stateWords[application.state]
  if (!to) throw new Refusal('hall.act_impossible', { state: words.zh, stateEn: words.en })
  return to
}
