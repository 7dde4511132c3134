import { statisticsContract } from '@xianghui/server/contract/statistics'
import { readData, type ScreenData } from './data.ts'

export interface Live {
  /** new data, or the same confirmed again */
  onData(data: ScreenData): void
  /** nothing was heard for a while: what is shown may be old */
  onStale(): void
}

const staleMs = 45_000
const pollMs = 60_000
const gatherMs = 300

/**
 * Keeps the screen's data fresh for months on end: the event stream says when to read, a slow poll reads anyway, and a
 * watch says when neither has been heard. EventSource gives up after some faults, so it is opened again here.
 */
export function follow({ onData, onStale }: Live): void {
  let heardAt = Date.now()
  let reading = false
  let again = false
  let source: EventSource | undefined

  async function read(): Promise<void> {
    if (reading) {
      again = true
      return
    }
    reading = true
    try {
      onData(await readData())
      heardAt = Date.now()
    } catch (error) {
      console.warn('screen data not read', error)
      if (Date.now() - heardAt > staleMs) onStale()
    } finally {
      reading = false
      if (again) {
        again = false
        setTimeout(() => void read(), gatherMs)
      }
    }
  }

  function listen(): void {
    source?.close()
    source = new EventSource(statisticsContract.screenEvents.path)
    source.addEventListener('change', () => void read())
    source.addEventListener('open', () => void read())
    source.addEventListener('beat', (event) => {
      heardAt = Date.now()
      const { live } = JSON.parse(event.data) as { live: boolean }
      // The server itself hears no changes just now: read instead of waiting to be told.
      if (!live) void read()
    })
  }

  listen()
  void read()
  setInterval(() => void read(), pollMs)
  setInterval(() => {
    if (source?.readyState === EventSource.CLOSED) listen()
    if (Date.now() - heardAt > staleMs) onStale()
  }, 5_000)
  window.addEventListener('online', () => listen())
}
