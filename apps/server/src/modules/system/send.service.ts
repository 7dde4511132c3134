import { sql } from 'kysely'
import type { ModuleDeps } from '../../platform/module.ts'

type SendDeps = Pick<ModuleDeps, 'db' | 'sender' | 'now'>

interface Waiting {
  channel: 'sms' | 'mail'
  recipient: string
  subject: string | null
  body: string
  attempts: number
}

const mostAttempts = 8

/**
 * Delivers one message outside. Mail may arrive twice when the process dies between the provider's answer and our note of
 * it; never is one lost. After eight failures it stays as failed with the reason.
 */
export async function sendWaiting(deps: SendDeps, centreId: string, messageId: string): Promise<void> {
  const message = await deps.db.inCentre(centreId, async (tx) => {
    const { rows } = await sql<Waiting>`
      select channel, recipient, subject, body, attempts from platform.outgoing
      where centre_id = ${centreId} and id = ${messageId} and state in ('waiting', 'failed')
        and (expires_at is null or expires_at > ${tx.now})`.execute(tx.sql)
    return rows[0]
  })
  if (!message) return
  try {
    await deps.sender.deliver(message)
  } catch (error) {
    await note(deps, centreId, messageId, {
      state: message.attempts + 1 >= mostAttempts ? 'failed' : 'waiting',
      error: error instanceof Error ? error.message : String(error),
    })
    throw error
  }
  await note(deps, centreId, messageId, { state: 'sent', error: null })
}

async function note(
  deps: SendDeps,
  centreId: string,
  messageId: string,
  end: { state: 'sent' | 'waiting' | 'failed'; error: string | null },
): Promise<void> {
  await deps.db.inCentre(centreId, (tx) =>
    sql`
      update platform.outgoing set state = ${end.state}, error = ${end.error}, attempts = attempts + 1,
        sent_at = ${end.state === 'sent' ? tx.now : null}
      where centre_id = ${centreId} and id = ${messageId}`.execute(tx.sql),
  )
}
