import type { ApiProblem } from '../shared/api.ts'

/** The server's sentence above the button that was refused. */
export function Refused({ problem }: { problem: ApiProblem | undefined }) {
  return (
    <div role="alert" className="refused">
      {problem?.message}
    </div>
  )
}
