import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** One application filed: what the applicant was told, or that he was told nothing yet. */
export interface Filed {
  name: string
  key: string
  /** id in the acknowledgement */
  id: string | undefined
}

export interface StoredApplication {
  id: string
  name: string
}

export interface Filing {
  filed: Filed[]
  /** ends the filing: every filer finishes what it has begun, trying again with the same key until it is told */
  finish(): Promise<void>
}

/** Several applicants file at once, each anew under a key of its own; whatever goes unanswered is sent again. */
export function fileApplications(url: string, label: string, filers = 3): Filing {
  const filed: Filed[] = []
  let going = true
  const filer = async (number: number) => {
    for (let count = 0; going; count++) {
      const one: Filed = { name: `${label}-${number}-${count}`, key: randomUUID(), id: undefined }
      filed.push(one)
      one.id = await fileUntilTold(url, one)
    }
  }
  const running = Array.from({ length: filers }, (_, number) => filer(number))
  return {
    filed,
    finish: async () => {
      going = false
      await Promise.all(running)
    },
  }
}

async function fileUntilTold(url: string, one: Filed): Promise<string> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const reply = await fileOnce(url, one)
    if (reply.id) return reply.id
    await pause(reply.busy ? 200 : 50)
  }
  throw new Error(`${one.name} was never told anything`)
}

async function fileOnce(url: string, { name, key }: Filed): Promise<{ id?: string; busy?: boolean }> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        // each applicant comes from an address of his own: the limit per address is not what is tested here
        'x-forwarded-for': addressOf(key),
      },
      body: JSON.stringify({
        service: 'ec_adviser',
        answers: { applicantKind: 'person', topic: 'open', need: '想在网上卖漆油，请指导开店。' },
        applicantName: name,
        phone: '13800138000',
        consent: true,
      }),
      signal: AbortSignal.timeout(10_000),
    })
  } catch {
    // Cut off: the applicant does not know whether it arrived, which is the very case.
    return { busy: true }
  }
  const body = await response.text().catch(() => '')
  if (response.status === 200 && body !== '') return { id: String((JSON.parse(body) as { id: string }).id) }
  if (response.status >= 500 || response.status === 409 || response.status === 429 || body === '') return { busy: true }
  throw new Error(`refused: ${response.status} ${body}`)
}

function addressOf(key: string): string {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex')
  return `10.${bytes[0]}.${bytes[1]}.${bytes[2]}`
}

/** What is wrong: applications acknowledged but not there, and applications there more than once. */
export function findFaults(filed: readonly Filed[], stored: readonly StoredApplication[]): string[] {
  const ids = new Set(stored.map(({ id }) => id))
  const times = new Map<string, number>()
  for (const { name } of stored) times.set(name, (times.get(name) ?? 0) + 1)
  const lost = filed.filter(({ id }) => id !== undefined && !ids.has(id)).map(({ name }) => `lost: ${name}`)
  const doubled = [...times].filter(([, count]) => count > 1).map(([name, count]) => `${count} times: ${name}`)
  return [...lost, ...doubled]
}

/** The same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
