import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './shared/api.ts'

/** A read is tried again where trying can help (network, busy server), never where the server said no. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, problem) =>
        failures < 2 && problem instanceof ApiProblem && [0, 502, 503, 504].includes(problem.status),
      retryDelay: (failure) => 500 * 2 ** failure,
      refetchOnWindowFocus: true,
    },
  },
})
