import { Agent, request } from 'node:http'

export interface LoadResult {
  perSecond: number
  p50: number
  p95: number
  p99: number
  answers: number
  failures: number
}

/** A closed loop of `connections` keep-alive clients for `seconds`, against loopback only; stops by itself. */
export async function load(
  url: string,
  options: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<LoadResult> {
  const target = new URL(url)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(target.hostname)) throw new Error('load goes to loopback only')
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const times: number[] = []
  let failures = 0
  const end = performance.now() + options.seconds * 1000
  const client = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      const status = await get(target, agent, options.headers ?? {})
      if (status === 200) times.push(performance.now() - began)
      else failures++
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: options.connections }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
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

function get(target: URL, agent: Agent, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(target, { agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    call.on('error', reject)
    call.end()
  })
}
