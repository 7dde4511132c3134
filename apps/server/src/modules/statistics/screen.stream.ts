import type { FastifyReply } from 'fastify'
import type { ChangeFeed } from '../../platform/public-change.ts'
import { Refusal } from '../../platform/refusal.ts'

const beatMs = 15_000
const gatherMs = 500
const mostStreams = 500

interface Stream {
  centreId: string
  send(event: 'change' | 'beat'): void
  end(): void
}

/**
 * Event streams to the data screens: `change` within a second of a commit that visitors can see, `beat` every 15 s.
 * A burst of commits is told once. All end when the server begins to stop; the browser reconnects by itself.
 */
export function createScreenStreams(feed: ChangeFeed, stopping: AbortSignal, now: () => Date) {
  const streams = new Set<Stream>()
  const gathering = new Set<string>()
  feed.onChange((centreId) => {
    if (gathering.has(centreId)) return
    gathering.add(centreId)
    setTimeout(() => {
      gathering.delete(centreId)
      for (const stream of streams) if (stream.centreId === centreId) stream.send('change')
    }, gatherMs).unref()
  })
  const beats = setInterval(() => {
    for (const stream of streams) stream.send('beat')
  }, beatMs).unref()
  stopping.addEventListener('abort', () => {
    clearInterval(beats)
    for (const stream of streams) stream.end()
  })

  /** Takes the reply over; it ends when the screen goes or the server stops. */
  function open(centreId: string, reply: FastifyReply): void {
    if (streams.size >= mostStreams || stopping.aborted) throw new Refusal('service.unavailable')
    reply.hijack()
    const { raw } = reply
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    const stream: Stream = {
      centreId,
      send: (event) => {
        const data = JSON.stringify({ at: now().toISOString(), live: feed.generation(centreId) !== undefined })
        // A screen that does not read is dropped rather than fed from memory.
        if (raw.writableLength > 64 * 1024) raw.destroy()
        else raw.write(`event: ${event}\ndata: ${data}\n\n`)
      },
      end: () => raw.end(),
    }
    streams.add(stream)
    raw.on('close', () => streams.delete(stream))
    raw.write('retry: 3000\n\n')
    stream.send('beat')
  }
  return { open, size: () => streams.size }
}
