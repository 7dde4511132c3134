import { createTransport } from 'nodemailer'
import type { Sender } from './outgoing.ts'

/**
 * Sends mail by SMTP. `url`: `smtps://user:password@host[:port]`; `?from=` names the sender where it is not the user.
 * Text messages have no such adapter: they stay in the outbox page.
 */
export function createMailSender(url: string): Sender {
  const { transportUrl, from } = readMailUrl(url)
  const transport = createTransport(transportUrl)
  return {
    outside: new Set(['mail'] as const),
    deliver: async ({ recipient, subject, body }) => {
      await transport.sendMail({
        from,
        to: recipient,
        subject: subject ?? '',
        text: body,
        signal: AbortSignal.timeout(30_000),
      })
    },
  }
}

/** Pure. */
export function readMailUrl(url: string): { transportUrl: string; from: string } {
  const parsed = new URL(url)
  const user = decodeURIComponent(parsed.username)
  const from = parsed.searchParams.get('from') ?? (user.includes('@') ? user : `noreply@${parsed.hostname}`)
  parsed.searchParams.delete('from')
  return { transportUrl: parsed.href, from }
}
