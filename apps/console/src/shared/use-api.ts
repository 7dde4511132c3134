import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Endpoint, ParamsOf, QueryOf, ReplyOf } from '@xianghui/kit/contract'
import { type ApiProblem, call } from './api.ts'
import { useLocale } from './locale.ts'

export interface ApiArgs<E> {
  params?: ParamsOf<E>
  query?: Partial<QueryOf<E>>
}

export interface ApiOptions {
  /** false = wait */
  enabled?: boolean
  /** how long an answer counts as fresh */
  staleMs?: number
  /** ask again each so many milliseconds */
  everyMs?: number
}

/** Reads an endpoint; asked again when the window is focused and after every successful act. */
export function useApi<E extends Endpoint>(
  endpoint: E,
  args: ApiArgs<E> = {},
  options: ApiOptions = {},
): UseQueryResult<ReplyOf<E>, ApiProblem> {
  const locale = useLocale()
  return useQuery<ReplyOf<E>, ApiProblem>({
    queryKey: apiKey(endpoint, args, locale),
    queryFn: ({ signal }) => call(endpoint, { ...args, signal }),
    enabled: options.enabled,
    staleTime: options.staleMs ?? 5_000,
    refetchInterval: options.everyMs,
  })
}

/** The key of an endpoint's answers; the locale is part of it because labels come in it. */
export function apiKey(endpoint: Endpoint, args: { params?: unknown; query?: unknown }, locale: string): unknown[] {
  return [endpoint.method, endpoint.path, args.params ?? {}, args.query ?? {}, locale]
}
