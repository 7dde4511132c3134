import { connect } from 'node:net'

export interface LoadResult {
  perSecond: number
  p50: number
  p95: number
  p99: number
  answers: number
  failures: number
}

/**
 * A closed loop of `connections` keep-alive clients for `seconds`, against loopback only; stops by itself. Bare sockets
 * and one prebuilt request, so that the load costs the machine little beside what it measures.
 */
export async function load(
  url: string,
  options: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<LoadResult> {
  const target = new URL(url)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(target.hostname)) throw new Error('load goes to loopback only')
  const request = requestBytes(target, options.headers ?? {})
  const times: number[] = []
  let failures = 0
  const began = performance.now()
  const end = began + options.seconds * 1000
  const note = (status: number, ms: number) => {
    if (status === 200) times.push(ms)
    else failures++
  }
  await Promise.all(Array.from({ length: options.connections }, () => client(target, request, end, note)))
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answers: times.length,
    failures,
  }
}

function requestBytes(target: URL, headers: Record<string, string>): Buffer {
  const lines = [`GET ${target.pathname}${target.search} HTTP/1.1`, `Host: ${target.host}`]
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}

function client(target: URL, request: Buffer, end: number, note: (status: number, ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(target.port), target.hostname)
    socket.setNoDelay(true)
    let held: Buffer[] = []
    let got = 0
    let wanted = -1
    let status = 0
    let sent = 0
    const send = () => {
      held = []
      got = 0
      wanted = -1
      sent = performance.now()
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      got += chunk.length
      if (wanted < 0) {
        held.push(chunk)
        const head = headOf(held.length === 1 ? chunk : Buffer.concat(held))
        if (!head) return
        status = head.status
        wanted = head.total
      }
      if (got < wanted) return
      const now = performance.now()
      note(status, now - sent)
      if (now < end) return send()
      socket.end()
      resolve()
    })
  })
}

/** Status and whole length of an answer; our servers always name a content-length. */
function headOf(bytes: Buffer): { status: number; total: number } | undefined {
  const close = bytes.indexOf('\r\n\r\n')
  if (close < 0) return undefined
  const head = bytes.toString('latin1', 0, close)
  const length = /content-length: (\d+)/i.exec(head)
  if (!length) throw new Error(`no content-length: ${head}`)
  return { status: Number(head.slice(9, 12)), total: close + 4 + Number(length[1]) }
}
