import { useQueryClient } from '@tanstack/react-query'
import type { Endpoint, ReplyOf } from '@xianghui/kit/contract'
import { useRef, useState } from 'react'
import { ApiProblem, type CallArgs, call, newIdempotencyKey } from './api.ts'
import { useToast } from './toast.ts'

export interface ActOptions<E> {
  /** what is said when it worked */
  done?: string | ((reply: ReplyOf<E>) => string)
  onDone?: (reply: ReplyOf<E>, args: CallArgs<E>) => void
  /** say nothing on refusal: the caller shows `problem` itself */
  quiet?: boolean
}

export interface Act<E> {
  /** resolves to undefined where the server refused; the sentence was shown already */
  act(args?: CallArgs<E>): Promise<ReplyOf<E> | undefined>
  /** rejects with ApiProblem, for forms that put faults on their fields */
  actOrThrow(args?: CallArgs<E>): Promise<ReplyOf<E>>
  running: boolean
  problem: ApiProblem | undefined
  reset(): void
}

/**
 * Does something on the server. An idempotent endpoint gets its key here: kept while the same content is tried again
 * (a lost answer must not do it twice), new for new content.
 */
export function useAct<E extends Endpoint>(endpoint: E, options: ActOptions<E> = {}): Act<E> {
  const queries = useQueryClient()
  const toast = useToast()
  const attempt = useRef<{ content: string; key: string } | undefined>(undefined)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  const actOrThrow = async (args: CallArgs<E> = {}): Promise<ReplyOf<E>> => {
    setRunning(true)
    setProblem(undefined)
    try {
      const content = JSON.stringify([args.params, args.query, args.body])
      if (attempt.current?.content !== content) attempt.current = { content, key: newIdempotencyKey() }
      const key = endpoint.idempotent ? { idempotencyKey: attempt.current.key } : {}
      const reply = await call(endpoint, { ...key, ...args })
      attempt.current = undefined
      const said = typeof options.done === 'function' ? options.done(reply) : options.done
      if (said) toast.done(said)
      await queries.invalidateQueries()
      options.onDone?.(reply, args)
      return reply
    } catch (error) {
      if (error instanceof ApiProblem) setProblem(error)
      throw error
    } finally {
      setRunning(false)
    }
  }

  const act = async (args?: CallArgs<E>): Promise<ReplyOf<E> | undefined> => {
    try {
      return await actOrThrow(args)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (!options.quiet) toast.refused(error.message)
      return undefined
    }
  }

  return { act, actOrThrow, running, problem, reset: () => setProblem(undefined) }
}
