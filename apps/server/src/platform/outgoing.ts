import type { Tx } from './db.ts'
import { enqueue } from './outbox.ts'

/**
 * Sends what leaves the house. `kept` = there is no outside sender: the message stays in the console's outbox page.
 * An adapter delivers from a job, so a slow provider never holds a request.
 */
export interface Sender {
  /** which channels go outside; the rest are kept */
  readonly outside: ReadonlySet<'sms' | 'mail'>
  deliver(message: { channel: 'sms' | 'mail'; recipient: string; subject: string | null; body: string }): Promise<void>
}

/** The embedded default: nothing goes outside. */
export const outboxOnly: Sender = {
  outside: new Set(),
  deliver: async () => {
    throw new Error('no outside sender is set')
  },
}

type OutgoingTables = {
  'platform.outgoing': {
    centre_id: string
    id: string
    channel: 'sms' | 'mail'
    recipient: string
    subject: string | null
    body: string
    state: 'kept' | 'waiting' | 'sent' | 'failed'
    created_at: Date
    expires_at: Date | null
  }
}

export interface OutgoingMessage {
  channel: 'sms' | 'mail'
  recipient: string
  subject?: string
  body: string
  /** after this the body is worthless (a code) and is cleared */
  expiresAt?: Date
}

/** Writes the message beside the change that causes it; a job delivers it where a sender is set. */
export async function sendMessage(tx: Tx, sender: Sender, message: OutgoingMessage): Promise<string> {
  const id = tx.newId()
  const outside = sender.outside.has(message.channel)
  await tx.sql
    .withTables<OutgoingTables>()
    .insertInto('platform.outgoing')
    .values({
      centre_id: tx.centreId,
      id,
      channel: message.channel,
      recipient: message.recipient,
      subject: message.subject ?? null,
      body: message.body,
      state: outside ? 'waiting' : 'kept',
      created_at: tx.now,
      expires_at: message.expiresAt ?? null,
    })
    .execute()
  if (outside) await enqueue(tx, 'send', { messageId: id }, { attempts: 8 })
  return id
}
