import { AsyncLocalStorage } from 'node:async_hooks'

/** What the ledger of acts and the log want to know of the request that caused an act; never used for decisions. */
export interface RequestTrace {
  requestId: string
  ip: string
}

const storage = new AsyncLocalStorage<RequestTrace>()

export const withRequest = <T>(trace: RequestTrace, work: () => T): T => storage.run(trace, work)

/** undefined outside a request (jobs, start-up). */
export const currentRequest = (): RequestTrace | undefined => storage.getStore()
